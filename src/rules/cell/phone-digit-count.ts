import { diagnosePhone } from '../codes/diagnose-phone.ts';
import { faultAt } from '../fault-at.ts';
import type { CellRule } from '../rule.ts';

/** A number of another length than 11. */
export const phoneDigitCount: CellRule = {
  scope: 'cell',
  code: 'phone/digit-count',
  severity: 'block',
  title: '手机号码位数不对',
  message: '“{column}”“{seen}”有{length}位数字，应为11位',
  remedy: '请逐位核对后补全或删去多出的数字。',
  example: { wrong: '1390000123', right: '13900001234' },
  source: '《公用电信网网间互联管理规定》电信网编号计划（2017年版）：移动电话号码11位，首位为1',
  check: (input) => {
    const { value } = input.field;
    if (diagnosePhone(value) !== 'digit-count') return [];
    return faultAt(input, { detail: { length: String(value.replace(/\D/g, '').length) } });
  },
};
