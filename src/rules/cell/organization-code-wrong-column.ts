import { deriveOrganizationCode } from '../codes/derive-organization-code.ts';
import { diagnoseOrganizationCode } from '../codes/diagnose-organization-code.ts';
import { identifyNumber, numberKindName } from '../codes/identify-number.ts';
import { faultAt } from '../fault-at.ts';
import { siblingValue } from '../read-parameter.ts';
import type { CellRule } from '../rule.ts';

/** Another number of the form in the column of the organisation code. */
export const organizationCodeWrongColumn: CellRule = {
  scope: 'cell',
  code: 'organization-code/wrong-column',
  severity: 'error',
  title: '机构代码栏填了别的号码',
  message: '“{column}”填的“{seen}”像是{kind}，不是组织机构代码',
  remedy: '请改填9位组织机构代码，即统一社会信用代码的第9至17位。',
  example: { wrong: '12510100450712347E', right: '450712347' },
  source: 'GB 11714-1997《全国组织机构代码编制规则》校验码的计算',
  check: (input) => {
    const text = input.field.value;
    if (diagnoseOrganizationCode(text) !== 'wrong-column') return [];
    const creditCode = siblingValue(input.fields, input.parameters, 'creditCode');
    const detail = { kind: numberKindName(identifyNumber(text)) };
    return faultAt(input, { ...deriveOrganizationCode(creditCode === '' ? text : creditCode), detail });
  },
};
