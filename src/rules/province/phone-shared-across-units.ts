import type { ProvinceRule } from '../rule.ts';
import { shareFaults, shareMeets } from '../share-faults.ts';

/** One telephone in the tables of two units. */
export const phoneSharedAcrossUnits: ProvinceRule = {
  scope: 'province',
  code: 'phone/shared-across-units',
  severity: 'warning',
  title: '不同单位同一手机号码',
  message: '“{column}”“{seen}”也出现在其他单位的表中：{others}',
  remedy: '请双方核对号码，账号会发到这个手机。',
  example: { wrong: '两个市（州）同一手机', right: '各填各的手机' },
  source: '通知：账号以短信、邮件发至数据管理员手机号码和邮箱，每家医院一名数据管理员',
  meets: shareMeets,
  check: (input) => shareFaults(input, true),
};
