import type { RowPlan } from '../book-plan.ts';

/**
 * Rows that have cells, by their index: below a sheet's own rows only those with a note have any, and a hundred thousand
 * have none.
 */
export function* filledRows(
  rows: readonly RowPlan[],
): Generator<readonly [index: number, cells: RowPlan['cells']], void, undefined> {
  for (let index = 0; index < rows.length; index += 1) {
    const cells = rows[index]?.cells ?? [];
    if (cells.length > 0) yield [index, cells];
  }
}
