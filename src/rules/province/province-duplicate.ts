import { duplicateFaults, duplicateMeets } from '../duplicate-faults.ts';
import type { ProvinceRule } from '../rule.ts';

/** The same hospital from two units; one row stands, both are pointed out. */
export const provinceDuplicate: ProvinceRule = {
  scope: 'province',
  code: 'province/duplicate',
  severity: 'warning',
  title: '两个单位报了同一医院',
  message: '“{name}”与{where}“{other}”是同一家医院',
  remedy: '汇总时只保留一行（所在地的报送单位优先），请双方确认由谁报送。',
  example: { wrong: '两个市（州）报了同一医院', right: '由所在地报送' },
  source: '通知附件2：每家医院一行；GB 32100-2015：统一社会信用代码一个主体一个代码',
  meets: duplicateMeets,
  check: (input) => duplicateFaults(input, 'same', true),
};
