import { diagnoseEmail } from '../codes/diagnose-email.ts';
import { insertAt } from '../codes/mail-hosts.ts';
import { faultAt } from '../fault-at.ts';
import type { CellRule } from '../rule.ts';

/** A known mail host at the end and no sign in front of it. */
export const emailMissingAt: CellRule = {
  scope: 'cell',
  code: 'email/missing-at',
  severity: 'block',
  title: '邮箱缺少 @',
  message: '“{column}”“{seen}”缺少“@”',
  remedy: '请补上“@”。',
  example: { wrong: 'zhangsan163.com', right: 'zhangsan@163.com' },
  source: 'RFC 5321 第4.1.2节',
  check: (input) => {
    const { value } = input.field;
    if (diagnoseEmail(value) !== 'missing-at') return [];
    const fix = insertAt(value);
    return faultAt(input, fix === undefined ? {} : { fix, proof: '常用邮箱域名前只能是“@”' });
  },
};
