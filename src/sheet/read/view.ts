import { columnLetters } from '../../text/column-letters.ts';
import type { Area, Cell, Grid, GridRow, Note } from '../grid.ts';

/** A grid as the reader walks it: rows of cells, possibly turned so that records lie in rows. */
export interface View {
  readonly name: string;
  readonly state: Grid['state'];
  readonly rows: readonly GridRow[];
  readonly merges: readonly Area[];
  readonly notes: readonly Note[];
  readonly transposed: boolean;
}

/** Columns beyond this one are never part of a table. */
export const MOST_COLUMNS = 200;
/** A table lying on its side is small: its labels run down a column. */
const MOST_LABELS = 120;
const MOST_RECORDS = 500;

/** The grid as it is. */
export function viewOf(grid: Grid): View {
  const { name, state, rows, merges, notes = [] } = grid;
  return { name, state, rows, merges, notes, transposed: false };
}

/** The grid with rows and columns exchanged; undefined when it is too long to be a table on its side. */
export function transposedView(grid: Grid): View | undefined {
  if (grid.rows.length > MOST_LABELS) return undefined;
  const columns = new Map<number, Cell[]>();
  const hidden = new Set(grid.hiddenColumns);
  for (const row of grid.rows) {
    for (const cell of row.cells) {
      if (cell.column > MOST_RECORDS || row.number > MOST_RECORDS) continue;
      const known = columns.get(cell.column) ?? [];
      known.push({ ...cell, column: row.number });
      columns.set(cell.column, known);
    }
  }
  const rows = [...columns.entries()]
    .sort(([one], [other]) => one - other)
    .map(([number, cells]) => ({ number, hidden: hidden.has(number), cells }));
  const merges = grid.merges.map(({ top, left, bottom, right }) => ({
    top: left,
    left: top,
    bottom: right,
    right: bottom,
  }));
  const notes = (grid.notes ?? []).map(({ row, column, text }) => ({ row: column, column: row, text }));
  return { name: grid.name, state: grid.state, rows, merges, notes, transposed: true };
}

/** Address of a cell on the sheet as people see it, whichever way the view is turned. */
export function addressIn(view: View, row: number, column: number): string {
  return view.transposed ? `${columnLetters(row)}${column}` : `${columnLetters(column)}${row}`;
}

/** The cell of a row at a column; rows are sorted by column. */
export function cellAt(row: GridRow, column: number): Cell | undefined {
  const { cells } = row;
  // Most rows are dense: the cell is at, or a little before, its own position.
  for (let index = Math.min(column - 1, cells.length - 1); index >= 0; index -= 1) {
    const cell = cells[index];
    if (!cell || cell.column < column) return undefined;
    if (cell.column === column) return cell;
  }
  return undefined;
}
