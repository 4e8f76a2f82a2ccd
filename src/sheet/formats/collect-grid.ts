import type { Area, Cell, Grid, GridRow } from '../grid.ts';
import { BOUNDS } from './bounds.ts';

/** What all sheets of one file may still hold. `over` is set once and means: refuse the file. */
export interface Budget {
  cells: number;
  rows: number;
  chars: number;
  merges: number;
  over: boolean;
}

/** A fresh budget of one file. */
export function openBudget(): Budget {
  return { cells: BOUNDS.cells, rows: BOUNDS.filledRows, chars: BOUNDS.allChars, merges: BOUNDS.merges, over: false };
}

/** Collects the cells of one sheet in any order. */
export interface GridCollector {
  /** Keeps a cell; blank text is left out. 1-based. */
  put(row: number, cell: Cell): void;
  merge(area: Area): void;
  hideRow(row: number): void;
  hideColumns(from: number, to: number): void;
  finish(name: string, state: Grid['state']): Grid;
}

/** Opens a collector that spends from `budget`; past the budget nothing is kept and `budget.over` is set. */
export function collectGrid(budget: Budget): GridCollector {
  const rows = new Map<number, Cell[]>();
  const merges: Area[] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  return {
    put(row, cell) {
      if (cell.text === '' || budget.over) return;
      budget.cells -= 1;
      budget.chars -= cell.text.length;
      const outside = row > BOUNDS.rows || cell.column > BOUNDS.columns || cell.text.length > BOUNDS.cellChars;
      if (outside || budget.cells < 0 || budget.chars < 0) {
        budget.over = true;
        return;
      }
      const cells = rows.get(row);
      if (cells) {
        cells.push(cell);
        return;
      }
      rows.set(row, [cell]);
      budget.rows -= 1;
      if (budget.rows < 0) budget.over = true;
    },
    merge(area) {
      if (area.top === area.bottom && area.left === area.right) return;
      budget.merges -= 1;
      if (budget.merges < 0) budget.over = true;
      else merges.push(area);
    },
    hideRow(row) {
      hiddenRows.add(row);
    },
    hideColumns(from, to) {
      budget.chars -= Math.max(0, Math.min(to, BOUNDS.columns) - from);
      if (budget.chars < 0) budget.over = true;
      for (let column = from; column <= Math.min(to, BOUNDS.columns); column++) hiddenColumns.add(column);
    },
    finish(name, state) {
      const sorted: GridRow[] = [...rows.entries()]
        .sort(([a], [b]) => a - b)
        .map(([number, cells]) => ({
          number,
          hidden: hiddenRows.has(number),
          cells: cells.sort((a, b) => a.column - b.column),
        }));
      return { name, state, rows: sorted, merges, hiddenColumns: [...hiddenColumns].sort((a, b) => a - b) };
    },
  };
}
