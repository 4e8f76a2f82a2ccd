import type { CellInput, Fault } from './rule.ts';

/** One fault at the cell that is judged. */
export function faultAt(input: CellInput, more: Omit<Partial<Fault>, 'column'> = {}): readonly Fault[] {
  return [{ column: input.column, seen: input.field.value, ...more }];
}
