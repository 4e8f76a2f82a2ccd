import { isPlaceholder } from '../placeholder.ts';
import { identifyNumber, type NumberKind } from './identify-number.ts';
import { hasPersonalNumber } from './mask.ts';
import { rememberLast } from './remember-last.ts';

/** What is wrong with a text that should be a mobile number: one verdict, the most telling first. */
export type PhoneVerdict =
  | 'ok'
  | 'told-elsewhere'
  | 'wrong-column'
  | 'two-numbers'
  | 'landline'
  | 'country-code'
  | 'digit-count'
  | 'format';

const MOBILE = /^1[3-9]\d{9}$/;
const WITH_COUNTRY = /^(?:\+|00)?86[- ]?1[3-9]\d{9}$/;
const LANDLINE = /^(?:\(?0\d{2,3}\)?[- ]?)?[2-9]\d{6,7}(?:[-转 ]\d{1,6})?$/;
const SCIENTIFIC = /^\d(?:\.\d+)?E\+?\d+$/i;
const SEPARATED = /(?<!\d)\d{7,}(?!\d)[^\d]+(?<!\d)(?:0\d{2,3}\)?[- ]?)?\d{7,}(?!\d)/;
const GLUED = /^1[3-9]\d{9}1[3-9]\d{9}$/;
const FOREIGN: ReadonlySet<NumberKind> = new Set([
  'credit-code',
  'registration-number',
  'organization-code',
  'medical-insurance',
  'email',
]);

/** The verdict on a cleaned text. `told-elsewhere`: another rule or the reader has said it. */
export function diagnosePhone(text: string): PhoneVerdict {
  return verdictOf(text);
}

/** The eleven digits of a mobile number written with 86 in front, whatever parts them; undefined for anything else. */
export function withoutCountryCode(text: string): string | undefined {
  const plain = text.normalize('NFKC').replace(/[\s().·_‐‑‒–—―−-]/g, '');
  return WITH_COUNTRY.test(plain) ? plain.slice(-11) : undefined;
}

/** The mobile numbers in a text, each once, in their order. */
export function mobilesIn(text: string): readonly string[] {
  return [...new Set(text.match(/(?<!\d)1[3-9]\d{9}(?!\d)/g) ?? [])];
}

const verdictOf = rememberLast(judge);

function judge(text: string): PhoneVerdict {
  if (MOBILE.test(text)) return 'ok';
  if (hasPersonalNumber(text) || isPlaceholder(text) || SCIENTIFIC.test(text)) return 'told-elsewhere';
  if (WITH_COUNTRY.test(text)) return 'country-code';
  if (SEPARATED.test(text) || GLUED.test(text)) return 'two-numbers';
  if (LANDLINE.test(text)) return 'landline';
  if (/^[1-9][\d -]*$/.test(text)) return text.replace(/\D/g, '').length === 11 ? 'format' : 'digit-count';
  return FOREIGN.has(identifyNumber(text.toUpperCase())) ? 'wrong-column' : 'format';
}
