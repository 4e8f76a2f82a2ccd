import { diagnosePhone, withoutCountryCode } from '../codes/diagnose-phone.ts';
import { faultAt } from '../fault-at.ts';
import type { CellRule } from '../rule.ts';

/** +86, 0086 or 86- in front of a whole number. */
export const phoneCountryCode: CellRule = {
  scope: 'cell',
  code: 'phone/country-code',
  severity: 'notice',
  title: '手机号码带国家代码',
  message: '“{column}”“{seen}”带有国家代码',
  remedy: '汇总时按11位手机号码登记，不必改。',
  example: { wrong: '+8613900001234', right: '13900001234' },
  source: '《公用电信网网间互联管理规定》电信网编号计划（2017年版）：移动电话号码11位，首位为1',
  check: (input) => {
    const { value, raw } = input.field;
    if (diagnosePhone(value) === 'country-code')
      return faultAt(input, { fix: value.slice(-11), proof: '去掉国家代码86' });
    // The reader takes the code off because this rule tells it.
    return withoutCountryCode(raw) === value ? faultAt(input, { seen: raw, fix: value, applied: true }) : [];
  },
};
