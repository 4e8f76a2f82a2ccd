import { diagnoseEmail } from '../codes/diagnose-email.ts';
import { faultAt } from '../fault-at.ts';
import type { CellRule } from '../rule.ts';

/** Which of them gets the account is the sender's to say. */
export const emailTwoAddresses: CellRule = {
  scope: 'cell',
  code: 'email/two-addresses',
  severity: 'error',
  title: '一格填了两个邮箱',
  message: '“{column}”填了不止一个邮箱：“{seen}”',
  remedy: '只保留数据管理员本人的一个邮箱。',
  example: { wrong: 'a@163.com; b@qq.com', right: 'a@163.com' },
  source: '通知：账号以短信、邮件发至数据管理员手机号码和邮箱',
  hint: '只填一个邮箱。',
  check: (input) => (diagnoseEmail(input.field.value) === 'two-addresses' ? faultAt(input) : []),
};
