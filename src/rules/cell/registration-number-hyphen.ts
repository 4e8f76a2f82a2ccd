import { diagnoseRegistrationNumber } from '../codes/diagnose-registration-number.ts';
import { dropRegistrationHyphen } from '../codes/registration-number.ts';
import { faultAt } from '../fault-at.ts';
import type { CellRule } from '../rule.ts';

/** The written form with a hyphen before the check character of the organisation code. */
export const registrationNumberHyphen: CellRule = {
  scope: 'cell',
  code: 'registration-number/hyphen',
  severity: 'notice',
  title: '登记号带连字符',
  message: '“{column}”“{seen}”带有连字符',
  remedy: '汇总时按不带连字符的22位登记号登记，不必改。',
  example: { wrong: '45071234-751010411A1001', right: '45071234751010411A1001' },
  source: 'WS 218-2002《卫生机构（组织）分类与代码》：22位=组织机构代码9+行政区划6+经济类型2+机构类别4+分类管理1',
  check: (input) => {
    const text = input.field.value;
    if (diagnoseRegistrationNumber(text) !== 'hyphen') return [];
    return faultAt(input, { fix: dropRegistrationHyphen(text), proof: '去掉连字符后为22位，结构相符' });
  },
};
