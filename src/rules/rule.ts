import type { Vocabulary } from '../vocabularies/vocabulary.ts';
import type { Field, Fields } from './field.ts';

/**
 * block: no account can be created from this row · error: the sender has to correct it ·
 * warning: a person should look · notice: done or known, told for the record.
 */
export type Severity = 'block' | 'error' | 'warning' | 'notice';

/** What every finding code carries, whether a rule function, the reader or the registry raises it. */
export interface RuleDescription {
  /** Stable, kebab-case, area first: `uscc/check-digit`. */
  readonly code: string;
  readonly severity: Severity;
  /** Short Chinese name, at most about 16 characters. */
  readonly title: string;
  /** Chinese sentence with `{placeholders}` from Fault.detail, plus {column}, {seen}, {fix}, {expected}. */
  readonly message: string;
  /** What the sender should do, one Chinese sentence, same placeholders. */
  readonly remedy: string;
  readonly example: { readonly wrong: string; readonly right: string };
  /** Standard and section, or the paragraph of the notice, that the rule rests on. */
  readonly source: string;
  /** A new rule on trial: never more than a warning. */
  readonly beta?: boolean;
  /** One line for the input message of the template's column. */
  readonly hint?: string;
}

/** What a rule saw. The place is added by the judge; a rule knows only column keys and row indexes. */
export interface Fault {
  /** Column key at fault; '' for the row or sheet as a whole. */
  readonly column: string;
  readonly seen: string;
  readonly expected?: string;
  /** Proposed value, only where it can be proved; `proof` says how in Chinese. */
  readonly fix?: string;
  readonly proof?: string;
  /** True when the value in the register already carries the fix (an automatic repair). */
  readonly applied?: boolean;
  /** Fills the placeholders of the message. */
  readonly detail?: Readonly<Record<string, string>>;
  /** Overrides the severity of the description for this fault only (never raises a beta rule). */
  readonly severity?: Severity;
}

/** The reporting unit as rules may see it. */
export interface UnitFacts {
  readonly code: string;
  readonly name: string;
  readonly short: string;
  readonly aliases: readonly string[];
  /** Six-digit division codes (2-digit, 4-digit or 6-digit prefixes) that belong to the unit; [] when it is no area. */
  readonly divisions: readonly string[];
}

export interface Parameters {
  readonly [name: string]: string | number | boolean | readonly string[];
}

export interface CellInput {
  readonly column: string;
  readonly header: string;
  readonly field: Field;
  /** The other fields of the same row; a missing column reads as undefined. */
  readonly fields: Fields;
  readonly parameters: Parameters;
  readonly vocabulary?: Vocabulary;
  readonly unit?: UnitFacts;
}

export interface RowInput {
  readonly fields: Fields;
  readonly parameters: Parameters;
  /** Vocabularies by column key. */
  readonly vocabularies: Readonly<Record<string, Vocabulary>>;
  readonly unit?: UnitFacts;
}

/** Rows of one submission (sheet scope) or of the whole register (province scope). */
export interface RowsInput {
  readonly rows: readonly JudgedRow[];
  readonly parameters: Parameters;
}

export interface JudgedRow {
  readonly fields: Fields;
  readonly unit?: UnitFacts;
  /** Row number on its sheet, for texts such as "与第 7 行重复". */
  readonly row: number;
  readonly sheet: string;
}

export interface RowsFault extends Fault {
  /** Index into RowsInput.rows. */
  readonly index: number;
  /** Indexes of the other rows concerned. */
  readonly related: readonly number[];
}

/** Checks one cell. Not called for a blank cell unless `judgesBlank`. */
export interface CellRule extends RuleDescription {
  readonly scope: 'cell';
  readonly judgesBlank?: boolean;
  check(input: CellInput): readonly Fault[];
}

/** Compares columns of one row. Must say nothing about a comparison in which a side is blank. */
export interface RowRule extends RuleDescription {
  readonly scope: 'row';
  check(input: RowInput): readonly Fault[];
}

export interface SheetRule extends RuleDescription {
  readonly scope: 'sheet';
  check(input: RowsInput): readonly RowsFault[];
}

export interface ProvinceRule extends RuleDescription {
  readonly scope: 'province';
  /**
   * Values by which a row is held against rows of other units, each behind a word that tells what it is. Rows of a unit that
   * shares none of them with another unit need not be among those given to `check`.
   */
  readonly meets: (row: JudgedRow, parameters: Parameters) => readonly string[];
  check(input: RowsInput): readonly RowsFault[];
}

/** A finding that the reader or the registry raises by itself; the catalogue holds its words. */
export interface ReadingRule extends RuleDescription {
  readonly scope: 'reading';
}

export type Rule = CellRule | RowRule | SheetRule | ProvinceRule | ReadingRule;
