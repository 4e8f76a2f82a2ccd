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
  readonly ids: readonly string[];
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
    ids: rows.map((row) => row.id),
    contents: rows.map((row) => row.content).join(''),
    places: rows.flatMap(({ source }) => [sheetOf(source), source.row]),
    copies: rows.flatMap((row, index) => row.copies.map((copy) => [index, sheetOf(copy), copy.row] as const)),
    decided: rows.flatMap(({ decided }, index) => (decided.length === 0 ? [] : [[index, decided] as const])),
    sheets,
  };
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
  const decided = new Map(packed.decided);
  return packed.ids.map(
    (id, index) =>
      new KeptRow(
        {
          id,
          form,
          unit,
          content: contents.slice(index * CONTENT_LENGTH, (index + 1) * CONTENT_LENGTH),
          copies: copies.get(index) ?? NO_COPIES,
          decided: decided.get(index) ?? NO_VALUES,
        },
        sheetAt(places[index * 2]),
        places[index * 2 + 1] ?? 0,
        () => fieldsAt(index),
      ),
  );
}

const NO_COPIES: readonly RowSource[] = [];
const NO_VALUES: readonly DecidedValue[] = [];

function onSheet({ message, eml, path, file, sheet, receivedAt, submission }: Sheet, row: number): RowSource {
  return { message, eml, path, file, sheet, row, receivedAt, submission };
}

/** A row whose cells are loaded when first asked for: a class, for a hundred thousand of them are of one shape. */
class KeptRow implements RegisterRow {
  readonly id: string;
  readonly form: string;
  readonly unit: string;
  readonly content: string;
  readonly copies: readonly RowSource[];
  readonly decided: readonly DecidedValue[];
  readonly #sheet: Sheet;
  readonly #row: number;
  readonly #load: () => Fields;

  constructor(row: Omit<RegisterRow, 'fields' | 'source'>, sheet: Sheet, at: number, load: () => Fields) {
    this.id = row.id;
    this.form = row.form;
    this.unit = row.unit;
    this.content = row.content;
    this.copies = row.copies;
    this.decided = row.decided;
    this.#sheet = sheet;
    this.#row = at;
    this.#load = load;
  }

  get source(): RowSource {
    return onSheet(this.#sheet, this.#row);
  }

  get fields(): Fields {
    return this.#load();
  }
}
