import { deriveOrganizationCode } from '../codes/derive-organization-code.ts';
import { diagnoseOrganizationCode } from '../codes/diagnose-organization-code.ts';
import { faultAt } from '../fault-at.ts';
import { siblingValue } from '../read-parameter.ts';
import type { CellRule } from '../rule.ts';

/** In census practice a head office carries the eight characters of its parent and B. */
export const organizationCodeStatistical: CellRule = {
  scope: 'cell',
  code: 'organization-code/statistical',
  severity: 'warning',
  title: '疑为统计用的本部代码',
  message: '“{column}”“{seen}”第9位是 B，疑为普查统计中给单位本部编的代码，不是法定代码',
  remedy: '请改填法定的组织机构代码，即统一社会信用代码的第9至17位。',
  example: { wrong: '45071234B', right: '450712347' },
  source: 'GB 11714-1997《全国组织机构代码编制规则》校验码的计算；经济普查产业活动单位代码的编制办法',
  check: (input) => {
    const text = input.field.value;
    if (diagnoseOrganizationCode(text) !== 'statistical') return [];
    const creditCode = siblingValue(input.fields, input.parameters, 'creditCode');
    return faultAt(input, { ...deriveOrganizationCode(creditCode) });
  },
};
