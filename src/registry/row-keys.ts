import type { Form } from '../forms/form.ts';
import type { Fields } from '../rules/field.ts';
import { institutionNameKey } from '../rules/match-institution-names.ts';
import { isPlaceholder } from '../rules/placeholder.ts';
import { fold } from '../text/fold.ts';

/** What a row can be recognised by, one key for each identity of the form, strongest first; '' where blank. */
export type RowKeys = readonly string[];

type Part = readonly [key: string, kind: string];

/** The parts of each identity with the kinds of their columns. */
const IDENTITIES = new WeakMap<Form, readonly (readonly Part[])[]>();

function identitiesOf(form: Form): readonly (readonly Part[])[] {
  const known = IDENTITIES.get(form);
  if (known) return known;
  const kinds = new Map(form.columns.map(({ key, kind }) => [key, kind]));
  const identities = form.identity.map((identity) =>
    identity.split('+').map((key): Part => [key, kinds.get(key) ?? '']),
  );
  IDENTITIES.set(form, identities);
  return identities;
}

/** Keys of a row; `place` is the six-digit code of the unit, or ''. */
export function rowKeys(form: Form, fields: Fields, place: string): RowKeys {
  return identitiesOf(form).map((parts) => {
    const values = parts.map(([key, kind]) => keyOf(kind, fields[key]?.value ?? '', place));
    // The part that names the row must be there; a blank city beside it is no obstacle.
    return values.at(-1) === '' ? '' : values.join(' ');
  });
}

function keyOf(kind: string, value: string, place: string): string {
  if (value === '' || isPlaceholder(value)) return '';
  if (kind === 'institution') return institutionNameKey(value, place);
  return kind === 'code' ? value.replaceAll('-', '').toUpperCase() : fold(value);
}

/** True when the others do not all speak against the key shared at `level`. The last key (the name) may stand alone. */
function agree(a: RowKeys, b: RowKeys, level: number): boolean {
  if (level === a.length - 1) return true;
  const against = a.filter((key, at) => key !== '' && b[at] !== '' && key !== b[at]);
  return against.length < Math.max(2, a.length - 1);
}

/** True when two rows stand for the same: the strongest shared key agrees and so does the name, or two keys agree. */
export function isSame(a: RowKeys, b: RowKeys): boolean {
  let shared = 0;
  let against = 0;
  for (const [at, key] of a.entries()) {
    if (key === '' || (b[at] ?? '') === '') continue;
    if (key === b[at]) shared += 1;
    else against += 1;
  }
  return shared > against && (shared > 1 || against === 0);
}

/**
 * Pairs the rows of two lists, by the strongest key first; a key that several unpaired rows of one list share pairs
 * nobody. Returns for each row of `fresh` the index in `old`, or -1.
 */
export function pairRows(old: readonly RowKeys[], fresh: readonly RowKeys[]): number[] {
  const pairs = fresh.map(() => -1);
  const taken = new Set<number>();
  const levels = Math.max(0, ...old.map((keys) => keys.length));
  pairBy(
    old,
    fresh,
    (keys) => (keys.every((key) => key === '') ? '' : keys.join('\n')),
    () => true,
    pairs,
    taken,
  );
  for (let level = 0; level < levels; level += 1)
    pairBy(
      old,
      fresh,
      (keys) => keys[level] ?? '',
      (a, b) => agree(a, b, level),
      pairs,
      taken,
    );
  return pairs;
}

function pairBy(
  old: readonly RowKeys[],
  fresh: readonly RowKeys[],
  keyOfRow: (keys: RowKeys) => string,
  allowed: (a: RowKeys, b: RowKeys) => boolean,
  pairs: number[],
  taken: Set<number>,
): void {
  const known = unique(old, keyOfRow, (at) => taken.has(at));
  const wanted = unique(fresh, keyOfRow, (at) => pairs[at] !== -1);
  for (const [key, at] of wanted) {
    const other = known.get(key);
    if (at < 0 || other === undefined || other < 0 || !allowed(fresh[at] ?? [], old[other] ?? [])) continue;
    pairs[at] = other;
    taken.add(other);
  }
}

/** Index by key; -1 where several rows share it. */
function unique(
  rows: readonly RowKeys[],
  keyOfRow: (keys: RowKeys) => string,
  skip: (at: number) => boolean,
): Map<string, number> {
  const found = new Map<string, number>();
  for (const [at, keys] of rows.entries()) {
    const key = skip(at) ? '' : keyOfRow(keys);
    if (key !== '') found.set(key, found.has(key) ? -1 : at);
  }
  return found;
}
