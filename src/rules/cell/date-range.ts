import { isCalendarDate } from '../codes/calendar-date.ts';
import { faultAt } from '../fault-at.ts';
import { textParameter } from '../read-parameter.ts';
import type { CellRule } from '../rule.ts';

/** Parameters: from and to, both YYYY-MM-DD and inclusive. */
export const dateRange: CellRule = {
  scope: 'cell',
  code: 'date/range',
  severity: 'error',
  title: '日期超出范围',
  message: '“{column}”填的“{seen}”超出范围，应{range}',
  remedy: '请核对年份和月份。',
  example: { wrong: '2052-03-01', right: '2025-03-01' },
  source: '表格定义',
  check: (input) => {
    const { value } = input.field;
    if (!isCalendarDate(value)) return [];
    const from = textParameter(input.parameters, 'from');
    const to = textParameter(input.parameters, 'to');
    if ((from === '' || value >= from) && (to === '' || value <= to)) return [];
    const limits = [from === '' ? '' : `不早于${from}`, to === '' ? '' : `不晚于${to}`];
    return faultAt(input, { detail: { range: limits.filter((limit) => limit !== '').join('且') } });
  },
};
