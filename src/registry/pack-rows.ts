import type { Fields } from '../rules/field.ts';
import type { DecidedValue, RegisterRow, RowSource } from './register.ts';

/** Where on a sheet a row stands is told beside it. */
type Sheet = Omit<RowSource, 'row'>;

/**
 * Rows of one unit and form without their cells, as plain values, column by column: a register of a hundred thousand rows
 * is unpacked for every new mail.
 */
export interface PackedRows {
  /** Each sheet that the rows were read from, once. */
  readonly sheets: readonly Sheet[];
  /** What all ids begin with, and as one JSON text what follows in each: hardly ever is one asked for. */
  readonly ids: readonly [common: string, others: string];
  readonly count: number;
  /** `content` of all rows, one after the other. */
  readonly contents: string;
  /** Position of the sheet and row on it, for each row. */
  readonly places: readonly number[];
  /** Of the few rows that have any: index of the row, then as in `places`. */
  readonly copies: readonly (readonly [index: number, sheet: number, row: number])[];
  readonly decided: readonly (readonly [index: number, decided: readonly DecidedValue[]])[];
}

const CONTENT_LENGTH = 32;

/** Packs rows of one unit and form. */
export function packRows(rows: readonly RegisterRow[]): PackedRows {
  const known = new Map<string, number>();
  const sheets: Sheet[] = [];
  const sheetOf = (source: RowSource): number => {
    const { row: _row, ...sheet } = source;
    const key = JSON.stringify(sheet);
    const at = known.get(key) ?? sheets.push(sheet) - 1;
    known.set(key, at);
    return at;
  };
  return {
    ids: packIds(rows.map((row) => row.id)),
    count: rows.length,
    contents: rows.map((row) => row.content).join(''),
    places: rows.flatMap(({ source }) => [sheetOf(source), source.row]),
    copies: rows.flatMap((row, index) => row.copies.map((copy) => [index, sheetOf(copy), copy.row] as const)),
    decided: rows.flatMap(({ decided }, index) => (decided.length === 0 ? [] : [[index, decided] as const])),
    sheets,
  };
}

function packIds(ids: readonly string[]): PackedRows['ids'] {
  const [first = ''] = ids;
  let length = first.length;
  for (const id of ids) while (!id.startsWith(first.slice(0, length))) length -= 1;
  return [first.slice(0, length), JSON.stringify(ids.map((id) => id.slice(length)))];
}

/** The same rows again; `fieldsAt` gives the cells of a row when they are first asked for. */
export function unpackRows(
  packed: PackedRows,
  form: string,
  unit: string,
  fieldsAt: (index: number) => Fields,
): RegisterRow[] {
  const { sheets, contents, places } = packed;
  const sheetAt = (at: number | undefined): Sheet => {
    const sheet = sheets[at ?? -1];
    if (!sheet) throw new Error(`a kept row of ${form} ${unit} has no sheet; run rebuild`);
    return sheet;
  };
  const copies = new Map<number, RowSource[]>();
  for (const [index, sheet, row] of packed.copies)
    copies.set(index, [...(copies.get(index) ?? []), onSheet(sheetAt(sheet), row)]);
  const [common, others] = packed.ids;
  let ids: readonly string[] | undefined;
  const idAt = (index: number): string => {
    ids ??= JSON.parse(others) as string[];
    return common + (ids[index] ?? '');
  };
  const decided = new Map(packed.decided);
  const shared: SharedByRows = { form, unit, contents, places, copies, decided, idAt, sheetAt, fieldsAt };
  return Array.from({ length: packed.count }, (_, index) => new KeptRow(index, shared));
}

/** What the rows of one unit and form have in common. */
interface SharedByRows {
  readonly form: string;
  readonly unit: string;
  readonly contents: string;
  readonly places: readonly number[];
  readonly copies: ReadonlyMap<number, readonly RowSource[]>;
  readonly decided: ReadonlyMap<number, readonly DecidedValue[]>;
  readonly idAt: (index: number) => string;
  readonly sheetAt: (at: number | undefined) => Sheet;
  readonly fieldsAt: (index: number) => Fields;
}

const NO_COPIES: readonly RowSource[] = [];
const NO_VALUES: readonly DecidedValue[] = [];

function onSheet({ message, eml, path, file, sheet, receivedAt, submission }: Sheet, row: number): RowSource {
  return { message, eml, path, file, sheet, row, receivedAt, submission };
}

/** A row that is told from what it was packed in when it is asked: there are a hundred thousand, and of most little is asked. */
class KeptRow implements RegisterRow {
  readonly #index: number;
  readonly #shared: SharedByRows;

  constructor(index: number, shared: SharedByRows) {
    this.#index = index;
    this.#shared = shared;
  }

  get id(): string {
    return this.#shared.idAt(this.#index);
  }

  get form(): string {
    return this.#shared.form;
  }

  get unit(): string {
    return this.#shared.unit;
  }

  get content(): string {
    return this.#shared.contents.slice(this.#index * CONTENT_LENGTH, (this.#index + 1) * CONTENT_LENGTH);
  }

  get source(): RowSource {
    const { places, sheetAt } = this.#shared;
    return onSheet(sheetAt(places[this.#index * 2]), places[this.#index * 2 + 1] ?? 0);
  }

  get copies(): readonly RowSource[] {
    return this.#shared.copies.get(this.#index) ?? NO_COPIES;
  }

  get decided(): readonly DecidedValue[] {
    return this.#shared.decided.get(this.#index) ?? NO_VALUES;
  }

  get fields(): Fields {
    return this.#shared.fieldsAt(this.#index);
  }
}
