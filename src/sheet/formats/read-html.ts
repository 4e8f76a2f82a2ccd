import type { Decoded, Grid } from '../grid.ts';
import { openBudget } from './collect-grid.ts';
import { finishWorkbook } from './finish-workbook.ts';
import { type HtmlTable, openHtmlTable } from './open-html-table.ts';
import { readMarkup } from './read-markup.ts';
import { refuse } from './refusals.ts';

const DEEPEST_TABLE = 40;

/**
 * Reads every table of an HTML text, each as a sheet of its own; a table inside a cell is not part of that cell's text.
 * Merged cells (rowspan, colspan) become areas, their value stands once, at the top left.
 */
export function readHtml(text: string, format = 'html', traits: readonly string[] = []): Decoded {
  const budget = openBudget();
  const open: HtmlTable[] = [];
  const grids: Grid[] = [];
  let tables = 0;
  for (const piece of readMarkup(text, true)) {
    if (budget.over) break;
    if (piece.name === 'table') {
      if (piece.kind === 'open') {
        tables++;
        if (open.length >= DEEPEST_TABLE || tables > 5_000) return refuse('file/too-large');
        open.push(openHtmlTable(budget, `表格${tables}`));
      } else {
        const grid = open.pop()?.finish();
        if (grid) grids.push(grid);
      }
      continue;
    }
    open.at(-1)?.take(piece);
  }
  while (open.length > 0) {
    const grid = open.pop()?.finish();
    if (grid) grids.push(grid);
  }
  if (tables === 0) return refuse('file/no-table');
  const filled = grids.filter((grid) => grid.rows.length > 0).sort((a, b) => order(a) - order(b));
  return finishWorkbook(format, filled, traits, budget);
}

function order(grid: Grid): number {
  return Number(grid.name.slice(2));
}
