import type { FoundColumn } from '../table.ts';
import type { FormReader } from './form-reader.ts';
import { type HeaderHit, type HeaderIndex, lookUpHeader, lookUpWhole } from './header-index.ts';
import type { Layers } from './header-layers.ts';

/** What the headers of one block of columns say for one form. */
export interface HeaderMatch {
  readonly form: FormReader;
  readonly columns: readonly FoundColumn[];
  /** Keys announced by a header that names two columns, with the key that has it. */
  readonly also: ReadonlyMap<string, string>;
  /** Sheet columns whose header means a column that another one has. */
  readonly doubles: readonly { readonly key: string; readonly column: number; readonly header: string }[];
}

interface Candidate {
  readonly column: number;
  readonly header: string;
  readonly hit: HeaderHit;
  readonly by: FoundColumn['by'];
}

/** The best reading of the headers: the form with most columns named; on a draw the one with fewer columns missing. */
export function matchHeader(index: HeaderIndex, layers: Layers, forms: readonly FormReader[]): HeaderMatch | undefined {
  let best: HeaderMatch | undefined;
  for (const form of forms) {
    const match = matchForm(index, layers, form);
    if (match.columns.length > 0 && (!best || scoreOf(match) > scoreOf(best))) best = match;
  }
  return best;
}

function scoreOf({ form, columns }: HeaderMatch): number {
  return columns.length + columns.length / (form.columns.length + 1);
}

/** The columns that a form finds among the headers. */
export function matchForm(index: HeaderIndex, layers: Layers, form: FormReader): HeaderMatch {
  const candidates: Candidate[] = [];
  for (const [column, texts] of layers) {
    const candidate = candidateOf(index, column, texts, form);
    if (candidate) candidates.push(candidate);
  }
  const columns = new Map<string, Candidate>();
  const doubles: { key: string; column: number; header: string }[] = [];
  for (const candidate of [...candidates].sort((a, b) => a.hit.rank - b.hit.rank || a.column - b.column)) {
    const { key } = candidate.hit;
    if (columns.has(key)) doubles.push({ key, column: candidate.column, header: candidate.header });
    else columns.set(key, candidate);
  }
  const also = new Map<string, string>();
  for (const { hit } of columns.values()) {
    for (const key of hit.also) if (!columns.has(key)) also.set(key, hit.key);
  }
  const found = [...columns.values()].map(({ column, header, hit, by }) => ({ key: hit.key, column, header, by }));
  return { form, columns: found.sort((a, b) => a.column - b.column), also, doubles };
}

/** All levels joined name a column most exactly; then the lowest, then the one above. */
function candidateOf(
  index: HeaderIndex,
  column: number,
  texts: readonly string[],
  form: FormReader,
): Candidate | undefined {
  const header = texts.filter((text, order) => text !== texts[order - 1]).join('');
  const ofForm = (hits: readonly HeaderHit[]): HeaderHit | undefined => hits.find((hit) => hit.form === form);
  if (texts.length === 1) {
    const hit = ofForm(lookUpHeader(index, header));
    return hit && { column, header, hit, by: hit.by };
  }
  // Joined levels are one name or none: the group 机构代码 above 信用代码 does not announce two columns.
  const joined = ofForm(lookUpWhole(index, header));
  if (joined) return { column, header, hit: joined, by: 'group' };
  for (const text of texts.toReversed()) {
    const hit = ofForm(lookUpHeader(index, text));
    if (hit) return { column, header, hit, by: hit.by };
  }
  return undefined;
}
