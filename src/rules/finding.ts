import type { Severity } from './rule.ts';

/** Where a finding lies, from the mail down to the cell. Absent parts are unknown or do not apply. */
export interface Place {
  /** sha256 (hex) of the mail or loose file. */
  readonly message?: string;
  /** File name when the mail was taken from a folder. */
  readonly eml?: string;
  /** Name of the attachment or file. */
  readonly file?: string;
  /** Path inside containers: `a.zip!b/c.xls`. */
  readonly path?: string;
  readonly sheet?: string;
  /** 1-based row number on the sheet. */
  readonly row?: number;
  /** Address such as `E7`. */
  readonly cell?: string;
  /** Header text of the form's column. */
  readonly column?: string;
  /** Column key of the form. */
  readonly key?: string;
}

/** One fault in the data, as a value. Never thrown. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly form?: string;
  /** Code of the reporting unit, once known. */
  readonly unit?: string;
  readonly place: Place;
  readonly seen: string;
  readonly expected?: string;
  readonly fix?: string;
  readonly proof?: string;
  readonly applied?: boolean;
  /** Whom the row is about: the form's label column and its first identity column. */
  readonly name?: string;
  readonly uscc?: string;
  /** Chinese sentence: where, what was seen. */
  readonly text: string;
  /** Chinese sentence: what to do. */
  readonly remedy: string;
  readonly related?: readonly Place[];
  /** Set when a waiver covers it: the finding stays on record and no longer counts. */
  readonly waived?: { readonly by: string; readonly reason: string; readonly until?: string };
}
