import { groupRows } from './group-rows.ts';
import { type InstitutionIdentity, institutionIdentity } from './institution-identity.ts';
import { campusOfName } from './match-institution-names.ts';
import type { RowsInput } from './rule.ts';

/**
 * What two rows have in common. same: one institution twice · code: one credit code for two institutions ·
 * registration: one licence number for two · name: one name with different codes · campus: a branch with a licence of
 * its own, which is right.
 */
export type Relation = 'same' | 'code' | 'registration' | 'name' | 'campus';

export interface RelatedPair {
  readonly first: number;
  readonly second: number;
  readonly relation: Relation;
}

/**
 * Pairs of rows that share a credit code, a licence number or a name. Each row is held against the first of its group.
 * Parameters: creditCode, registrationNumber, name, prefecture.
 */
export function relateRows(input: RowsInput): readonly RelatedPair[] {
  const { rows } = input;
  const key = NAMED.map((name) => String(input.parameters[name] ?? '')).join('\n');
  const known = RELATED.get(rows) ?? new Map<string, readonly RelatedPair[]>();
  const pairs = known.get(key) ?? findPairs(input);
  RELATED.set(rows, known.set(key, pairs));
  return pairs;
}

/** Parameters that name the columns by which rows are related. */
const NAMED = ['creditCode', 'registrationNumber', 'name', 'prefecture'];

/** Four rules ask for the same pairs of the same rows: they are found once. */
const RELATED = new WeakMap<RowsInput['rows'], Map<string, readonly RelatedPair[]>>();

function findPairs({ rows, parameters }: RowsInput): readonly RelatedPair[] {
  const identities = rows.map((row) => institutionIdentity(row, parameters));
  const keys = [
    (identity: InstitutionIdentity) => identity.creditCode,
    (identity: InstitutionIdentity) => identity.registration,
    (identity: InstitutionIdentity) => identity.nameKey,
  ];
  const pairs = new Map<string, RelatedPair>();
  for (const key of keys) {
    for (const [first = 0, ...others] of groupRows(rows, (_, index) => key(identities[index] ?? NOBODY))) {
      for (const second of others) {
        const relation = relate(identities[first] ?? NOBODY, identities[second] ?? NOBODY);
        pairs.set(`${first}-${second}`, { first, second, relation });
      }
    }
  }
  return [...pairs.values()].sort((a, b) => a.second - b.second || a.first - b.first);
}

const NOBODY: InstitutionIdentity = { creditCode: '', registration: '', nameKey: '', name: '' };

function relate(a: InstitutionIdentity, b: InstitutionIdentity): Relation {
  const sameName = a.nameKey !== '' && a.nameKey === b.nameKey;
  const sameRegistration = a.registration !== '' && a.registration === b.registration;
  if (a.creditCode !== '' && a.creditCode === b.creditCode) {
    if (sameName || sameRegistration || a.registration === '' || b.registration === '') return 'same';
    return isBranch(a, b) ? 'campus' : 'code';
  }
  if (sameRegistration) return sameName ? 'same' : 'registration';
  return 'name';
}

function isBranch(a: InstitutionIdentity, b: InstitutionIdentity): boolean {
  return campusOfName(a.name) !== campusOfName(b.name) || a.name.startsWith(b.name) || b.name.startsWith(a.name);
}
