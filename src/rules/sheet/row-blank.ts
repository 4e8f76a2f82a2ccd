import { textParameter } from '../read-parameter.ts';
import type { JudgedRow, SheetRule } from '../rule.ts';

/** Where every third row is followed by a blank one, the table is drawn that way. */
const MOST_OF_ROWS = 1 / 3;

function blanksBefore(row: JudgedRow, before: JudgedRow | undefined): number {
  return before?.sheet === row.sheet ? Math.max(0, row.row - before.row - 1) : 0;
}

/** Rows without an institution between two that have one. Parameter: column, the one that names the row. */
export const rowBlank: SheetRule = {
  scope: 'sheet',
  code: 'row/blank',
  severity: 'notice',
  title: '表中夹有空行',
  message: '第{from}行与第{to}行之间有{count}行没有填报内容（空行、小计或重复的表头），已跳过',
  remedy: '请确认不是漏填；确为空行的不必处理。',
  example: { wrong: '第7行有医院，第8行空着，第9行有医院', right: '各行连续填写' },
  source: '通知附件2：每家医院一行',
  check: ({ rows, parameters }) => {
    const column = textParameter(parameters, 'column');
    const faults = rows.flatMap((row, index) => {
      const count = blanksBefore(row, rows[index - 1]);
      const before = rows[index - 1];
      if (count === 0 || !before) return [];
      const detail = { from: String(before.row), to: String(row.row), count: String(count) };
      return [{ column, seen: row.fields[column]?.value ?? '', index, related: [index - 1], detail }];
    });
    return faults.length > Math.max(2, rows.length * MOST_OF_ROWS) ? [] : faults;
  },
};
