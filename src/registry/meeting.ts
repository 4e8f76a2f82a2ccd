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
  const strong = laid(units.map((one) => one.strong));
  const weak = laid(units.map((one) => one.weak));
  const repeated = findRepeated(strong.bytes, weak.bytes);
  const owners = new Map<number, { isStrong: boolean; readonly units: number[] }>();
  for (const { bytes, ends } of [strong, weak]) {
    let at = 0;
    for (const [unit, end] of ends.entries())
      for (; at < end; at += MARK_BYTES) {
        if (!isSet(repeated, lastBits(bytes, at))) continue;
        const mark = bytes.readUIntBE(at, MARK_BYTES);
        const known = owners.get(mark);
        const isStrong = bytes === strong.bytes;
        if (!known) owners.set(mark, { isStrong, units: [unit] });
        else {
          known.isStrong ||= isStrong;
          known.units.push(unit);
        }
      }
  }
  const meeting = new Set<number>();
  for (const { isStrong, units: sharing } of owners.values())
    if (isStrong && new Set(sharing).size > 1) for (const unit of sharing) meeting.add(unit);
  return meeting;
}

/** Marks of all units one behind the other, and where those of each unit end. */
function laid(marks: readonly string[]): { readonly bytes: Buffer; readonly ends: readonly number[] } {
  // Marks fill their base64 to the last character: four stand for three bytes.
  const bytes = Buffer.allocUnsafe(marks.reduce((sum, { length }) => sum + (length / 4) * 3, 0));
  let end = 0;
  const ends = marks.map((one) => (end += bytes.write(one, end, 'base64')));
  return { bytes, ends };
}

/** Flags of places: a mark has its place in its last bits. */
type Flags = Uint8Array;

/** Flags the places of marks that may stand in two units, and a few others: a million are gone through without a table of all of them. */
function findRepeated(strong: Buffer, weak: Buffer): Flags {
  // At least 32 places for each mark, up to those of a very large register.
  const marks = (strong.length + weak.length) / MARK_BYTES;
  const places = 2 ** Math.min(25, Math.max(10, Math.ceil(Math.log2(32 * (marks + 1)))));
  const [seen, repeated] = [new Uint8Array(places / 8), new Uint8Array(places / 8)];
  for (let at = 0; at < strong.length; at += MARK_BYTES) {
    const place = lastBits(strong, at);
    if (isSet(seen, place)) set(repeated, place);
    else set(seen, place);
  }
  for (let at = 0; at < weak.length; at += MARK_BYTES) {
    const place = lastBits(weak, at);
    if (isSet(seen, place)) set(repeated, place);
  }
  return repeated;
}

/** The last bits of a mark, 31 of them. */
function lastBits(bytes: Buffer, at: number): number {
  // Byte by byte: several times as fast as to have a number read, and there are a million of them.
  const first = (bytes[at + 2] ?? 0) & 0x7f;
  return (first << 24) | ((bytes[at + 3] ?? 0) << 16) | ((bytes[at + 4] ?? 0) << 8) | (bytes[at + 5] ?? 0);
}

function isSet(flags: Flags, bits: number): boolean {
  return ((flags[(bits >>> 3) & (flags.length - 1)] ?? 0) & (1 << (bits & 7))) !== 0;
}

function set(flags: Flags, bits: number): void {
  const byte = (bits >>> 3) & (flags.length - 1);
  flags[byte] = (flags[byte] ?? 0) | (1 << (bits & 7));
}
