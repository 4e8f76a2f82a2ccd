import type { Fields } from '../rules/field.ts';
import type { Fault } from '../rules/rule.ts';

/** A column of a form found on a sheet. */
export interface FoundColumn {
  readonly key: string;
  /** 1-based sheet column; for a transposed table the 1-based row. */
  readonly column: number;
  /** Header text as seen, lines joined. */
  readonly header: string;
  /** How it was recognised. */
  readonly by: 'header' | 'alias' | 'group' | 'content' | 'position';
}

export interface ReadRow {
  /** 1-based row on the sheet (column number for a transposed table). */
  readonly row: number;
  readonly hidden: boolean;
  readonly fields: Fields;
}

/** A row below the header that is not data, with why; nothing vanishes without a word. */
export interface SkippedRow {
  readonly row: number;
  readonly reason:
    | 'before-change'
    | 'blank'
    | 'example'
    | 'note'
    | 'numbering'
    | 'repeated-header'
    | 'signature'
    | 'title'
    | 'total';
  readonly text: string;
}

/** Something the reader saw that is told as a finding; `code` is in the rule catalogue (scope reading). */
export interface ReadingFault extends Fault {
  readonly code: string;
  readonly row?: number;
  readonly cell?: string;
}

/** One table of one form on one sheet, read. */
export interface ReadTable {
  readonly form: string;
  readonly sheet: string;
  readonly sheetState: 'visible' | 'hidden' | 'veryHidden';
  /** First and last header row. */
  readonly header: { readonly top: number; readonly bottom: number };
  readonly transposed: boolean;
  readonly columns: readonly FoundColumn[];
  readonly missing: readonly string[];
  readonly extra: readonly { readonly column: number; readonly header: string }[];
  readonly rows: readonly ReadRow[];
  readonly skipped: readonly SkippedRow[];
  readonly faults: readonly ReadingFault[];
  /** Text around the table that helps attribution: title, 填报单位 line, signature. */
  readonly surroundings: readonly string[];
}

/** The signed identity a template carries in its hidden sheet; not yet verified. */
export interface TemplateToken {
  readonly campaign: string;
  readonly unit: string;
  readonly form: string;
  readonly version: string;
  readonly signature: string;
}

/** All that was found in one workbook. */
export interface ReadWorkbook {
  readonly tables: readonly ReadTable[];
  readonly tokens: readonly TemplateToken[];
  /** Sheets without a table of any form, with why: `empty`, `no-header`, `old-hidden`, `dictionary`, `findings`. */
  readonly otherSheets: readonly { readonly sheet: string; readonly reason: string }[];
}
