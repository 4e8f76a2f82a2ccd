import type { GridRow } from '../grid.ts';
import type { FormReader } from './form-reader.ts';
import { type HeaderIndex, LONGEST_WITH_REMARKS, lookUpHeader } from './header-index.ts';
import { headerLayers, type Layers } from './header-layers.ts';
import { type HeaderMatch, matchHeader } from './match-header.ts';
import { MOST_COLUMNS, type View } from './view.ts';

/** A header found on a sheet: where it lies and what it names. */
export interface LocatedHeader {
  readonly match: HeaderMatch;
  readonly layers: Layers;
  /** Indexes into the view's rows, inclusive. */
  readonly first: number;
  readonly last: number;
  /** Sheet columns the table covers. */
  readonly left: number;
  readonly right: number;
}

/** A header with the rows of its table. */
export interface LocatedTable extends LocatedHeader {
  /** Index of the row after the last one. */
  readonly end: number;
  /** Index of the first row that may belong to its title. */
  readonly start: number;
  /** Indexes of rows in which the same header stands again. */
  readonly repeats: ReadonlySet<number>;
  /** Name of the earlier sheet on which the header stands; absent where the table has its own. */
  readonly continues?: string;
}

const MOST_HEADER_ROWS = 3;
/** Codes, numbers and mailboxes are never a header; most texts of a sheet need no closer look. */
const DATA = /^\d{3}|@/;
/** A code, a phone or a mailbox: the row that holds one is a record, no part of a header of several rows. */
const RECORD = /^(?=\D*\d)[\dA-Z-]{6,}$|\w@\w/;

/** Number of columns a header has to name before it is believed. */
export function enoughColumns(form: FormReader): number {
  return Math.min(form.columns.length, Math.max(3, Math.ceil(form.columns.length * 0.3)));
}

/** All tables of a sheet that are announced by a header, stacked or side by side. One pass over the rows. */
export function locateTables(view: View, index: HeaderIndex, forms: readonly FormReader[]): readonly LocatedTable[] {
  const isHeader = headerSpotter(index);
  const headers: LocatedHeader[] = [];
  let next = 0;
  for (const [at, row] of view.rows.entries()) {
    if (at < next || !isPromising(row, isHeader)) continue;
    const found = headersAt(view, at, next, index, forms);
    headers.push(...found);
    for (const { last } of found) next = Math.max(next, last + 1);
  }
  return cutTables(view, headers);
}

function isPromising({ cells }: GridRow, isHeader: (text: string) => boolean): boolean {
  let hits = 0;
  for (const cell of cells) {
    if (cell.column > MOST_COLUMNS) break;
    if (cell.stored !== 'number' && isHeader(cell.text)) hits += 1;
    if (hits === 2) return true;
  }
  return false;
}

/** Remembers texts: city names and levels come thousands of times, a header's text at most a few times. */
function headerSpotter(index: HeaderIndex): (text: string) => boolean {
  const seen = new Map<string, boolean>();
  const starts = new Set([...index.keys()].map((key) => key.charAt(0)));
  return (text) => {
    if (text.length > LONGEST_WITH_REMARKS || DATA.test(text)) return false;
    const start = text.charAt(0);
    if (/[\u4e00-\u9fffa-z]/i.test(start) && !starts.has(start.toLowerCase())) return false;
    const known = seen.get(text);
    if (known !== undefined) return known;
    const hit = lookUpHeader(index, text).length > 0;
    if (seen.size < 20_000) seen.set(text, hit);
    return hit;
  };
}

/** The header that a promising row belongs to: of all blocks of rows around it the one that names most columns. */
function headersAt(
  view: View,
  row: number,
  floor: number,
  index: HeaderIndex,
  forms: readonly FormReader[],
): readonly LocatedHeader[] {
  let best: readonly LocatedHeader[] = [];
  let most = 0;
  for (const [first, last] of blocksAround(view, row, floor)) {
    const found = headersIn(view, first, last, index, forms);
    const named = found.reduce((sum, { match }) => sum + match.columns.length, 0);
    if (named <= most) continue;
    most = named;
    best = found;
  }
  return best;
}

function blocksAround(view: View, row: number, floor: number): readonly (readonly [number, number])[] {
  const blocks: (readonly [number, number])[] = [[row, row]];
  for (let height = 2; height <= MOST_HEADER_ROWS; height += 1) {
    for (let first = row - height + 1; first <= row; first += 1) {
      const last = first + height - 1;
      if (first < floor || !isConsecutive(view, first, last)) continue;
      if (!view.rows.slice(first, last + 1).some(isRecord)) blocks.push([first, last]);
    }
  }
  return blocks;
}

function isRecord({ cells }: GridRow): boolean {
  return cells.some(({ text }) => RECORD.test(text));
}

function isConsecutive(view: View, first: number, last: number): boolean {
  const top = view.rows[first]?.number;
  const bottom = view.rows[last]?.number;
  return top !== undefined && bottom !== undefined && bottom - top === last - first;
}

function headersIn(
  view: View,
  first: number,
  last: number,
  index: HeaderIndex,
  forms: readonly FormReader[],
): readonly LocatedHeader[] {
  const layers = headerLayers(view, first, last);
  const parts = splitAtGaps(layers);
  const found = parts.flatMap((part) => locate(part, first, last, index, forms));
  if (parts.length <= 1 || (found.length > 1 && !completeOneAnother(found))) return found;
  return locate(layers, first, last, index, forms);
}

/** Parts of one form that name different columns are one table with an empty column in the middle. */
function completeOneAnother(parts: readonly LocatedHeader[]): boolean {
  const keys = parts.flatMap(({ match }) => match.columns.map(({ key }) => `${match.form.form.form} ${key}`));
  return new Set(keys).size === keys.length && new Set(parts.map(({ match }) => match.form)).size === 1;
}

function locate(
  layers: Layers,
  first: number,
  last: number,
  index: HeaderIndex,
  forms: readonly FormReader[],
): readonly LocatedHeader[] {
  const match = matchHeader(index, layers, forms);
  if (!match || match.columns.length < enoughColumns(match.form)) return [];
  const columns = [...layers.keys()];
  return [{ match, layers, first, last, left: Math.min(...columns), right: Math.max(...columns) }];
}

/** Tables side by side have an empty column between them. */
function splitAtGaps(layers: Layers): readonly Layers[] {
  const parts: Map<number, readonly string[]>[] = [];
  let before = -1;
  for (const [column, texts] of [...layers].sort(([a], [b]) => a - b)) {
    if (column !== before + 1) parts.push(new Map());
    parts.at(-1)?.set(column, texts);
    before = column;
  }
  return parts;
}

/** Each table runs to the next header over the same columns; the same header again belongs to the table. */
function cutTables(view: View, headers: readonly LocatedHeader[]): readonly LocatedTable[] {
  const tables: (LocatedHeader & { end: number; start: number; repeats: Set<number> })[] = [];
  for (const header of headers) {
    const above = tables.findLast((table) => table.end > header.first && overlaps(table, header));
    if (above && isSameLayout(above, header)) {
      for (let row = header.first; row <= header.last; row += 1) above.repeats.add(row);
      continue;
    }
    if (above) above.end = header.first;
    tables.push({ ...header, start: above ? above.last + 1 : 0, end: view.rows.length, repeats: new Set() });
  }
  return tables.map((table) => (isAlone(table, tables) ? { ...table, left: 1, right: MOST_COLUMNS } : table));
}

/** No other table beside it: whatever stands in its rows belongs to it. */
function isAlone(table: LocatedTable, tables: readonly LocatedTable[]): boolean {
  return tables.every((other) => other === table || other.first >= table.end || table.first >= other.end);
}

function overlaps(one: LocatedHeader, other: LocatedHeader): boolean {
  return one.left <= other.right && other.left <= one.right;
}

function isSameLayout(one: LocatedHeader, other: LocatedHeader): boolean {
  return one.match.form === other.match.form && layoutOf(one) === layoutOf(other);
}

function layoutOf({ match }: LocatedHeader): string {
  return match.columns.map(({ key, column }) => `${column}:${key}`).join();
}
