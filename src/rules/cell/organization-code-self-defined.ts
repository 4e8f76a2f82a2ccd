import { diagnoseOrganizationCode } from '../codes/diagnose-organization-code.ts';
import { faultAt } from '../fault-at.ts';
import type { CellRule } from '../rule.ts';

/** The zone that the standard leaves to each system; health statistics uses it for units without a code. */
export const organizationCodeSelfDefined: CellRule = {
  scope: 'cell',
  code: 'organization-code/self-defined',
  severity: 'notice',
  title: '卫生统计自编的机构代码',
  message: '“{column}”“{seen}”属于 PDY 自定义区，是系统内部自编的代码',
  remedy: '没有法定代码的机构可以保留；已有统一社会信用代码的，请改填其第9至17位。',
  example: { wrong: 'PDY123450', right: '450712347' },
  source: 'GB 11714-1997《全国组织机构代码编制规则》：PDY00001至PDY99999为自定义区',
  check: (input) => (diagnoseOrganizationCode(input.field.value) === 'self-defined' ? faultAt(input) : []),
};
