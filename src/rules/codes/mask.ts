import { toHalfWidth } from '../../text/to-half-width.ts';
import { divisionName, retiredDivision } from '../../vocabularies/divisions.ts';
import { passesBothChecks } from './credit-code.ts';
import { judgeCreditPrefix } from './credit-prefix.ts';
import { hasIdCardShape, isIdCard } from './id-card.ts';

/** Eighteen digits (the last one may be X) as people write them: also full width, and parted as 6 8 4. */
const LONG_NUMBER = /(?<![0-9０-９])[0-9０-９]{6}[ -]?[0-9０-９]{8}[ -]?[0-9０-９]{3}[0-9０-９XxＸｘ](?![0-9０-９])/g;
const LENGTH = 18;

/** Shows the region and the last character of a personal number and nothing else. */
function maskNumber(number: string): string {
  return `${number.slice(0, 6)}${'*'.repeat(11)}${number.slice(-1)}`;
}

function plain(number: string): string {
  return toHalfWidth(number)
    .replace(/[^0-9Xx]/g, '')
    .toUpperCase();
}

/** Hides every citizen's number in a text that people will read; credit codes stay as they are. */
export function maskPersonalNumbers(text: string): string {
  if (text.length < LENGTH) return text;
  return text.replace(LONG_NUMBER, (number) => (isPersonal(plain(number)) ? maskNumber(plain(number)) : number));
}

/**
 * True for a citizen's number. A code that passes both checks of a credit code is none where it suits an institution
 * (12, 52), or where no person has it: a wrong last character, a region that does not exist. Random numbers of citizens
 * pass both checks three times in a thousand, so this hardly ever hides one.
 */
export function isPersonal(number: string): boolean {
  if (!hasIdCardShape(number)) return false;
  const prefix = number.slice(0, 2);
  if (!passesBothChecks(number) || judgeCreditPrefix(prefix) === 'unknown') return true;
  return !/^(?:12|52)/.test(prefix) && isIdCard(number) && isRegionOfPeople(number.slice(0, 6));
}

/** A county; 市辖区 (xxxx01) is left to the codes of institutions. */
function isRegionOfPeople(region: string): boolean {
  if (region.endsWith('01')) return false;
  return divisionName(region) !== undefined || retiredDivision(region) !== undefined;
}

/** True when a citizen's number stands anywhere in the text. */
export function hasPersonalNumber(text: string): boolean {
  if (text.length < LENGTH) return false;
  return (text.match(LONG_NUMBER) ?? []).some((number) => isPersonal(plain(number)));
}
