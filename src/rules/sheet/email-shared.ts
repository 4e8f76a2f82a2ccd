import type { SheetRule } from '../rule.ts';
import { shareFaults } from '../share-faults.ts';

/** One mailbox for several hospitals; a notice where one person stands behind it. */
export const emailShared: SheetRule = {
  scope: 'sheet',
  code: 'email/shared',
  severity: 'warning',
  title: '几家医院同一邮箱',
  message: '“{column}”“{seen}”同时填给了{count}家医院：另有{others}',
  remedy: '请确认是否同一人兼管；不是的，请各填各的邮箱，否则账号会发给别人。',
  example: { wrong: '两家医院同一邮箱', right: '各填各的邮箱' },
  source: '通知：账号以短信、邮件发至数据管理员手机号码和邮箱，每家医院一名数据管理员',
  check: (input) => shareFaults(input, false),
};
