import { fitsColumn, tellingColumns } from './judge-content.ts';
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
  const telling = tellingColumns(form);
  const strong = columns.flatMap(({ key, column }) => {
    const reader = form.byKey.get(key);
    return reader && telling.has(key) && reader.column.kind !== 'person' ? [{ reader, column }] : [];
  });
  const goesOn = view.rows.slice(0, FIRST_ROWS).some((row) => {
    const fitting = strong.filter(({ reader, column }) => {
      const cell = cellAt(row, column);
      return cell !== undefined && fitsColumn(reader, cell);
    });
    return fitting.length >= ENOUGH_COLUMNS;
  });
  if (!goesOn) return undefined;
  return { ...before, first: 0, last: -1, start: 0, end: view.rows.length, repeats: new Set(), continues: beforeSheet };
}
