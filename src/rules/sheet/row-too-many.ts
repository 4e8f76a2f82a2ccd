import { numberParameter, textParameter } from '../read-parameter.ts';
import type { SheetRule } from '../rule.ts';

/** More rows than the notice allows a unit. Parameters: most, column. */
export const rowTooMany: SheetRule = {
  scope: 'sheet',
  code: 'row/too-many',
  severity: 'warning',
  title: '填报行数超出',
  message: '本表填了{count}行，应填{most}行',
  remedy: '请只保留一名，由其开设账号；确需调整的请在回信中说明。',
  example: { wrong: '一个市（州）填了两名联络员', right: '一名' },
  source: '通知附件3：每个市（州）一名联络员',
  check: ({ rows, parameters }) => {
    const most = numberParameter(parameters, 'most') ?? 1;
    const column = textParameter(parameters, 'column');
    return rows.slice(most).map((row, index) => ({
      column,
      seen: row.fields[column]?.value ?? '',
      index: most + index,
      related: rows.slice(0, most).map((_, first) => first),
      detail: { count: String(rows.length), most: String(most) },
    }));
  },
};
