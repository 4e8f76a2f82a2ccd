import { diagnoseEmail } from '../codes/diagnose-email.ts';
import { faultAt } from '../fault-at.ts';
import type { CellRule } from '../rule.ts';

/** Not an address of the form name@host.tld. */
export const emailFormat: CellRule = {
  scope: 'cell',
  code: 'email/format',
  severity: 'block',
  title: '邮箱格式不对',
  message: '“{column}”填的“{seen}”不是完整的邮箱地址',
  remedy: '请填完整的邮箱地址，如“姓名@163.com”。',
  example: { wrong: 'zhangsan@163', right: 'zhangsan@163.com' },
  source: 'RFC 5321 第4.1.2节',
  check: (input) => (diagnoseEmail(input.field.value) === 'format' ? faultAt(input) : []),
};
