import { fitsColumn, provingColumns } from './judge-content.ts';
import type { LocatedTable } from './locate-tables.ts';
import { cellAt, type View } from './view.ts';

const FIRST_ROWS = 60;
/** So many columns of a row have to hold what the columns above them hold. */
const ENOUGH_COLUMNS = 3;

/**
 * The rest of a table whose header stands on an earlier sheet, as Word cuts tables at the end of a page. Undefined when
 * no row proves by content that its columns are those of the table before.
 */
export function continueTable(view: View, before: LocatedTable, beforeSheet: string): LocatedTable | undefined {
  const { form, columns } = before.match;
  const proving = provingColumns(form);
  const goesOn = view.rows.slice(0, FIRST_ROWS).some((row) => {
    const fitting = proving.filter((reader) => {
      const found = columns.find(({ key }) => key === reader.column.key);
      return found !== undefined && fitsColumn(reader, cellAt(row, found.column));
    });
    return fitting.length >= ENOUGH_COLUMNS;
  });
  if (!goesOn) return undefined;
  return { ...before, first: 0, last: -1, start: 0, end: view.rows.length, repeats: new Set(), continues: beforeSheet };
}
