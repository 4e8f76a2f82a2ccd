import { identifyNumber } from '../../rules/codes/identify-number.ts';
import type { Cell } from '../grid.ts';
import type { FoundColumn, ReadingFault } from '../table.ts';
import type { ColumnReader, FormReader } from './form-reader.ts';
import { fitsColumn, shareFitting, tellingCells, tellingColumns } from './judge-content.ts';

/** Cells of the first rows of a table by sheet column: what columns are judged by. */
export type Sample = ReadonlyMap<number, readonly Cell[]>;

/** The columns of a table, told by header and then by content. */
export interface FoundColumns {
  readonly columns: readonly FoundColumn[];
  readonly faults: readonly ReadingFault[];
}

const ENOUGH = 0.8;

/** Two columns whose contents both contradict their headers and fit each other's are read by content. */
export function swapByContent(form: FormReader, columns: readonly FoundColumn[], sample: Sample): FoundColumns {
  const telling = tellingColumns(form);
  const wrong = columns.filter((found) => contradicts(form, found, sample));
  const swapped = new Map<string, FoundColumn>();
  const faults: ReadingFault[] = [];
  for (const one of wrong) {
    const other = wrong.find(
      (candidate) =>
        candidate.column > one.column &&
        !swapped.has(candidate.key) &&
        !swapped.has(one.key) &&
        (telling.has(one.key) || telling.has(candidate.key)) &&
        allFit(form, one.key, sample.get(candidate.column)) &&
        allFit(form, candidate.key, sample.get(one.column)),
    );
    if (!other) continue;
    swapped.set(one.key, { ...one, column: other.column, header: other.header, by: 'content' });
    swapped.set(other.key, { ...other, column: one.column, header: one.header, by: 'content' });
    faults.push({
      code: 'header/swapped',
      column: one.key,
      seen: one.header,
      detail: { other: other.header },
    });
  }
  return { columns: columns.map((found) => swapped.get(found.key) ?? found), faults };
}

function contradicts(form: FormReader, { key, column }: FoundColumn, sample: Sample): boolean {
  const reader = form.byKey.get(key);
  const cells = tellingCells(sample.get(column) ?? []);
  return reader !== undefined && cells.length > 0 && shareFitting(reader, cells) === 0;
}

function allFit(form: FormReader, key: string, cells: readonly Cell[] | undefined): boolean {
  const reader = form.byKey.get(key);
  const telling = tellingCells(cells ?? []);
  return reader !== undefined && telling.length > 0 && telling.every((cell) => fitsColumn(reader, cell));
}

/** Of two columns with the same header the one that is filled in is the one that is meant. */
export function preferFilled(
  columns: readonly FoundColumn[],
  doubles: readonly { readonly key: string; readonly column: number; readonly header: string }[],
  sample: Sample,
): readonly FoundColumn[] {
  return columns.map((found) => {
    if (sample.has(found.column)) return found;
    const filled = doubles.find(({ key, column }) => key === found.key && sample.has(column));
    return filled ? { ...found, column: filled.column, header: filled.header } : found;
  });
}

/** Sheet columns without a known header, taken by what they hold: the most telling kinds first, never a guess between two. */
export function addByContent(
  form: FormReader,
  columns: readonly FoundColumn[],
  sample: Sample,
  headerOf: (column: number) => string,
): readonly FoundColumn[] {
  const found = [...columns];
  for (const kinds of [['code', 'phone', 'email', 'date', 'choice'], ['institution'], ['person']]) {
    const open = form.columns.filter(
      ({ column }) => kinds.includes(column.kind) && !found.some(({ key }) => key === column.key),
    );
    for (const reader of open) {
      const column = onlyColumnFor(form, reader, open, found, sample);
      if (column === undefined) continue;
      found.push({ key: reader.column.key, column, header: headerOf(column), by: 'content' });
    }
  }
  return found.sort((a, b) => a.column - b.column);
}

function onlyColumnFor(
  form: FormReader,
  reader: ColumnReader,
  rivals: readonly ColumnReader[],
  found: readonly FoundColumn[],
  sample: Sample,
): number | undefined {
  if (!tellingColumns(form).has(reader.column.key) && reader.column.kind !== 'person') return undefined;
  const fitting: number[] = [];
  for (const [column, cells] of sample) {
    if (found.some((one) => one.column === column)) continue;
    if (fitsMost(reader, cells)) fitting.push(column);
  }
  const [only] = fitting;
  if (only === undefined || fitting.length > 1) return undefined;
  const cells = sample.get(only) ?? [];
  const disputed = rivals.some(
    (rival) => rival !== reader && !found.some(({ key }) => key === rival.column.key) && fitsMost(rival, cells),
  );
  return disputed ? undefined : only;
}

function fitsMost(reader: ColumnReader, cells: readonly Cell[]): boolean {
  return shareFitting(reader, tellingCells(cells)) >= ENOUGH;
}

/** One column is missing and one is unknown, between the same neighbours: the unknown header is a slip for the missing one. */
export function addByPosition(
  form: FormReader,
  columns: readonly FoundColumn[],
  unknown: readonly number[],
  sample: Sample,
  headerOf: (column: number) => string,
): readonly FoundColumn[] {
  const found = [...columns];
  for (const column of unknown) {
    if (headerOf(column) === '') continue;
    const before = keyAt(found, column - 1);
    const after = keyAt(found, column + 1);
    const order = form.columns.findIndex(
      (reader, index) =>
        !found.some(({ key }) => key === reader.column.key) &&
        ['text', 'sequence', 'number', 'person', 'institution'].includes(reader.column.kind) &&
        !holdsOtherThings(reader, tellingCells(sample.get(column) ?? [])) &&
        isNeighbour(form, index - 1, before) &&
        isNeighbour(form, index + 1, after),
    );
    const key = form.columns[order]?.column.key;
    if (key !== undefined) found.push({ key, column, header: headerOf(column), by: 'position' });
  }
  return found.sort((a, b) => a.column - b.column);
}

/**
 * Telephones, codes and mailboxes are no answer to a column of words: 办公电话 is no slip for 职务. Words are none to a
 * column of numbers.
 */
function holdsOtherThings(reader: ColumnReader, telling: readonly Cell[]): boolean {
  if (!['text', 'person', 'institution'].includes(reader.column.kind))
    return telling.length > 0 && shareFitting(reader, telling) < 0.5;
  const numbers = telling.filter(({ text }) => identifyNumber(text.trim().toUpperCase()) !== 'unknown');
  return numbers.length * 2 > telling.length;
}

function keyAt(found: readonly FoundColumn[], column: number): string | undefined {
  return found.find((one) => one.column === column)?.key;
}

/** Past either end of the form there is no neighbour on the sheet either. */
function isNeighbour(form: FormReader, index: number, key: string | undefined): boolean {
  return form.columns[index]?.column.key === key;
}
