import { duplicateFaults, duplicateMeets } from '../duplicate-faults.ts';
import type { ProvinceRule } from '../rule.ts';

/** The same name and place from two units with other codes. */
export const provinceSameName: ProvinceRule = {
  scope: 'province',
  code: 'province/same-name',
  severity: 'warning',
  title: '两地报了同名医院',
  message: '“{name}”与{where}“{other}”名称相同，代码却不同',
  remedy: '请双方确认是不是同一家医院。',
  example: { wrong: '两地同名医院', right: '名称写明所在地' },
  source: '通知附件2：每家医院一行；GB 32100-2015：统一社会信用代码一个主体一个代码',
  meets: duplicateMeets,
  check: (input) => duplicateFaults(input, 'name', true),
};
