import { hash } from 'node:crypto';
import type { JudgedRow } from '../rules/rule.ts';
import type { PreparedForm } from './prepare-rules.ts';
import type { RowKeys } from './row-keys.ts';

/** Bytes of a mark: of a million values hardly two that differ have the same (and then nothing but time is lost). */
const MARK_BYTES = 6;

/** A row with what it is recognised by. */
export interface MeetingRow {
  readonly keys: RowKeys;
  readonly judged: JudgedRow;
}

/**
 * Marks (48-bit numbers, each once) of all values by which the rows of a unit are held against those of others: what they are
 * recognised by, and what the rules over the province compare. Base64, so that it can be kept.
 */
export function marksOf(rows: readonly MeetingRow[], prepared: PreparedForm): string {
  const rules = differentMeetings(prepared);
  const values = new Set<string>();
  for (const { keys, judged } of rows) {
    for (const [level, key] of keys.entries()) if (key !== '') values.add(`${level} ${key}`);
    for (const { rule, parameters } of rules) for (const value of rule.meets(judged, parameters)) values.add(value);
  }
  return marksOfValues(values);
}

/** Marks of any values, each once. */
export function marksOfValues(values: Iterable<string>): string {
  const marks = [...new Set(values)].map((value) => hash('sha256', value, 'buffer').subarray(0, MARK_BYTES));
  return Buffer.concat(marks).toString('base64');
}

/** Several rules look at the same values: they are asked for once. */
function differentMeetings({ province }: PreparedForm): PreparedForm['province'] {
  const seen = new Map<unknown, Set<string>>();
  return province.filter(({ rule, parameters }) => {
    const known = seen.get(rule.meets) ?? new Set<string>();
    seen.set(rule.meets, known);
    const key = JSON.stringify(parameters);
    return !known.has(key) && known.add(key);
  });
}

/** Indexes of those units that share a mark with another. */
export function findMeeting(marks: readonly string[]): ReadonlySet<number> {
  const own = marks.map(readMarks);
  const all = new Float64Array(own.reduce((sum, one) => sum + one.length, 0));
  let at = 0;
  for (const one of own) {
    all.set(one, at);
    at += one.length;
  }
  all.sort();
  const shared = new Set<number>();
  for (let next = 1; next < all.length; next += 1) if (all[next] === all[next - 1]) shared.add(all[next] ?? Number.NaN);
  return new Set(own.flatMap((one, index) => (one.some((mark) => shared.has(mark)) ? [index] : [])));
}

function readMarks(kept: string): Float64Array {
  const bytes = Buffer.from(kept, 'base64');
  const marks = new Float64Array(bytes.length / MARK_BYTES);
  for (let index = 0; index < marks.length; index += 1) marks[index] = bytes.readUIntBE(index * MARK_BYTES, MARK_BYTES);
  return marks;
}
