import { duplicateFaults } from '../duplicate-faults.ts';
import type { SheetRule } from '../rule.ts';

/** One licence number, two credit codes. */
export const rowSameRegistration: SheetRule = {
  scope: 'sheet',
  code: 'row/same-registration',
  severity: 'error',
  title: '两家医院用了同一登记号',
  message: '“{name}”的登记号与{where}“{other}”相同',
  remedy: '请核对是否复制后忘记修改，每张执业许可证的登记号都不相同。',
  example: { wrong: '两家医院同一登记号', right: '各填各的登记号' },
  source: '通知附件2：每家医院一行；GB 32100-2015：统一社会信用代码一个主体一个代码',
  check: (input) => duplicateFaults(input, 'registration', false),
};
