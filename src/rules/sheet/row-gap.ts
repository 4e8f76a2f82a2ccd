import { readNumber } from '../codes/read-number.ts';
import { textParameter } from '../read-parameter.ts';
import type { SheetRule } from '../rule.ts';

/** The running number leaps within a sheet: rows may have been lost. Parameter: sequence. */
export const rowGap: SheetRule = {
  scope: 'sheet',
  code: 'row/gap',
  severity: 'notice',
  title: '序号不连续',
  message: '序号从 {from} 到 {to}，中间可能缺行',
  remedy: '请确认没有漏填医院；序号汇总时统一编排，不必改。',
  example: { wrong: '1、2、4', right: '1、2、3' },
  source: '通知附件2“序号”',
  check: ({ rows, parameters }) => {
    const column = textParameter(parameters, 'sequence');
    return rows.flatMap((row, index) => {
      const before = rows[index - 1];
      const [from, to] = [readNumber(before?.fields[column]?.value ?? ''), readNumber(row.fields[column]?.value ?? '')];
      if (!before || before.sheet !== row.sheet || from === undefined || to === undefined || to <= from + 1) return [];
      return [
        { column, seen: String(to), index, related: [index - 1], detail: { from: String(from), to: String(to) } },
      ];
    });
  },
};
