import { diagnoseInstitutionName } from '../codes/diagnose-institution-name.ts';
import { faultAt } from '../fault-at.ts';
import type { CellRule } from '../rule.ts';

/** Fewer than four characters. */
export const institutionTooShort: CellRule = {
  scope: 'cell',
  code: 'institution/too-short',
  severity: 'error',
  title: '名称过短',
  message: '“{column}”“{seen}”过短，不是完整的医疗机构名称',
  remedy: '请填《医疗机构执业许可证》上的全称。',
  example: { wrong: '医院', right: '示例市第一人民医院' },
  source: '通知附件2“医疗机构名称”；《医疗机构管理条例实施细则》第四十条：医疗机构名称由通用名和识别名组成',
  check: (input) => (diagnoseInstitutionName(input.field.value) === 'too-short' ? faultAt(input) : []),
};
