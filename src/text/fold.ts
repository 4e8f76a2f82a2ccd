import { stripInvisible } from './strip-invisible.ts';

/**
 * The form in which two texts written by people are compared: NFKC, lower case, no spaces, no
 * brackets, no punctuation. 市（州） and 市(州) fold to 市州. Only for comparing, never for storing.
 */
export function fold(text: string): string {
  return stripInvisible(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '');
}
