import { deriveOrganizationCode } from '../codes/derive-organization-code.ts';
import { diagnoseOrganizationCode } from '../codes/diagnose-organization-code.ts';
import { faultAt } from '../fault-at.ts';
import { siblingValue } from '../read-parameter.ts';
import type { CellRule } from '../rule.ts';

/** Letters and digits, but not nine of them. */
export const organizationCodeLength: CellRule = {
  scope: 'cell',
  code: 'organization-code/length',
  severity: 'error',
  title: '组织机构代码不是9位',
  message: '“{column}”“{seen}”有{length}位，应为9位',
  remedy: '请填统一社会信用代码的第9至17位，不加连字符。',
  example: { wrong: '45071234', right: '450712347' },
  source: 'GB 11714-1997《全国组织机构代码编制规则》：代码由8位本体代码和1位校验码组成',
  hint: '9位，即信用代码的第9至17位。',
  check: (input) => {
    const text = input.field.value;
    if (diagnoseOrganizationCode(text) !== 'length') return [];
    const creditCode = siblingValue(input.fields, input.parameters, 'creditCode');
    return faultAt(input, { ...deriveOrganizationCode(creditCode), detail: { length: String([...text].length) } });
  },
};
