import { hash } from 'node:crypto';
import type { JudgedRow } from '../rules/rule.ts';
import type { PreparedForm } from './prepare-rules.ts';
import type { RowKeys } from './row-keys.ts';

/** Bytes of a mark: of a million values hardly two that differ have the same (and then nothing but time is lost). */
const MARK_BYTES = 6;

/** Marks of the values by which the rows of a unit are held against those of others: 48-bit numbers, each once, in base64. */
export interface Marks {
  readonly strong: string;
  /** Meet strong ones only. */
  readonly weak: string;
}

/** A row with what it is recognised by. */
export interface MeetingRow {
  readonly keys: RowKeys;
  readonly judged: JudgedRow;
}

/** Marks of all that makes a row the same as another, and of all that the rules over the province compare. */
export function marksOf(rows: readonly MeetingRow[], prepared: PreparedForm): Marks {
  const rules = differentMeetings(prepared);
  const strong = new Set<string>();
  const weak = new Set<string>();
  for (const { keys, judged } of rows) {
    addKeys(keys, strong, weak);
    for (const { rule, parameters } of rules) for (const value of rule.meets(judged, parameters)) strong.add(value);
  }
  return { strong: marksOfValues(strong), weak: marksOfValues(weak) };
}

/**
 * Rows that hold all their keys are the same only where most of these are (see isSame): two at least, when there are
 * several. One key is enough where the others are blank in one of the two rows.
 */
function addKeys(keys: RowKeys, strong: Set<string>, weak: Set<string>): void {
  const named = keys.flatMap((key, level) => (key === '' ? [] : [`${level} ${key}`]));
  const isFull = named.length === keys.length && keys.length > 1;
  for (const [at, one] of named.entries()) {
    (isFull ? weak : strong).add(one);
    if (isFull) for (const other of named.slice(at + 1)) strong.add(`${one}\n${other}`);
  }
}

/** Strong marks of any values. */
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
export function findMeeting(units: readonly Marks[]): ReadonlySet<number> {
  const strong = units.map((one) => readMarks(one.strong));
  const weak = units.map((one) => readMarks(one.weak));
  const repeated = findRepeated(strong, weak);
  const owners = new Map<number, { isStrong: boolean; readonly units: number[] }>();
  const own = (marks: readonly Float64Array[], isStrong: boolean): void => {
    for (const [unit, list] of marks.entries())
      for (const mark of list) {
        if (!repeated.has(mark)) continue;
        const known = owners.get(mark);
        if (!known) owners.set(mark, { isStrong, units: [unit] });
        else {
          known.isStrong ||= isStrong;
          known.units.push(unit);
        }
      }
  };
  own(strong, true);
  own(weak, false);
  const meeting = new Set<number>();
  for (const { isStrong, units: sharing } of owners.values())
    if (isStrong && new Set(sharing).size > 1) for (const unit of sharing) meeting.add(unit);
  return meeting;
}

/** Bits of the first look: many times as many as a very large register has marks. */
const BITS = 2 ** 26;

/** Marks that may stand in two units, and a few others: a million are gone through without a table of all of them. */
function findRepeated(strong: readonly Float64Array[], weak: readonly Float64Array[]): ReadonlySet<number> {
  const seen = new Uint8Array(BITS / 8);
  const repeated = new Set<number>();
  const look = (mark: number, remember: boolean): void => {
    const bit = mark & (BITS - 1);
    const flag = 1 << (bit & 7);
    const byte = seen[bit >>> 3] ?? 0;
    if ((byte & flag) !== 0) repeated.add(mark);
    else if (remember) seen[bit >>> 3] = byte | flag;
  };
  for (const list of strong) for (const mark of list) look(mark, true);
  for (const list of weak) for (const mark of list) look(mark, false);
  return repeated;
}

function readMarks(kept: string): Float64Array {
  const bytes = Buffer.from(kept, 'base64');
  const marks = new Float64Array(bytes.length / MARK_BYTES);
  for (let index = 0; index < marks.length; index += 1) marks[index] = bytes.readUIntBE(index * MARK_BYTES, MARK_BYTES);
  return marks;
}
