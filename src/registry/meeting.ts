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
  const strong = units.map((one) => Buffer.from(one.strong, 'base64'));
  const weak = units.map((one) => Buffer.from(one.weak, 'base64'));
  const places = countPlaces([...strong, ...weak]);
  const isRepeated = findRepeated(strong, weak, places);
  const owners = new Map<number, { isStrong: boolean; readonly units: number[] }>();
  const own = (marks: readonly Buffer[], isStrong: boolean): void => {
    for (const [unit, list] of marks.entries())
      for (let at = 0; at < list.length; at += MARK_BYTES) {
        if (!isRepeated(placeOf(list, at, places))) continue;
        const mark = list.readUIntBE(at, MARK_BYTES);
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

/** Places of the first look: at least 32 for each mark, up to those of a very large register. */
function countPlaces(lists: readonly Buffer[]): number {
  const marks = lists.reduce((sum, list) => sum + list.length / MARK_BYTES, 0);
  return 2 ** Math.min(25, Math.max(10, Math.ceil(Math.log2(32 * (marks + 1)))));
}

/** The place of a mark: its last bits. */
function placeOf(list: Buffer, at: number, places: number): number {
  // Byte by byte: several times as fast as to have a number read, and there are a million of them.
  return (
    (((list[at + 2] ?? 0) << 24) | ((list[at + 3] ?? 0) << 16) | ((list[at + 4] ?? 0) << 8) | (list[at + 5] ?? 0)) &
    (places - 1)
  );
}

/** Tells places of marks that may stand in two units, and a few others: a million are gone through without a table of all of them. */
function findRepeated(strong: readonly Buffer[], weak: readonly Buffer[], places: number): (place: number) => boolean {
  const [seen, repeated] = [new Uint8Array(places / 8), new Uint8Array(places / 8)];
  const look = (lists: readonly Buffer[], remember: boolean): void => {
    for (const list of lists)
      for (let at = 0; at < list.length; at += MARK_BYTES) {
        const place = placeOf(list, at, places);
        const byte = place >>> 3;
        const flag = 1 << (place & 7);
        const there = seen[byte] ?? 0;
        if ((there & flag) !== 0) repeated[byte] = (repeated[byte] ?? 0) | flag;
        else if (remember) seen[byte] = there | flag;
      }
  };
  look(strong, true);
  look(weak, false);
  return (place) => ((repeated[place >>> 3] ?? 0) & (1 << (place & 7))) !== 0;
}
