import type { Form } from '../forms/form.ts';
import type { Fields } from '../rules/field.ts';
import type { ReadRow } from '../sheet/table.ts';
import type { Draft } from './draft.ts';
import { fingerprint } from './fingerprint.ts';
import type { RowSource } from './register.ts';
import { isSame, pairRows, type RowKeys, rowKeys } from './row-keys.ts';
import type { SourcedTable } from './submission.ts';
import type { ReportingUnit } from './unit.ts';

/** A row that was read and counts, with the submission it came from. */
export interface LiveRow {
  readonly id: string;
  readonly keys: RowKeys;
  readonly draft: Draft;
  readonly sourced: SourcedTable;
  readonly read: ReadRow;
  readonly fields: Fields;
  /** The same row seen elsewhere. */
  readonly copies: readonly RowSource[];
}

/** A row of a table that repeats an earlier row of the same submission; it is judged, but does not enter the register. */
export interface RepeatedRow {
  readonly row: LiveRow;
  /** Index of the row it repeats, in the same list of rows. */
  readonly of: number;
  /** False when the two rows contradict each other. */
  readonly identical: boolean;
}

/** The rows of a submission; a row that stands for the same as an earlier one is set apart. */
export function liveRows(
  draft: Draft,
  unit: ReportingUnit,
): { readonly rows: readonly LiveRow[]; readonly repeated: readonly RepeatedRow[] } {
  const rows: LiveRow[] = [];
  const repeated: RepeatedRow[] = [];
  const seen = new Map<string, number[]>();
  const place = /^\d{6}$/.test(unit.code) ? unit.code : '';
  for (const sourced of draft.tables)
    for (const read of sourced.table.rows) {
      const keys = rowKeys(draft.form, read.fields, place);
      const row: LiveRow = { id: '', keys, draft, sourced, read, fields: read.fields, copies: [] };
      const twin = draft.form.rowsPerUnit === 'one' && !isTwin(draft.form, row, rows) ? -1 : findTwin(keys, rows, seen);
      if (twin >= 0) {
        const first = rows[twin];
        repeated.push({
          row,
          of: twin,
          identical: first !== undefined && sameContent(draft.form, first.fields, row.fields),
        });
        continue;
      }
      for (const [level, key] of keys.entries()) if (key !== '') remember(seen, `${level} ${key}`, rows.length);
      rows.push(row);
    }
  return { rows, repeated };
}

/** A unit that has to name one person and names two is told so; only the very same line again is a repetition. */
function isTwin(form: Form, row: LiveRow, rows: readonly LiveRow[]): boolean {
  return rows.some((other) => sameContent(form, other.fields, row.fields));
}

function remember(seen: Map<string, number[]>, key: string, at: number): void {
  const known = seen.get(key);
  if (known) known.push(at);
  else seen.set(key, [at]);
}

function findTwin(keys: RowKeys, rows: readonly LiveRow[], seen: ReadonlyMap<string, readonly number[]>): number {
  for (const [level, key] of keys.entries()) {
    if (key === '') continue;
    for (const at of (seen.get(`${level} ${key}`) ?? []).slice(0, 20)) {
      const other = rows[at];
      if (other && isSame(other.keys, keys)) return at;
    }
  }
  return -1;
}

/**
 * Pairs rows of one form and unit: for each of `fresh` the index in `old`, or -1. Where a unit names one person, the
 * unit itself tells no two of them apart: only the name does.
 */
export function pairLive(old: readonly LiveRow[], fresh: readonly LiveRow[]): number[] {
  const keysOf = ({ keys, draft }: LiveRow): RowKeys => (draft.form.rowsPerUnit === 'one' ? keys.slice(-1) : keys);
  return pairRows(old.map(keysOf), fresh.map(keysOf));
}

/** True when every column but the running number holds the same. */
export function sameContent(form: Form, a: Fields, b: Fields): boolean {
  return differences(form, a, b).length === 0;
}

/** Keys of the columns that differ; the running number never counts. */
export function differences(form: Form, a: Fields, b: Fields): string[] {
  return form.columns
    .filter(({ key }) => key !== form.sequenceColumn && (a[key]?.value ?? '') !== (b[key]?.value ?? ''))
    .map(({ key }) => key);
}

/** What a row is called in texts. */
export function labelOf(row: LiveRow): string {
  const label = row.fields[row.draft.form.label]?.value ?? '';
  return label === '' ? `第${row.read.row}行` : label;
}

/** Where a row was read. */
export function sourceOf({ draft, sourced, read }: LiveRow): RowSource {
  return {
    message: draft.reading.message,
    eml: draft.reading.eml,
    path: sourced.path,
    file: sourced.file,
    sheet: sourced.table.sheet,
    row: read.row,
    receivedAt: draft.reading.receivedAt,
    submission: draft.id,
  };
}

/** A new id out of form, unit and strongest identity; `taken` holds those in use. */
export function newRowId(row: LiveRow, taken: ReadonlySet<string>): string {
  const key = row.keys.find((one) => one !== '') ?? JSON.stringify(sourceOf(row));
  const id = `${row.draft.form.form}/${row.draft.unit}/${fingerprint(key).slice(0, 10)}`;
  for (let number = 2; ; number += 1) {
    const numbered = number === 2 ? id : `${id}-${number - 1}`;
    if (!taken.has(numbered)) return numbered;
  }
}
