import { fold } from '../text/fold.ts';
import type { Term, Vocabulary } from './vocabulary.ts';

/**
 * canonical: exactly the term's value · spelling: another accepted way to write it · code · code-and-value: both in one
 * cell · unusable: known, but no answer (see the term's note and children) · unknown.
 */
export type LookUpKind = 'canonical' | 'spelling' | 'code' | 'code-and-value' | 'unusable' | 'unknown';

export interface LookUp {
  readonly kind: LookUpKind;
  readonly term?: Term;
}

interface Index {
  readonly values: ReadonlyMap<string, Term>;
  readonly folded: ReadonlyMap<string, { readonly term: Term; readonly kind: 'spelling' | 'code' }>;
}

const INDEXES = new WeakMap<Vocabulary, Index>();
const UNKNOWN: LookUp = { kind: 'unknown' };

/** Characters that are written for one another in Chinese lists of terms. */
const VARIANTS: ReadonlyMap<string, string> = new Map([
  ['醫', '医'],
  ['炙', '灸'],
  ['它', '他'],
  ['級', '级'],
  ['類', '类'],
  ['〇', '0'],
  ['零', '0'],
]);

/** What two spellings of a term have in common. */
function foldTerm(text: string): string {
  return fold(text).replace(/[醫炙它級類〇零]/g, (character) => VARIANTS.get(character) ?? character);
}

function buildIndex(vocabulary: Vocabulary): Index {
  const folded = new Map<string, { term: Term; kind: 'spelling' | 'code' }>();
  const add = (text: string, term: Term, kind: 'spelling' | 'code'): void => {
    const key = foldTerm(text);
    if (!folded.has(key)) folded.set(key, { term, kind });
  };
  for (const term of vocabulary.terms) add(term.value, term, 'spelling');
  for (const term of vocabulary.terms) if (term.code !== undefined) add(term.code, term, 'code');
  for (const term of vocabulary.terms) for (const spelling of term.spellings ?? []) add(spelling, term, 'spelling');
  return { values: new Map(vocabulary.terms.map((term) => [term.value, term])), folded };
}

function indexOf(vocabulary: Vocabulary): Index {
  const known = INDEXES.get(vocabulary);
  if (known) return known;
  const built = buildIndex(vocabulary);
  INDEXES.set(vocabulary, built);
  return built;
}

/**
 * Finds the term a person meant by `text`: by value, code or spelling, whatever the width, case, brackets and spaces.
 * A code beside a name (A100 综合医院, 综合医院（A100）) counts only when both mean the same term. No guessing by likeness.
 */
export function lookUpTerm(vocabulary: Vocabulary, text: string): LookUp {
  const index = indexOf(vocabulary);
  const exact = index.values.get(text);
  if (exact) return answer(exact, 'canonical');
  const key = foldTerm(text);
  const found = index.folded.get(key);
  if (found) return answer(found.term, found.kind);
  return lookUpCodeAndValue(index, key);
}

function answer(term: Term, kind: LookUpKind): LookUp {
  return { kind: term.usable === false ? 'unusable' : kind, term };
}

function lookUpCodeAndValue(index: Index, key: string): LookUp {
  const parts = /^([a-z]*\d+)(\D.*)$/.exec(key) ?? /^(.*[^a-z\d])([a-z]*\d+)$/.exec(key);
  if (!parts) return UNKNOWN;
  const one = index.folded.get(parts[1] ?? '');
  const other = index.folded.get(parts[2] ?? '');
  if (!one || !other || (one.kind === 'code') === (other.kind === 'code')) return UNKNOWN;
  const coded = one.kind === 'code' ? one.term : other.term;
  const named = one.kind === 'code' ? other.term : one.term;
  // A parent bears the name of its children: A1 综合医院 means A1.
  const agree = coded === named || named.code?.startsWith(coded.code ?? '-') === true;
  return agree ? answer(coded, 'code-and-value') : UNKNOWN;
}
