import type { RegisterLine } from './register-lines.ts';

/** One difference between two published versions. */
export interface RegisterChange {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly form: string;
  readonly unit: string;
  readonly unitName: string;
  readonly name: string;
  /** Row id in the newer version, in the older one for a removed row. */
  readonly id: string;
  /** Values that differ, by column key; only for a changed row. */
  readonly values: readonly { readonly key: string; readonly from: string; readonly to: string }[];
  /** Mail of the newer row (of the older one for a removed row). */
  readonly message: string;
}

/**
 * What differs from the version last published, from register.jsonl of both. Rows are matched by id; what is left over is matched by unit and
 * name, so that a corrected code reads as a change and not as a row gone and another come. `undefined` (no version
 * before) gives no changes. Lines that cannot be read are passed over: the file lies open in the clerk's folder.
 */
export function diffRegisters(previous: Uint8Array | undefined, current: Uint8Array): readonly RegisterChange[] {
  if (previous === undefined) return [];
  const [older, newer] = differingLines(Buffer.from(previous.buffer, previous.byteOffset, previous.length), current);
  const before = new Map(readLines(older).map((line) => [`${line.form} ${line.id}`, line]));
  const pairs: [RegisterLine, RegisterLine | undefined][] = [];
  for (const line of readLines(newer)) {
    const key = `${line.form} ${line.id}`;
    pairs.push([line, before.get(key)]);
    before.delete(key);
  }
  const leftovers = uniqueByName([...before.values()]);
  const strangers = uniqueByName(pairs.flatMap(([line, old]) => (old ? [] : [line])));
  const changes: RegisterChange[] = [];
  for (const [line, sameId] of pairs) {
    const renamed = sameId ?? (strangers.get(nameKey(line)) === line ? leftovers.get(nameKey(line)) : undefined);
    if (!renamed) {
      changes.push(toChange('added', line, []));
      continue;
    }
    before.delete(`${renamed.form} ${renamed.id}`);
    const values = differences(renamed.fields, line.fields);
    if (values.length > 0) changes.push(toChange('changed', line, values));
  }
  for (const line of before.values()) changes.push(toChange('removed', line, []));
  return changes;
}

function toChange(kind: RegisterChange['kind'], line: RegisterLine, values: RegisterChange['values']): RegisterChange {
  const { form, unit, unitName, name, id } = line;
  return { kind, form, unit, unitName, name, id, values, message: line.source.message };
}

function differences(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): RegisterChange['values'] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys
    .map((key) => ({ key, from: before[key] ?? '', to: after[key] ?? '' }))
    .filter(({ from, to }) => from !== to);
}

function nameKey(line: RegisterLine): string {
  return [line.form, line.unit, line.name].join('\u0000');
}

/** Lines by unit and name; none under those that occur more than once. */
function uniqueByName(lines: readonly RegisterLine[]): ReadonlyMap<string, RegisterLine | undefined> {
  const found = new Map<string, RegisterLine | undefined>();
  for (const line of lines) {
    const key = nameKey(line);
    found.set(key, found.has(key) || line.name === '' ? undefined : line);
  }
  return found;
}

/** Lines of two files, without those that stand in both at the same place: of a large register few differ. */
function differingLines(previous: Buffer, current: Uint8Array): readonly [older: string[], newer: string[]] {
  const older: string[] = [];
  const newer: string[] = [];
  let [left, right] = [0, 0];
  while (left < previous.length || right < current.length) {
    const one = previous.subarray(left, endOfLine(previous, left));
    const other = current.subarray(right, endOfLine(current, right));
    if (!one.equals(other)) {
      older.push(one.toString('utf8'));
      newer.push(Buffer.from(other).toString('utf8'));
    }
    left += one.length;
    right += other.length;
  }
  return [older, newer];
}

function endOfLine(bytes: Uint8Array, from: number): number {
  const at = bytes.indexOf(LINE_FEED, from);
  return at < 0 ? bytes.length : at + 1;
}

const LINE_FEED = 10;

function readLines(lines: readonly string[]): RegisterLine[] {
  return lines.flatMap((text) => {
    const line = parse(text);
    return isRegisterLine(line) ? [line] : [];
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRegisterLine(value: unknown): value is RegisterLine {
  if (typeof value !== 'object' || value === null) return false;
  const line = value as Partial<Record<keyof RegisterLine, unknown>>;
  return (
    typeof line.form === 'string' &&
    typeof line.id === 'string' &&
    typeof line.unit === 'string' &&
    typeof line.name === 'string' &&
    typeof line.fields === 'object' &&
    line.fields !== null &&
    typeof line.source === 'object' &&
    line.source !== null
  );
}
