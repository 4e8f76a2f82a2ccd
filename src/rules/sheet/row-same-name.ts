import { duplicateFaults } from '../duplicate-faults.ts';
import type { SheetRule } from '../rule.ts';

/** The same name in one prefecture with other codes. */
export const rowSameName: SheetRule = {
  scope: 'sheet',
  code: 'row/same-name',
  severity: 'warning',
  title: '名称相同而代码不同',
  message: '“{name}”与{where}“{other}”名称相同，代码却不同',
  remedy: '请核对是否同一家医院填了两次，或有一行代码填错。',
  example: { wrong: '同名两行，代码不同', right: '每家医院一行' },
  source: '通知附件2：每家医院一行；GB 32100-2015：统一社会信用代码一个主体一个代码',
  check: (input) => duplicateFaults(input, 'name', false),
};
