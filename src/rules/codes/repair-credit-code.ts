import { divisionName, retiredDivision } from '../../vocabularies/divisions.ts';
import {
  CREDIT_CHARACTERS,
  CREDIT_LENGTH,
  creditCheckCharacter,
  embeddedOrganizationCode,
  passesBothChecks,
} from './credit-code.ts';
import { judgeCreditPrefix } from './credit-prefix.ts';

/** A proposed credit code with the reason why it must be the one meant. */
export interface Repair {
  readonly fix: string;
  /** Chinese. */
  readonly proof: string;
}

/** Letters that GB 32100 leaves out, and what people type them for. */
const ILLEGAL: Readonly<Record<string, string>> = { I: '1', O: '0D', Z: '2', S: '5', V: 'UY' };

/** Legal characters that are read or typed for one another. */
const ALIKE: Readonly<Record<string, string>> = {
  ...{ 0: 'DQ', D: '0Q', Q: '0D', 1: '7L', 7: '1T', L: '1', 8: 'B3', B: '8', 3: '8', 5: '6', 6: '5G', G: '6' },
  ...{
    2: '7',
    U: 'Y',
    Y: 'U',
    C: 'G',
    E: 'F',
    F: 'E',
    H: 'N',
    N: 'HM',
    M: 'N',
    P: 'R',
    R: 'P',
    T: '7',
    W: 'M',
    K: 'X',
    X: 'K',
  },
};

const MOST_ILLEGAL = 4;
const BOTH_CHECKS = '第18位校验位与第9至17位的组织机构代码校验位同时相符';

function replaceAt(text: string, index: number, character: string): string {
  return text.slice(0, index) + character + text.slice(index + 1);
}

/** All ways to read the illegal letters of a code; none when there are too many of them. */
function readIllegalLetters(text: string): readonly string[] {
  const places = [...text].flatMap((character, index) => (character in ILLEGAL ? [index] : []));
  if (places.length === 0 || places.length > MOST_ILLEGAL) return [];
  let readings = [text];
  for (const index of places) {
    const choices = [...(ILLEGAL[text.charAt(index)] ?? '')];
    readings = readings.flatMap((reading) => choices.map((choice) => replaceAt(reading, index, choice)));
  }
  return readings;
}

function lookAlikes(text: string): readonly string[] {
  return [...text].flatMap((character, index) =>
    [...(ALIKE[character] ?? '')].map((other) => replaceAt(text, index, other)),
  );
}

function transpositions(text: string): readonly string[] {
  return [...text]
    .slice(1)
    .map((second, index) => text.slice(0, index) + second + text.charAt(index) + text.slice(index + 2));
}

/**
 * Where the first eight characters make sense as they stand, the last one alone may be wrong. That is no proposal,
 * the certificate has to be looked at; but it takes the certainty from any other candidate.
 */
function withRightEnd(text: string): readonly string[] {
  const division = text.slice(2, 8);
  const known = divisionName(division) !== undefined || retiredDivision(division) !== undefined;
  const verdict = judgeCreditPrefix(text.slice(0, 2));
  if (!known || verdict === 'unlikely' || verdict === 'unknown') return [];
  const body = text.slice(0, -1);
  return /^[0-9A-HJ-NPQRTUWXY]{17}$/.test(body) ? [body + creditCheckCharacter(body)] : [];
}

/** One character too many: every way to leave one out. */
function deletions(text: string): readonly string[] {
  return [...text].map((_, index) => text.slice(0, index) + text.slice(index + 1));
}

/** One character missing: every way to put one in. */
function insertions(text: string): readonly string[] {
  const places = Array.from({ length: text.length + 1 }, (_, index) => index);
  return places.flatMap((index) => [...CREDIT_CHARACTERS].map((c) => text.slice(0, index) + c + text.slice(index)));
}

function proven(candidates: readonly string[], organizationCode: string): readonly string[] {
  const passing = [...new Set(candidates)].filter(passesBothChecks);
  const agreeing = passing.filter((candidate) => embeddedOrganizationCode(candidate) === organizationCode);
  return agreeing.length > 0 ? agreeing : passing;
}

function only(candidates: readonly string[], text: string, organizationCode: string, what: string): Repair | undefined {
  const [fix, ...others] = proven(candidates, organizationCode);
  if (fix === undefined || others.length > 0) return undefined;
  const agrees = embeddedOrganizationCode(fix) === organizationCode ? '，并与本行组织机构代码一致' : '';
  return { fix, proof: `${what}${difference(text, fix)}，${BOTH_CHECKS}${agrees}，且仅此一种可能` };
}

function difference(text: string, fix: string): string {
  if (text.length !== fix.length) return '';
  const places = [...text].flatMap((character, index) => (character === fix.charAt(index) ? [] : [index]));
  const [first] = places;
  if (first === undefined || places.length > 2) return '';
  return `（第${places.map((place) => place + 1).join('、')}位 ${places.map((p) => text.charAt(p)).join('')}→${places.map((p) => fix.charAt(p)).join('')}）`;
}

/**
 * Reads letters that GB 32100 does not have (I, O, Z, S, V) as the characters they stand for; only where exactly one
 * reading passes both check digits, otherwise undefined. `organizationCode` is the row's own, or ''.
 */
export function repairIllegalLetters(text: string, organizationCode = ''): Repair | undefined {
  if (text.length !== CREDIT_LENGTH) return undefined;
  return only(readIllegalLetters(text), text, organizationCode, '把代码中不用的字母换成形近字符');
}

/**
 * Proposes the code meant by one that fails a check digit: two neighbours swapped, one look-alike, one character too
 * many or too few. Undefined unless exactly one candidate of all passes both check digits (or agrees with the row's
 * organisation code); a single missing character is proposed only when that code agrees.
 */
export function proposeCreditCode(text: string, organizationCode = ''): Repair | undefined {
  if (text.length === CREDIT_LENGTH) {
    const near = [...transpositions(text), ...lookAlikes(text)];
    const repair = only([...near, ...withRightEnd(text)], text, organizationCode, '相邻两位颠倒或形近字符');
    return repair && near.includes(repair.fix) ? repair : undefined;
  }
  if (text.length === CREDIT_LENGTH + 1) return only(deletions(text), text, organizationCode, '多出一位');
  if (text.length !== CREDIT_LENGTH - 1) return undefined;
  const repair = only(insertions(text), text, organizationCode, '缺少一位');
  return repair && embeddedOrganizationCode(repair.fix) === organizationCode ? repair : undefined;
}
