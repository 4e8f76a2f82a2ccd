import { diagnosePhone } from '../codes/diagnose-phone.ts';
import { faultAt } from '../fault-at.ts';
import type { CellRule } from '../rule.ts';

/** Letters, words, or eleven digits that start otherwise. */
export const phoneFormat: CellRule = {
  scope: 'cell',
  code: 'phone/format',
  severity: 'block',
  title: '不是手机号码',
  message: '“{column}”填的“{seen}”不是手机号码',
  remedy: '请填11位手机号码，以1开头，第二位为3至9。',
  example: { wrong: '微信同号', right: '13900001234' },
  source: '《公用电信网网间互联管理规定》电信网编号计划（2017年版）：移动电话号码11位，首位为1',
  check: (input) => (diagnosePhone(input.field.value) === 'format' ? faultAt(input) : []),
};
