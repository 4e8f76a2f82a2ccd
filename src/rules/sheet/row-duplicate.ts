import { duplicateFaults } from '../duplicate-faults.ts';
import type { SheetRule } from '../rule.ts';

/** The same credit code with the same licence number or name. A branch with a licence of its own is none. */
export const rowDuplicate: SheetRule = {
  scope: 'sheet',
  code: 'row/duplicate',
  severity: 'error',
  title: '同一医院填了两行',
  message: '“{name}”与{where}“{other}”是同一家医院',
  remedy: '请只保留一行；如是有独立登记号的院区，请分别填写各自的登记号和名称。',
  example: { wrong: '同一信用代码、同一登记号的两行', right: '每家医院一行' },
  source: '通知附件2：每家医院一行；GB 32100-2015：统一社会信用代码一个主体一个代码',
  check: (input) => duplicateFaults(input, 'same', false),
};
