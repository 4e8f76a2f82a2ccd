import { diagnoseInstitutionName, findNameSlip } from '../codes/diagnose-institution-name.ts';
import { faultAt } from '../fault-at.ts';
import type { CellRule } from '../rule.ts';

/** Neither 医院 nor another general name of the regulation; a slip inside it (医完) is told as the slip. */
export const institutionNoGeneralName: CellRule = {
  scope: 'cell',
  code: 'institution/no-general-name',
  severity: 'warning',
  title: '名称没有通用名',
  message: '“{column}”“{seen}”没有“医院”“中心”等通用名',
  remedy: '请填《医疗机构执业许可证》上的全称，不用简称。',
  example: { wrong: '示例市一医', right: '示例市第一人民医院' },
  source: '通知附件2“医疗机构名称”；《医疗机构管理条例实施细则》第四十条：医疗机构名称由通用名和识别名组成',
  check: (input) => {
    const { value } = input.field;
    return diagnoseInstitutionName(value) === 'no-general-name' && !findNameSlip(value) ? faultAt(input) : [];
  },
};
