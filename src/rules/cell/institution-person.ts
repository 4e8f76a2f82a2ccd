import { diagnoseInstitutionName } from '../codes/diagnose-institution-name.ts';
import { faultAt } from '../fault-at.ts';
import type { CellRule } from '../rule.ts';

/** Two to four characters without any word of an institution. */
export const institutionPerson: CellRule = {
  scope: 'cell',
  code: 'institution/person',
  severity: 'error',
  title: '名称像是人名',
  message: '“{column}”填的“{seen}”像是人名，不是医疗机构名称',
  remedy: '请填《医疗机构执业许可证》上的全称，并检查该行各列是否错位。',
  example: { wrong: '张三', right: '示例市第一人民医院' },
  source: '通知附件2“医疗机构名称”；《医疗机构管理条例实施细则》第四十条：医疗机构名称由通用名和识别名组成',
  check: (input) => (diagnoseInstitutionName(input.field.value) === 'person' ? faultAt(input) : []),
};
