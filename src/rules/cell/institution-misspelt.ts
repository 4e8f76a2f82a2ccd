import { findNameSlip } from '../codes/diagnose-institution-name.ts';
import { faultAt } from '../fault-at.ts';
import type { CellRule } from '../rule.ts';

/** Slips that are never part of a name: 人名医院, 医院医院. */
export const institutionMisspelt: CellRule = {
  scope: 'cell',
  code: 'institution/misspelt',
  severity: 'warning',
  title: '名称疑有错字',
  message: '“{column}”“{seen}”疑有错字“{wrong}”，可能应为“{right}”',
  remedy: '请对照《医疗机构执业许可证》核对名称。',
  example: { wrong: '示例市人名医院', right: '示例市人民医院' },
  source: '通知附件2“医疗机构名称”；《医疗机构管理条例实施细则》第四十条：医疗机构名称由通用名和识别名组成',
  check: (input) => {
    const slip = findNameSlip(input.field.value);
    return slip ? faultAt(input, { expected: slip.corrected, detail: { wrong: slip.wrong, right: slip.right } }) : [];
  },
};
