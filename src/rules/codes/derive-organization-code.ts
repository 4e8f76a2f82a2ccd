import { embeddedOrganizationCode, passesBothChecks } from './credit-code.ts';

/** The organisation code inside a sound credit code, as a proved proposal; nothing when the credit code is unsound. */
export function deriveOrganizationCode(creditCode: string): { readonly fix?: string; readonly proof?: string } {
  if (!passesBothChecks(creditCode)) return {};
  return { fix: embeddedOrganizationCode(creditCode), proof: '取自统一社会信用代码第9至17位，校验位相符' };
}
