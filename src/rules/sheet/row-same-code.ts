import { duplicateFaults } from '../duplicate-faults.ts';
import type { SheetRule } from '../rule.ts';

/** One credit code, two names and two licence numbers. */
export const rowSameCode: SheetRule = {
  scope: 'sheet',
  code: 'row/same-code',
  severity: 'error',
  title: '两家医院用了同一信用代码',
  message: '“{name}”的统一社会信用代码与{where}“{other}”相同，登记号和名称却不同',
  remedy: '请核对是否复制后忘记修改；如是同一医院的院区，请在名称中写明院区。',
  example: { wrong: '两家医院同一信用代码', right: '各填各的代码' },
  source: '通知附件2：每家医院一行；GB 32100-2015：统一社会信用代码一个主体一个代码',
  check: (input) => duplicateFaults(input, 'code', false),
};
