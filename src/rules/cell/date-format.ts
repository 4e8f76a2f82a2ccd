import { isCalendarDate } from '../codes/calendar-date.ts';
import { faultAt } from '../fault-at.ts';
import type { CellRule } from '../rule.ts';

/** The cleaned value of a date column is YYYY-MM-DD; anything else could not be read as a day. */
export const dateFormat: CellRule = {
  scope: 'cell',
  code: 'date/format',
  severity: 'error',
  title: '日期认不出',
  message: '“{column}”填的“{seen}”不是完整的日期',
  remedy: '请按“2025-03-01”的写法填写年、月、日。',
  example: { wrong: '3月1日', right: '2025-03-01' },
  source: 'GB/T 7408.1《日期和时间 信息交换表示法》',
  check: (input) => (isCalendarDate(input.field.value) ? [] : faultAt(input)),
};
