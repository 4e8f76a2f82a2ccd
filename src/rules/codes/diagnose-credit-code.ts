import { CREDIT_CHARACTERS, CREDIT_LENGTH, creditCheckCharacter, embeddedOrganizationCode } from './credit-code.ts';
import { judgeCreditPrefix } from './credit-prefix.ts';
import { identifyNumber, type NumberKind } from './identify-number.ts';
import { isPersonal } from './mask.ts';
import { isOrganizationCode } from './organization-code.ts';
import { rememberLast } from './remember-last.ts';

/**
 * What is wrong with a text that should be a credit code: one verdict only, the most telling first, so that one mistake
 * is told once. `lost`: a scientific remnant, which the reader tells by itself.
 */
export type CreditVerdict =
  | 'ok'
  | 'lost'
  | 'id-card'
  | 'medical-insurance'
  | 'wrong-column'
  | 'characters'
  | 'illegal-letter'
  | 'length'
  | 'check-digit'
  | 'organization-part'
  | 'prefix';

const CHARACTERS = new RegExp(`^[${CREDIT_CHARACTERS}]+$`);
const WITH_ILLEGAL = /^[0-9A-Z]+$/;
const SCIENTIFIC = /^\d(?:\.\d+)?E\+?\d+$/;
const FOREIGN: ReadonlySet<NumberKind> = new Set([
  'registration-number',
  'organization-code',
  'statistics-account',
  'mobile',
  'landline',
  'email',
  'business-licence',
]);

/** The verdict on a cleaned text. */
export function diagnoseCreditCode(text: string): CreditVerdict {
  return verdictOf(text);
}

const verdictOf = rememberLast(judge);

function judge(text: string): CreditVerdict {
  if (text.length === CREDIT_LENGTH && CHARACTERS.test(text)) return diagnoseShape(text);
  if (SCIENTIFIC.test(text)) return 'lost';
  const kind = identifyNumber(text);
  if (kind === 'id-card' || kind === 'medical-insurance') return kind;
  if (FOREIGN.has(kind)) return 'wrong-column';
  if (!WITH_ILLEGAL.test(text)) return 'characters';
  if (text.length !== CREDIT_LENGTH) return 'length';
  return 'illegal-letter';
}

function diagnoseShape(text: string): CreditVerdict {
  if (isPersonal(text)) return 'id-card';
  if (!/^\d{6}$/.test(text.slice(2, 8))) return 'characters';
  if (creditCheckCharacter(text) !== text.charAt(CREDIT_LENGTH - 1)) return 'check-digit';
  if (!isOrganizationCode(embeddedOrganizationCode(text))) return 'organization-part';
  return judgeCreditPrefix(text.slice(0, 2)) === 'unknown' ? 'prefix' : 'ok';
}
