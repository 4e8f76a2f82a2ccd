import type { Decoded, Grid } from '../grid.ts';
import type { Budget } from './collect-grid.ts';
import { refuse } from './refusals.ts';

/** The last step of every decoder: past the budget, or without a single cell, the file is refused. */
export function finishWorkbook(
  format: string,
  grids: readonly Grid[],
  traits: readonly string[] = [],
  budget?: Budget,
): Decoded {
  if (budget?.over) return refuse('file/too-large');
  if (!grids.some((grid) => grid.rows.length > 0)) return refuse('file/empty-workbook');
  return { ok: true, workbook: { format, grids, traits } };
}
