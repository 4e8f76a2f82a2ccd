import { deriveOrganizationCode } from '../codes/derive-organization-code.ts';
import { diagnoseOrganizationCode } from '../codes/diagnose-organization-code.ts';
import { faultAt } from '../fault-at.ts';
import { siblingValue } from '../read-parameter.ts';
import type { CellRule } from '../rule.ts';

/** Signs or Chinese characters, or a ninth letter other than X. */
export const organizationCodeCharacters: CellRule = {
  scope: 'cell',
  code: 'organization-code/characters',
  severity: 'error',
  title: '组织机构代码含有不该有的字符',
  message: '“{column}”“{seen}”含有组织机构代码中不会出现的字符',
  remedy: '组织机构代码只用数字和大写字母，最后一位是数字或 X，请改正。',
  example: { wrong: '4507123一7', right: '450712347' },
  source: 'GB 11714-1997《全国组织机构代码编制规则》：代码字符集',
  check: (input) => {
    const text = input.field.value;
    if (diagnoseOrganizationCode(text) !== 'characters') return [];
    const creditCode = siblingValue(input.fields, input.parameters, 'creditCode');
    return faultAt(input, { ...deriveOrganizationCode(creditCode) });
  },
};
