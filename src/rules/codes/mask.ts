import { passesBothChecks } from './credit-code.ts';
import { hasIdCardShape } from './id-card.ts';

const LONG_NUMBER = /(?<![0-9A-Za-z])\d{17}[0-9Xx](?![0-9A-Za-z])/g;

/** Shows the region and the last character of a personal number and nothing else. */
function maskNumber(number: string): string {
  return `${number.slice(0, 6)}${'*'.repeat(11)}${number.slice(-1)}`;
}

/** Hides every citizen's number in a text that people will read; credit codes stay as they are. */
export function maskPersonalNumbers(text: string): string {
  if (text.length < 18) return text;
  return text.replace(LONG_NUMBER, (number) => (isPersonal(number.toUpperCase()) ? maskNumber(number) : number));
}

/** True for a citizen's number; a code that passes both checks of a credit code and suits an institution is none. */
export function isPersonal(number: string): boolean {
  if (!hasIdCardShape(number)) return false;
  return !(passesBothChecks(number) && /^(?:12|52)/.test(number));
}

/** True when a citizen's number stands anywhere in the text. */
export function hasPersonalNumber(text: string): boolean {
  if (text.length < 18) return false;
  return (text.match(LONG_NUMBER) ?? []).some((number) => isPersonal(number.toUpperCase()));
}
