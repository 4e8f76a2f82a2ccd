import { diagnoseInstitutionName } from '../codes/diagnose-institution-name.ts';
import { faultAt } from '../fault-at.ts';
import type { CellRule } from '../rule.ts';

/** A prefecture or county in place of the hospital. */
export const institutionPlaceOnly: CellRule = {
  scope: 'cell',
  code: 'institution/place-only',
  severity: 'error',
  title: '名称只是地名',
  message: '“{column}”填的“{seen}”只是地名，不是医疗机构名称',
  remedy: '请填《医疗机构执业许可证》上的全称。',
  example: { wrong: '成都市', right: '示例市第一人民医院' },
  source: '通知附件2“医疗机构名称”；《医疗机构管理条例实施细则》第四十条：医疗机构名称由通用名和识别名组成',
  check: (input) => (diagnoseInstitutionName(input.field.value) === 'place-only' ? faultAt(input) : []),
};
