import type { GridRow } from '../grid.ts';
import type { SkippedRow } from '../table.ts';
import type { LocatedTable } from './locate-tables.ts';
import type { View } from './view.ts';

const MOST_TEXTS = 40;
const LONGEST = 300;
/** Above a second table stand the records of the first one; a title has fewer cells. */
const MOST_CELLS = 4;
const MOST_ROWS_ABOVE = 20;
const AROUND: ReadonlySet<SkippedRow['reason']> = new Set(['note', 'signature', 'title', 'total']);

/** Texts around a table that tell whose it is: titles and 填报单位 above the header, notes and signatures below. */
export function surroundingsOf(view: View, table: LocatedTable, skipped: readonly SkippedRow[]): readonly string[] {
  const texts: string[] = [];
  for (const row of rowsAbove(view, table)) {
    for (const { column, text } of row.cells)
      if (column >= table.left && column <= table.right) texts.push(text.trim());
  }
  for (const { reason, text } of skipped) if (AROUND.has(reason)) texts.push(text);
  return texts
    .filter((text) => text !== '')
    .slice(0, MOST_TEXTS)
    .map((text) => text.slice(0, LONGEST));
}

function rowsAbove(view: View, { start, first }: LocatedTable): readonly GridRow[] {
  const rows = view.rows.slice(Math.max(start, first - MOST_ROWS_ABOVE), first);
  if (start === 0) return rows;
  return rows.slice(rows.findLastIndex(({ cells }) => cells.length > MOST_CELLS) + 1);
}
