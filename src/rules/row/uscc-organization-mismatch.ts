import { embeddedOrganizationCode, passesBothChecks } from '../codes/credit-code.ts';
import { dropHyphen, isOrganizationCode } from '../codes/organization-code.ts';
import { siblingValue, textParameter } from '../read-parameter.ts';
import type { RowRule } from '../rule.ts';

/** Both codes are sound by themselves and belong to different bodies. Parameters: creditCode, organizationCode. */
export const usccOrganizationMismatch: RowRule = {
  scope: 'row',
  code: 'uscc/organization-mismatch',
  severity: 'error',
  title: '信用代码与组织机构代码不一致',
  message: '统一社会信用代码第9至17位是“{part}”，与本行组织机构代码“{organizationCode}”不一致',
  remedy: '请核对两个代码是否都是本医院的，统一社会信用代码的第9至17位应与组织机构代码相同。',
  example: { wrong: '信用代码12510100450712347E，机构代码450712359', right: '机构代码450712347' },
  source: 'GB 32100-2015《法人和其他组织统一社会信用代码编码规则》第4章：主体标识码即组织机构代码',
  check: ({ fields, parameters }) => {
    const creditCode = siblingValue(fields, parameters, 'creditCode');
    const organizationCode = dropHyphen(siblingValue(fields, parameters, 'organizationCode'));
    if (!passesBothChecks(creditCode) || !isOrganizationCode(organizationCode)) return [];
    const part = embeddedOrganizationCode(creditCode);
    if (part === organizationCode || organizationCode.startsWith('PDY')) return [];
    const column = textParameter(parameters, 'organizationCode');
    return [{ column, seen: organizationCode, expected: part, detail: { part, organizationCode } }];
  },
};
