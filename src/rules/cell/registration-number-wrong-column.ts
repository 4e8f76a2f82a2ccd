import { diagnoseRegistrationNumber } from '../codes/diagnose-registration-number.ts';
import { identifyNumber, numberKindName } from '../codes/identify-number.ts';
import { faultAt } from '../fault-at.ts';
import type { CellRule } from '../rule.ts';

/** A credit code, insurance code, phone or mailbox in the column of the licence number. */
export const registrationNumberWrongColumn: CellRule = {
  scope: 'cell',
  code: 'registration-number/wrong-column',
  severity: 'error',
  title: '登记号栏填了别的号码',
  message: '“{column}”填的“{seen}”像是{kind}，不是执业许可证登记号',
  remedy: '请照《医疗机构执业许可证》上的登记号改填。',
  example: { wrong: 'H51010400001', right: '45071234751010411A1001' },
  source: 'WS 218-2002《卫生机构（组织）分类与代码》：22位=组织机构代码9+行政区划6+经济类型2+机构类别4+分类管理1',
  check: (input) => {
    const text = input.field.value;
    if (diagnoseRegistrationNumber(text) !== 'wrong-column') return [];
    return faultAt(input, { detail: { kind: numberKindName(identifyNumber(text)) } });
  },
};
