import { diagnoseEmail } from '../codes/diagnose-email.ts';
import { halfWidthAddress } from '../codes/mail-hosts.ts';
import { faultAt } from '../fault-at.ts';
import type { CellRule } from '../rule.ts';

/** ＠, 。 or 、 in place of @ and the full stop. */
export const emailFullWidth: CellRule = {
  scope: 'cell',
  code: 'email/full-width',
  severity: 'error',
  title: '邮箱用了全角或中文标点',
  message: '“{column}”“{seen}”用了全角字符或中文标点',
  remedy: '请在英文输入法下重新键入邮箱。',
  example: { wrong: 'zhangsan＠163。com', right: 'zhangsan@163.com' },
  source: 'RFC 5321 第4.1.2节：邮箱地址只用半角字符',
  check: (input) => {
    const { value } = input.field;
    if (diagnoseEmail(value) !== 'full-width') return [];
    return faultAt(input, { fix: halfWidthAddress(value), proof: '全角字符和中文句号换成半角' });
  },
};
