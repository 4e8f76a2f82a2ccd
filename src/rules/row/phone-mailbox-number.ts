import { siblingValue, textParameter } from '../read-parameter.ts';
import type { RowRule } from '../rule.ts';

const MOST_DIFFERENCES = 2;

function differences(one: string, other: string): number {
  return [...one].filter((digit, index) => digit !== other.charAt(index)).length;
}

/** A mailbox named after a telephone number that differs from the number given by a slip. Parameters: phone, email. */
export const phoneMailboxNumber: RowRule = {
  scope: 'row',
  code: 'phone/mailbox-number',
  severity: 'warning',
  title: '手机号码与邮箱里的号码不同',
  message: '手机号码“{seen}”与邮箱“{email}”里的号码只差一两位',
  remedy: '两处必有一处可疑，请逐位核对手机号码和邮箱。',
  example: { wrong: '13900001234 与 13900001243@139.com', right: '两处号码一致' },
  source: '通知：账号以短信、邮件发至数据管理员手机号码和邮箱',
  check: ({ fields, parameters }) => {
    const phone = siblingValue(fields, parameters, 'phone');
    const email = siblingValue(fields, parameters, 'email');
    const number = /^(1[3-9]\d{9})@/.exec(email)?.[1];
    if (number === undefined || !/^1[3-9]\d{9}$/.test(phone)) return [];
    const count = differences(phone, number);
    if (count === 0 || count > MOST_DIFFERENCES) return [];
    return [{ column: textParameter(parameters, 'phone'), seen: phone, detail: { email } }];
  },
};
