import type { StoredAs } from '../rules/field.ts';

/**
 * One non-blank cell. `text` keeps the lexical form of the file: the digits of `<v>` for numbers
 * (`5.10107E+21` stays that), the flattened string for text, TRUE/FALSE, #N/A. Nothing is rounded.
 */
export interface Cell {
  /** 1-based column. */
  readonly column: number;
  readonly stored: StoredAs;
  readonly text: string;
  /** Number format code, absent for General. */
  readonly format?: string;
  /** ISO date or date-time for a number shown as a date, e.g. 2025-01-31. */
  readonly date?: string;
  /** Formula text where there is one (its cached result is `text`). */
  readonly formula?: string;
  /** A line runs through the text: somebody crossed it out. */
  readonly struck?: true;
}

export interface GridRow {
  /** 1-based row number. */
  readonly number: number;
  readonly hidden: boolean;
  /** Ascending by column; blank cells are left out. */
  readonly cells: readonly Cell[];
}

/** What somebody noted beside a cell; row and column 1-based. */
export interface Note {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** 1-based, inclusive. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Grid {
  readonly name: string;
  readonly state: 'visible' | 'hidden' | 'veryHidden';
  /** Ascending by number; rows without a non-blank cell are left out. */
  readonly rows: readonly GridRow[];
  readonly merges: readonly Area[];
  /** 1-based numbers of hidden columns. */
  readonly hiddenColumns: readonly number[];
  /** Comments of people, where the format is read for them. */
  readonly notes?: readonly Note[];
  /** Package part of an OOXML sheet, e.g. `xl/worksheets/sheet1.xml`. */
  readonly part?: string;
}

/** A spreadsheet as plain values, whatever file it came from. */
export interface Workbook {
  /** What the bytes were: xlsx, xlsm, xlsb, xls, ods, csv, html, docx … */
  readonly format: string;
  readonly grids: readonly Grid[];
  /** What the file held that is told to the clerk: macros, external links, encryption, truncated text. */
  readonly traits: readonly string[];
}

/** Why a file was not read; a value, never an exception. */
export interface Refusal {
  /** Stable kebab-case code, area first: `file/password-protected`, `file/picture`, `file/bomb`. */
  readonly code: string;
  /** Chinese: what was seen. */
  readonly text: string;
  /** Chinese: what to ask the sender for. */
  readonly ask: string;
}

export type Decoded =
  | { readonly ok: true; readonly workbook: Workbook }
  | { readonly ok: false; readonly refusal: Refusal };
