import type { Area } from '../grid.ts';
import { MOST_COLUMNS, type View } from './view.ts';

/** Header texts above one column, top to bottom. */
export type Layers = ReadonlyMap<number, readonly string[]>;

/** The header texts of consecutive rows by column, with group headers spread over the columns they stand above. */
export function headerLayers(view: View, from: number, to: number): Layers {
  const layers = new Map<number, string[]>();
  const rows = view.rows.slice(from, to + 1);
  for (const [index, row] of rows.entries()) {
    const below = new Set(rows.slice(index + 1).flatMap(({ cells }) => cells.map(({ column }) => column)));
    const texts = new Map(row.cells.map(({ column, text }) => [column, oneLine(text)]));
    for (const area of mergesFrom(view, row.number)) spread(texts, area);
    let group = '';
    for (const column of columnsOf(texts, below)) {
      const own = texts.get(column);
      // A group header written once over several columns, without merging them.
      const text = own ?? (below.has(column) ? group : '');
      group = below.has(column) ? text : '';
      if (text !== '') layers.set(column, [...(layers.get(column) ?? []), text]);
    }
  }
  return layers;
}

function columnsOf(texts: ReadonlyMap<number, string>, below: ReadonlySet<number>): readonly number[] {
  return [...new Set([...texts.keys(), ...below])].filter((column) => column <= MOST_COLUMNS).sort((a, b) => a - b);
}

function spread(texts: Map<number, string>, area: Area): void {
  const text = texts.get(area.left);
  if (text === undefined) return;
  for (let column = area.left; column <= Math.min(area.right, MOST_COLUMNS); column += 1) texts.set(column, text);
}

const WIDE = new WeakMap<View, ReadonlyMap<number, readonly Area[]>>();

function mergesFrom(view: View, row: number): readonly Area[] {
  const known = WIDE.get(view);
  if (known) return known.get(row) ?? [];
  const byRow = new Map<number, Area[]>();
  for (const area of view.merges) {
    if (area.right <= area.left) continue;
    const list = byRow.get(area.top) ?? [];
    list.push(area);
    byRow.set(area.top, list);
  }
  WIDE.set(view, byRow);
  return byRow.get(row) ?? [];
}

/** A text on one line. */
export function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, '').trim();
}
