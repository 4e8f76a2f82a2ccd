import { readNumber } from '../codes/read-number.ts';
import { faultAt } from '../fault-at.ts';
import type { CellRule } from '../rule.ts';

/** A number with decimals where whole ones are counted. */
export const numberInteger: CellRule = {
  scope: 'cell',
  code: 'number/integer',
  severity: 'error',
  title: '不是整数',
  message: '“{column}”填的“{seen}”不是整数',
  remedy: '请填整数。',
  example: { wrong: '20.5', right: '20' },
  source: '表格定义',
  check: (input) => {
    const number = readNumber(input.field.value);
    return number === undefined || Number.isInteger(number) ? [] : faultAt(input);
  },
};
