import type { BookPlan, SheetPlan } from '../../src/sheet/book-plan.ts';
import type { Area, Cell, Grid, Workbook } from '../../src/sheet/grid.ts';

/** A planned workbook as it would be read back, without the detour over bytes. */
export function bookOfPlan(plan: Pick<BookPlan, 'sheets'>): Workbook {
  return { format: 'xlsx', grids: plan.sheets.map(gridOf), traits: [] };
}

function gridOf(plan: SheetPlan): Grid {
  const rows = plan.rows.flatMap(({ cells }, index) => {
    const filled = cells.flatMap((cell, column): Cell[] => {
      if (!cell || cell.value === null || cell.value === '') return [];
      return [{ column: column + 1, stored: 'text', text: String(cell.value) }];
    });
    return filled.length === 0 ? [] : [{ number: index + 1, hidden: false, cells: filled }];
  });
  const merges = (plan.merges ?? []).map(areaOf);
  return { name: plan.name, state: plan.state ?? 'visible', rows, merges, hiddenColumns: [] };
}

function areaOf(range: string): Area {
  const [, left = 'A', top = '1', right = left, bottom = top] = /^([A-Z])(\d+)(?::([A-Z])(\d+))?$/.exec(range) ?? [];
  const column = (letter: string): number => letter.charCodeAt(0) - 64;
  return { top: Number(top), left: column(left), bottom: Number(bottom), right: column(right) };
}
