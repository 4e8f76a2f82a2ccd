import { diagnoseEmail } from '../codes/diagnose-email.ts';
import { faultAt } from '../fault-at.ts';
import type { CellRule } from '../rule.ts';

/** Five to eleven digits alone: asked, not guessed. */
export const emailQqNumber: CellRule = {
  scope: 'cell',
  code: 'email/qq-number',
  severity: 'block',
  title: '只填了 QQ 号',
  message: '“{column}”填的“{seen}”只有数字，像是 QQ 号',
  remedy: '如是 QQ 邮箱，请写全，如“{seen}@qq.com”。',
  example: { wrong: '12345678', right: '12345678@qq.com' },
  source: 'RFC 5321 第4.1.2节',
  check: (input) => (diagnoseEmail(input.field.value) === 'qq-number' ? faultAt(input) : []),
};
