import type { ProvinceRule } from '../rule.ts';
import { shareFaults, shareMeets } from '../share-faults.ts';

/** One mailbox in the tables of two units. */
export const emailSharedAcrossUnits: ProvinceRule = {
  scope: 'province',
  code: 'email/shared-across-units',
  severity: 'warning',
  title: '不同单位同一邮箱',
  message: '“{column}”“{seen}”也出现在其他单位的表中：{others}',
  remedy: '请双方核对邮箱，账号会发到这个邮箱。',
  example: { wrong: '两个市（州）同一邮箱', right: '各填各的邮箱' },
  source: '通知：账号以短信、邮件发至数据管理员手机号码和邮箱，每家医院一名数据管理员',
  meets: shareMeets,
  check: (input) => shareFaults(input, true),
};
