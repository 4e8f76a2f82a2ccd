import type { SkippedRow } from '../table.ts';
import type { LocatedTable } from './locate-tables.ts';
import type { View } from './view.ts';

const MOST_TEXTS = 40;
const LONGEST = 300;
const MOST_ROWS_ABOVE = 20;
const AROUND: ReadonlySet<SkippedRow['reason']> = new Set(['note', 'signature', 'title', 'total']);

/** Texts around a table that tell whose it is: titles and 填报单位 above the header, notes and signatures below. */
export function surroundingsOf(view: View, table: LocatedTable, skipped: readonly SkippedRow[]): readonly string[] {
  const texts: string[] = [];
  const from = Math.max(table.start, table.first - MOST_ROWS_ABOVE);
  for (const row of view.rows.slice(from, table.first)) {
    for (const { column, text } of row.cells)
      if (column >= table.left && column <= table.right) texts.push(text.trim());
  }
  for (const { reason, text } of skipped) if (AROUND.has(reason)) texts.push(text);
  return texts
    .filter((text) => text !== '')
    .slice(0, MOST_TEXTS)
    .map((text) => text.slice(0, LONGEST));
}
