import { diagnoseOrganizationCode } from '../codes/diagnose-organization-code.ts';
import { dropHyphen } from '../codes/organization-code.ts';
import { faultAt } from '../fault-at.ts';
import type { CellRule } from '../rule.ts';

/** The printed form XXXXXXXX-X. */
export const organizationCodeHyphen: CellRule = {
  scope: 'cell',
  code: 'organization-code/hyphen',
  severity: 'notice',
  title: '组织机构代码带连字符',
  message: '“{column}”“{seen}”带有连字符',
  remedy: '汇总时按不带连字符的9位代码登记，不必改。',
  example: { wrong: '45071234-7', right: '450712347' },
  source: 'GB 11714-1997《全国组织机构代码编制规则》：印刷体在本体代码与校验码之间加连字符',
  check: (input) => {
    const text = input.field.value;
    if (diagnoseOrganizationCode(text) !== 'hyphen') return [];
    return faultAt(input, { fix: dropHyphen(text), proof: '去掉连字符后校验位相符' });
  },
};
