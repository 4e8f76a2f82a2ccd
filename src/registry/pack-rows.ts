import type { Fields } from '../rules/field.ts';
import type { DecidedValue, RegisterRow, RowSource } from './register.ts';

/** Where on a sheet a row stands is told beside it. */
type Sheet = Omit<RowSource, 'row'>;
type Place = readonly [sheet: number, row: number];
type PackedRow = readonly [
  id: string,
  content: string,
  source: Place,
  copies: readonly Place[],
  decided: readonly DecidedValue[],
];

/** Rows of one unit and form without their cells, as plain values; each sheet that they were read from is told once. */
export interface PackedRows {
  readonly sheets: readonly Sheet[];
  readonly rows: readonly PackedRow[];
}

/** Packs rows of one unit and form. */
export function packRows(rows: readonly RegisterRow[]): PackedRows {
  const sheets = new Map<string, number>();
  const known: Sheet[] = [];
  const placeOf = ({ row, ...sheet }: RowSource): Place => {
    const key = JSON.stringify(sheet);
    const at = sheets.get(key) ?? known.push(sheet) - 1;
    sheets.set(key, at);
    return [at, row];
  };
  return {
    rows: rows.map(({ id, content, source, copies, decided }) => [
      id,
      content,
      placeOf(source),
      copies.map(placeOf),
      decided,
    ]),
    sheets: known,
  };
}

/** The same rows again; `fieldsAt` gives the cells of a row when they are first asked for. */
export function unpackRows(
  { sheets, rows }: PackedRows,
  form: string,
  unit: string,
  fieldsAt: (index: number) => Fields,
): RegisterRow[] {
  const sourceAt = ([at, row]: Place): RowSource => {
    const sheet = sheets[at];
    if (!sheet) throw new Error(`a kept row of ${form} ${unit} has no sheet; run rebuild`);
    const { message, eml, path, file, receivedAt, submission } = sheet;
    return { message, eml, path, file, sheet: sheet.sheet, row, receivedAt, submission };
  };
  return rows.map(
    ([id, content, source, copies, decided], index) =>
      new KeptRow({ id, form, unit, content, source: sourceAt(source), copies: copies.map(sourceAt), decided }, () =>
        fieldsAt(index),
      ),
  );
}

/** A row whose cells are loaded when first asked for: a class, for a hundred thousand of them are of one shape. */
class KeptRow implements RegisterRow {
  readonly id: string;
  readonly form: string;
  readonly unit: string;
  readonly content: string;
  readonly source: RowSource;
  readonly copies: readonly RowSource[];
  readonly decided: readonly DecidedValue[];
  readonly #load: () => Fields;

  constructor(row: Omit<RegisterRow, 'fields'>, load: () => Fields) {
    this.id = row.id;
    this.form = row.form;
    this.unit = row.unit;
    this.content = row.content;
    this.source = row.source;
    this.copies = row.copies;
    this.decided = row.decided;
    this.#load = load;
  }

  get fields(): Fields {
    return this.#load();
  }
}
