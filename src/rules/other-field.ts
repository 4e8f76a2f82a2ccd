import type { CellInput } from './rule.ts';

/**
 * The value of the only other column of the row that passes a test: what belongs here was put there. Undefined when no
 * column passes, or several with different values do.
 */
export function otherField(input: CellInput, passes: (value: string) => boolean): string | undefined {
  const found = new Set<string>();
  for (const [key, { value }] of Object.entries(input.fields)) {
    if (key !== input.column && value !== '' && passes(value)) found.add(value);
  }
  return found.size === 1 ? [...found][0] : undefined;
}
