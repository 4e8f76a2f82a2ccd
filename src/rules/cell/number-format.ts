import { readNumber } from '../codes/read-number.ts';
import { faultAt } from '../fault-at.ts';
import type { CellRule } from '../rule.ts';

/** Digits with an optional sign and decimal point; thousands may be parted by commas. */
export const numberFormat: CellRule = {
  scope: 'cell',
  code: 'number/format',
  severity: 'error',
  title: '不是数字',
  message: '“{column}”填的“{seen}”不是数字',
  remedy: '请只填阿拉伯数字，不带单位和文字。',
  example: { wrong: '约20张', right: '20' },
  source: '表格定义',
  check: (input) => (readNumber(input.field.value) === undefined ? faultAt(input) : []),
};
