import { deriveOrganizationCode } from '../codes/derive-organization-code.ts';
import { diagnoseOrganizationCode } from '../codes/diagnose-organization-code.ts';
import { faultAt } from '../fault-at.ts';
import { siblingValue } from '../read-parameter.ts';
import type { CellRule } from '../rule.ts';

/** Mod 11 fails; the credit code of the row, if sound, tells the right one. */
export const organizationCodeCheckDigit: CellRule = {
  scope: 'cell',
  code: 'organization-code/check-digit',
  severity: 'error',
  title: '组织机构代码校验位不符',
  message: '“{column}”“{seen}”的校验位不符，至少有一位填错',
  remedy: '请对照单位证书逐位核对，应与统一社会信用代码的第9至17位相同。',
  example: { wrong: '450712374', right: '450712347' },
  source: 'GB 11714-1997《全国组织机构代码编制规则》校验码的计算（模11）',
  check: (input) => {
    const text = input.field.value;
    if (diagnoseOrganizationCode(text) !== 'check-digit') return [];
    const creditCode = siblingValue(input.fields, input.parameters, 'creditCode');
    return faultAt(input, { ...deriveOrganizationCode(creditCode) });
  },
};
