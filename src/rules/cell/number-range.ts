import { readNumber } from '../codes/read-number.ts';
import { faultAt } from '../fault-at.ts';
import { numberParameter } from '../read-parameter.ts';
import type { CellRule } from '../rule.ts';

/** Parameters: min and max, both inclusive. */
export const numberRange: CellRule = {
  scope: 'cell',
  code: 'number/range',
  severity: 'error',
  title: '数值超出范围',
  message: '“{column}”填的“{seen}”超出范围，应{range}',
  remedy: '请核对后改正。',
  example: { wrong: '-5', right: '20' },
  source: '表格定义',
  check: (input) => {
    const number = readNumber(input.field.value);
    if (number === undefined) return [];
    const min = numberParameter(input.parameters, 'min');
    const max = numberParameter(input.parameters, 'max');
    if ((min === undefined || number >= min) && (max === undefined || number <= max)) return [];
    const limits = [min === undefined ? '' : `不小于${min}`, max === undefined ? '' : `不大于${max}`];
    return faultAt(input, { detail: { range: limits.filter((limit) => limit !== '').join('且') } });
  },
};
