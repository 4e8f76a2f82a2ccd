/** How a spreadsheet stored a cell. `formula` cells carry their cached result as text. */
export type StoredAs = 'blank' | 'text' | 'number' | 'boolean' | 'date' | 'error' | 'formula';

/** One cleaning step that changed the text of a cell; shown to people as "from → to". */
export interface Repair {
  /** Kebab-case kind, which is also the last part of the notice's finding code, e.g. `full-width`. */
  readonly kind: string;
  readonly from: string;
  readonly to: string;
}

/**
 * One cell of a read row, before and after cleaning.
 * `raw` is the lexical text exactly as the file holds it; `value` is what may go into a deliverable
 * (canonical for vocabulary columns, ISO for dates). Both are '' for a blank cell.
 */
export interface Field {
  readonly value: string;
  readonly raw: string;
  readonly stored: StoredAs;
  /** Number format code of the cell, only where it is not General. */
  readonly format?: string;
  /** Address such as `E7`; '' when the column is absent from the table. */
  readonly cell: string;
  readonly repairs: readonly Repair[];
}

/** The fields of one row by column key. */
export type Fields = Readonly<Record<string, Field>>;
