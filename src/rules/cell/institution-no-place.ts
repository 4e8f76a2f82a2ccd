import { diagnoseInstitutionName } from '../codes/diagnose-institution-name.ts';
import { faultAt } from '../fault-at.ts';
import type { CellRule } from '../rule.ts';

/** 人民医院, 第二医院: a general name alone. */
export const institutionNoPlace: CellRule = {
  scope: 'cell',
  code: 'institution/no-place',
  severity: 'warning',
  title: '名称没有识别名',
  message: '“{column}”“{seen}”没有地名等识别名，分不清是哪一家',
  remedy: '请填《医疗机构执业许可证》上的全称，如“示例市第一人民医院”。',
  example: { wrong: '第一人民医院', right: '示例市第一人民医院' },
  source: '通知附件2“医疗机构名称”；《医疗机构管理条例实施细则》第四十条：医疗机构名称由通用名和识别名组成',
  hint: '填全称，不用简称。',
  check: (input) => (diagnoseInstitutionName(input.field.value) === 'no-place' ? faultAt(input) : []),
};
