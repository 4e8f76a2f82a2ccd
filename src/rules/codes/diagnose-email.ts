import { isPlaceholder } from '../placeholder.ts';
import { identifyNumber, type NumberKind } from './identify-number.ts';
import { insertAt, isMisspeltHost } from './mail-hosts.ts';
import { hasPersonalNumber } from './mask.ts';
import { rememberLast } from './remember-last.ts';

/** What is wrong with a text that should be an address: one verdict, the most telling first. */
export type EmailVerdict =
  | 'ok'
  | 'told-elsewhere'
  | 'wrong-column'
  | 'two-addresses'
  | 'full-width'
  | 'qq-number'
  | 'missing-at'
  | 'example'
  | 'domain'
  | 'format';

const LONGEST = 254;
const ADDRESS = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([^@\s]+)$/;
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,18}$/;
const SEVERAL = /@[^@]*[;；,，、/|\s]+[^@]*@|@[^@]+\.(?:com|cn|net)[^@]*@/i;
const FULL_WIDTH = /[！-～。｡、　]/;
const EXAMPLE = /(?:^|\.)(?:example\.(?:com|net|org|cn)|test\.com)$/;
const FOREIGN: ReadonlySet<NumberKind> = new Set([
  'credit-code',
  'registration-number',
  'organization-code',
  'medical-insurance',
  'mobile',
  'landline',
]);

/** The verdict on a cleaned text. `told-elsewhere`: another rule has said it. */
export function diagnoseEmail(text: string): EmailVerdict {
  return verdictOf(text);
}

const verdictOf = rememberLast(judge);

function judge(text: string): EmailVerdict {
  const parts = text.length <= LONGEST ? ADDRESS.exec(text) : null;
  if (parts) return diagnoseHost((parts[1] ?? '').toLowerCase());
  if (hasPersonalNumber(text) || isPlaceholder(text)) return 'told-elsewhere';
  if (SEVERAL.test(text)) return 'two-addresses';
  if (FULL_WIDTH.test(text) && !/[一-龥]/.test(text)) return 'full-width';
  if (FOREIGN.has(identifyNumber(text.toUpperCase()))) return 'wrong-column';
  if (/^[1-9]\d{4,10}$/.test(text)) return 'qq-number';
  return !text.includes('@') && insertAt(text) !== undefined ? 'missing-at' : 'format';
}

function diagnoseHost(host: string): EmailVerdict {
  if (EXAMPLE.test(host)) return 'example';
  if (/[;；，、/|]/.test(host)) return 'format';
  if (isMisspeltHost(host)) return 'domain';
  if (FULL_WIDTH.test(host)) return 'full-width';
  return HOST.test(host) ? 'ok' : 'format';
}
