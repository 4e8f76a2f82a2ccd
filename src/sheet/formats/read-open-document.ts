import type { Decoded, Grid } from '../grid.ts';
import { openBudget } from './collect-grid.ts';
import { finishWorkbook } from './finish-workbook.ts';
import { type DocumentTable, openDocumentTable } from './open-document-table.ts';
import { readAttributes, readMarkup } from './read-markup.ts';
import { refuse } from './refusals.ts';

/** Elements whose tables or paragraphs are no data: notes on cells, deleted rows, drawings. */
const SKIPPED = new Set(['annotation', 'tracked-changes', 'shapes', 'frame']);
const DEEPEST_TABLE = 40;

/**
 * Reads the tables of an OpenDocument text: content.xml of .ods and .odt, or a flat .fods. The number of a cell is the text
 * of office:value as written. Source: OASIS OpenDocument 1.3 part 3, section 9.
 */
export function readOpenDocument(text: string, format: string): Decoded {
  const budget = openBudget();
  const hiddenStyles = new Set<string>();
  const open: DocumentTable[] = [];
  const grids: Grid[] = [];
  let style = '';
  let skipping = 0;
  let tables = 0;
  for (const piece of readMarkup(text, false)) {
    if (budget.over) break;
    if (SKIPPED.has(piece.name)) {
      if (!piece.empty) skipping = Math.max(0, skipping + (piece.kind === 'open' ? 1 : -1));
      continue;
    }
    if (skipping > 0) continue;
    if (piece.kind === 'open' && piece.name === 'style') style = readAttributes(piece).get('name') ?? '';
    if (piece.kind === 'open' && piece.name === 'table-properties') {
      if (readAttributes(piece).get('display') === 'false') hiddenStyles.add(style);
    } else if (piece.name !== 'table') open.at(-1)?.take(piece);
    else if (piece.kind === 'close') finishTable();
    else if (!piece.empty) {
      tables++;
      if (open.length >= DEEPEST_TABLE || tables > 5_000) return refuse('file/too-large');
      const attributes = readAttributes(piece);
      const hidden = hiddenStyles.has(attributes.get('style-name') ?? '');
      open.push(openDocumentTable(budget, attributes.get('name') ?? `表格${tables}`, hidden));
    }
  }
  while (open.length > 0) finishTable();
  if (tables === 0) return refuse('file/no-table');
  return finishWorkbook(format, grids, [], budget);

  function finishTable(): void {
    const grid = open.pop()?.finish();
    if (grid) grids.push(grid);
  }
}
