import { groupRows, rowValue } from './group-rows.ts';
import { campusOfName, institutionNameKey } from './match-institution-names.ts';
import { placeLexicon } from './names/place-lexicon.ts';
import type { JudgedRow, Parameters, RowsInput } from './rule.ts';

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

interface Identity {
  readonly creditCode: string;
  readonly registration: string;
  readonly nameKey: string;
  readonly name: string;
}

/**
 * Pairs of rows that share a credit code, a licence number or a name. Each row is held against the first of its group.
 * Parameters: creditCode, registrationNumber, name, prefecture.
 */
export function relateRows(input: RowsInput): readonly RelatedPair[] {
  const { rows } = input;
  const key = Object.entries(input.parameters).flat().join('\n');
  const known = RELATED.get(rows) ?? new Map<string, readonly RelatedPair[]>();
  const pairs = known.get(key) ?? findPairs(input);
  RELATED.set(rows, known.set(key, pairs));
  return pairs;
}

/** Four rules ask for the same pairs of the same rows: they are found once. */
const RELATED = new WeakMap<RowsInput['rows'], Map<string, readonly RelatedPair[]>>();

function findPairs({ rows, parameters }: RowsInput): readonly RelatedPair[] {
  const identities = rows.map((row) => identityOf(row, parameters));
  const keys = [
    (identity: Identity) => identity.creditCode,
    (identity: Identity) => identity.registration,
    (identity: Identity) => identity.nameKey,
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

const NOBODY: Identity = { creditCode: '', registration: '', nameKey: '', name: '' };

function identityOf(row: JudgedRow, parameters: Parameters): Identity {
  const name = rowValue(row, parameters, 'name');
  return {
    creditCode: rowValue(row, parameters, 'creditCode'),
    registration: rowValue(row, parameters, 'registrationNumber').replaceAll('-', ''),
    nameKey: institutionNameKey(name, prefectureCode(row, rowValue(row, parameters, 'prefecture'))),
    name,
  };
}

function prefectureCode(row: JudgedRow, prefecture: string): string {
  const [code = ''] = placeLexicon('').codes.get(prefecture) ?? [];
  if (code !== '') return code;
  return /^\d{6}$/.test(row.unit?.code ?? '') ? (row.unit?.code ?? '') : '';
}

function relate(a: Identity, b: Identity): Relation {
  const sameName = a.nameKey !== '' && a.nameKey === b.nameKey;
  const sameRegistration = a.registration !== '' && a.registration === b.registration;
  if (a.creditCode !== '' && a.creditCode === b.creditCode) {
    if (sameName || sameRegistration || a.registration === '' || b.registration === '') return 'same';
    return isBranch(a, b) ? 'campus' : 'code';
  }
  if (sameRegistration) return sameName ? 'same' : 'registration';
  return 'name';
}

function isBranch(a: Identity, b: Identity): boolean {
  return campusOfName(a.name) !== campusOfName(b.name) || a.name.startsWith(b.name) || b.name.startsWith(a.name);
}
