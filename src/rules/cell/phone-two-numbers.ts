import { diagnosePhone, mobilesIn } from '../codes/diagnose-phone.ts';
import { faultAt } from '../fault-at.ts';
import type { CellRule } from '../rule.ts';

/**
 * Two people or two numbers: which one gets the account is the sender's to say. Beside a landline, or written twice, the
 * only mobile number is proposed.
 */
export const phoneTwoNumbers: CellRule = {
  scope: 'cell',
  code: 'phone/two-numbers',
  severity: 'error',
  title: '一格填了两个号码',
  message: '“{column}”填了不止一个号码：“{seen}”',
  remedy: '只保留一个能收短信的手机号码。',
  example: { wrong: '13900001234/13800001234', right: '13900001234' },
  source: '通知：账号以短信、邮件发至数据管理员手机号码和邮箱',
  hint: '只填一个号码。',
  check: (input) => {
    const { value } = input.field;
    if (diagnosePhone(value) !== 'two-numbers') return [];
    const [mobile, second] = mobilesIn(value);
    if (mobile === undefined || second !== undefined) return faultAt(input);
    return faultAt(input, { fix: mobile, proof: '其中只有这一个是手机号码' });
  },
};
