import type { RowPlan, SheetPlan } from '../book-plan.ts';
import type { Piece } from '../piece.ts';

/** The sheet as its frame has to know it when its sections have been written: ranges reach down, notes have their cells. */
export function stretchSheet(sheet: SheetPlan, pieces: readonly Piece[]): SheetPlan {
  if (sheet.sections === undefined) return sheet;
  const last = sheet.rows.length + pieces.reduce((sum, piece) => sum + piece.rows, 0);
  const reach = (range: string): string => range.replace(/\d+$/, String(last));
  return {
    ...sheet,
    rows: [...sheet.rows, ...noteRows(pieces, sheet.mostNotes ?? 0)],
    ...(sheet.autoFilter === undefined || pieces.length === 0 ? {} : { autoFilter: reach(sheet.autoFilter) }),
    ...(sheet.print?.area === undefined ? {} : { print: { ...sheet.print, area: reach(sheet.print.area) } }),
  };
}

const EMPTY: RowPlan = { cells: [] };

/** Rows that hold nothing but the first notes of the pieces. */
function noteRows(pieces: readonly Piece[], most: number): RowPlan[] {
  const rows: RowPlan[] = [];
  let first = 0;
  let left = most;
  for (const piece of pieces) {
    for (const [row, column, note] of piece.notes) {
      if (left === 0) return rows;
      left -= 1;
      while (rows.length <= first + row) rows.push(EMPTY);
      const cells = [...(rows[first + row]?.cells ?? [])];
      while (cells.length < column) cells.push(null);
      cells[column] = { value: null, note };
      rows[first + row] = { cells };
    }
    first += piece.rows;
  }
  return rows;
}
