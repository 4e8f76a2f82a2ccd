import { isPlaceholder } from '../placeholder.ts';
import { passesBothChecks } from './credit-code.ts';
import { identifyNumber, type NumberKind } from './identify-number.ts';
import { isOrganizationCode, isSelfDefinedCode } from './organization-code.ts';
import { decodeRegistrationNumber, dropRegistrationHyphen, REGISTRATION_LENGTH } from './registration-number.ts';
import { rememberLast } from './remember-last.ts';

/** What is wrong with a text that should be a registration number: one verdict, the most telling first. */
export type RegistrationVerdict =
  | 'ok'
  | 'told-elsewhere'
  | 'wrong-column'
  | 'hyphen'
  | 'characters'
  | 'length'
  | 'layout'
  | 'organization-part';

const SCIENTIFIC = /^\d(?:\.\d+)?E\+?\d+$/;
const FOREIGN: ReadonlySet<NumberKind> = new Set(['medical-insurance', 'mobile', 'landline', 'email']);

/** The verdict on a cleaned text. `told-elsewhere`: another rule or the reader has said it. */
export function diagnoseRegistrationNumber(text: string): RegistrationVerdict {
  return verdictOf(text);
}

const verdictOf = rememberLast(judge);

function judge(text: string): RegistrationVerdict {
  const plain = dropRegistrationHyphen(text);
  const parts = decodeRegistrationNumber(plain);
  if (parts) {
    const { organizationCode } = parts;
    if (!isOrganizationCode(organizationCode) && !isSelfDefinedCode(organizationCode)) return 'organization-part';
    return plain === text ? 'ok' : 'hyphen';
  }
  const kind = identifyNumber(text);
  if (kind === 'id-card' || isPlaceholder(text) || SCIENTIFIC.test(text)) return 'told-elsewhere';
  if (FOREIGN.has(kind) || passesBothChecks(text)) return 'wrong-column';
  if (!/^[0-9A-Z-]+$/.test(text)) return 'characters';
  return plain.length === REGISTRATION_LENGTH ? 'layout' : 'length';
}
