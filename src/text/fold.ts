import { stripInvisible } from './strip-invisible.ts';

/**
 * The form in which two texts written by people are compared: NFKC, lower case, no spaces, no
 * brackets, no punctuation. 市（州） and 市(州) fold to 市州. Only for comparing, never for storing.
 */
export function fold(text: string): string {
  const known = FOLDED.get(text);
  if (known !== undefined) return known;
  const folded = foldAnew(text);
  if (text.length <= LONGEST_KEPT) {
    if (FOLDED.size >= MOST_KEPT) FOLDED.clear();
    FOLDED.set(text, folded);
  }
  return folded;
}

/** Headers, cities and categories come again on every row and in every reply. */
const FOLDED = new Map<string, string>();
const MOST_KEPT = 20_000;
const LONGEST_KEPT = 64;

function foldAnew(text: string): string {
  return stripInvisible(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '');
}
