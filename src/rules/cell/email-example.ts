import { diagnoseEmail } from '../codes/diagnose-email.ts';
import { faultAt } from '../fault-at.ts';
import type { CellRule } from '../rule.ts';

/** A host reserved for examples. */
export const emailExample: CellRule = {
  scope: 'cell',
  code: 'email/example',
  severity: 'error',
  title: '填的是示例邮箱',
  message: '“{column}”填的“{seen}”是示例邮箱',
  remedy: '请填数据管理员本人的邮箱，账号邮件会发到这里。',
  example: { wrong: 'zhangsan@example.com', right: 'zhangsan@163.com' },
  source: 'RFC 2606：example.com 等为示例保留域名',
  check: (input) => (diagnoseEmail(input.field.value) === 'example' ? faultAt(input) : []),
};
