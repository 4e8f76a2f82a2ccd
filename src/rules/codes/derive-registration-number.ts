import { deriveOrganizationCode } from './derive-organization-code.ts';
import { isOrganizationCode } from './organization-code.ts';

const MOST_DIFFERENCES = 2;

/**
 * Proposes a registration number whose first nine characters are those of the row's sound credit code; only where one
 * or two characters differ, so that a licence of another body is never made to fit.
 */
export function deriveRegistrationNumber(
  text: string,
  creditCode: string,
): { readonly fix?: string; readonly proof?: string } {
  const { fix: part } = deriveOrganizationCode(creditCode);
  if (part === undefined || !isOrganizationCode(part)) return {};
  const differences = [...part].filter((character, index) => character !== text.charAt(index)).length;
  if (differences > MOST_DIFFERENCES) return {};
  return { fix: part + text.slice(part.length), proof: '前9位取自本行统一社会信用代码第9至17位，校验位相符' };
}
