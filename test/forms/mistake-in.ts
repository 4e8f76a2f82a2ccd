import { UserError } from '../../src/text/user-error.ts';

/** What a user is told of a mistake: the line and its remedy, `''` when there is none. Any other error is thrown on. */
export function mistakeIn(load: () => unknown): string {
  try {
    load();
  } catch (error) {
    if (error instanceof UserError) return `${error.message} → ${error.nextStep}`;
    throw error;
  }
  return '';
}
