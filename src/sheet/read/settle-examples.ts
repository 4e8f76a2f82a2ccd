import type { ReadTable } from '../table.ts';

const EXAMPLE = /示例|样例|范例|样表|示范|填[写报表]样|example|sample/i;
/** An example shows a row or two; a longer table is somebody's data, whatever its sheet is called. */
const MOST_ROWS = 5;

/** Tables on a sheet called 填写样例 are no answer when another sheet of the workbook has that form; it is told there. */
export function settleExamples(tables: readonly ReadTable[]): readonly ReadTable[] {
  const examples = new Map<ReadTable, ReadTable>();
  for (const table of tables) {
    if (!EXAMPLE.test(table.sheet) || table.rows.length > MOST_ROWS) continue;
    const filled = tables.find(
      (other) => other.form === table.form && other.rows.length > 0 && !EXAMPLE.test(other.sheet),
    );
    if (filled) examples.set(table, filled);
  }
  return tables
    .filter((table) => !examples.has(table))
    .map((table) => {
      const told = [...examples].filter(([example, filled]) => filled === table && example.rows.length > 0);
      const faults = told.map(([{ sheet, rows }]) => ({
        code: 'table/example-sheet',
        column: '',
        seen: sheet,
        detail: { sheet, count: String(rows.length) },
      }));
      return { ...table, faults: [...table.faults, ...faults] };
    });
}
