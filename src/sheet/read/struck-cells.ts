import type { GridRow } from '../grid.ts';
import type { FoundColumn, ReadingFault } from '../table.ts';
import { cellAt } from './view.ts';

/** What has to be told of a row in which something is crossed out: the row as a whole, or its single cells. */
export function struckFaults(
  row: GridRow,
  columns: readonly FoundColumn[],
  addressOf: (column: number) => string,
): readonly ReadingFault[] {
  if (!row.cells.some(({ struck }) => struck)) return [];
  const cells = columns.flatMap(({ key, column }) => {
    const cell = cellAt(row, column);
    return cell === undefined || cell.text.trim() === '' ? [] : [{ key, cell }];
  });
  const struck = cells.filter(({ cell }) => cell.struck === true);
  if (struck.length * 2 > cells.length)
    return [
      { code: 'row/struck-through', column: '', seen: '', row: row.number, detail: { line: String(row.number) } },
    ];
  return struck.map(({ key, cell }) => ({
    code: 'cell/struck-through',
    column: key,
    seen: cell.text,
    row: row.number,
    cell: addressOf(cell.column),
  }));
}
