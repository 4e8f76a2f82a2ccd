import { isPlaceholder } from '../placeholder.ts';
import { identifyNumber, type NumberKind } from './identify-number.ts';
import { dropHyphen, isOrganizationCode, isSelfDefinedCode } from './organization-code.ts';
import { rememberLast } from './remember-last.ts';

/** What is wrong with a text that should be an organisation code: one verdict, the most telling first. */
export type OrganizationVerdict =
  | 'ok'
  | 'told-elsewhere'
  | 'wrong-column'
  | 'self-defined'
  | 'hyphen'
  | 'statistical'
  | 'characters'
  | 'length'
  | 'check-digit';

const LENGTH = 9;
const SCIENTIFIC = /^\d(?:\.\d+)?E\+?\d+$/;
const FOREIGN: ReadonlySet<NumberKind> = new Set([
  'credit-code',
  'registration-number',
  'medical-insurance',
  'statistics-account',
  'mobile',
  'landline',
  'email',
  'business-licence',
]);

/** The verdict on a cleaned text. `told-elsewhere`: another rule or the reader has said it. */
export function diagnoseOrganizationCode(text: string): OrganizationVerdict {
  return verdictOf(text);
}

const verdictOf = rememberLast(judge);

function judge(text: string): OrganizationVerdict {
  if (isSelfDefinedCode(text)) return 'self-defined';
  if (isOrganizationCode(text)) return 'ok';
  const plain = dropHyphen(text);
  if (plain !== text && isOrganizationCode(plain)) return 'hyphen';
  const kind = identifyNumber(text);
  if (kind === 'id-card' || isPlaceholder(text) || SCIENTIFIC.test(text)) return 'told-elsewhere';
  if (FOREIGN.has(kind)) return 'wrong-column';
  if (!/^[0-9A-Z]+$/.test(plain)) return 'characters';
  if (plain.length !== LENGTH) return 'length';
  if (plain.endsWith('B')) return 'statistical';
  return /[0-9X]$/.test(plain) ? 'check-digit' : 'characters';
}
