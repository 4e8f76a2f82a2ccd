import { duplicateFaults, duplicateMeets } from '../duplicate-faults.ts';
import type { ProvinceRule } from '../rule.ts';

/** One credit code for two hospitals of two units. */
export const provinceSameCode: ProvinceRule = {
  scope: 'province',
  code: 'province/same-code',
  severity: 'error',
  title: '两地医院用了同一信用代码',
  message: '“{name}”的统一社会信用代码与{where}“{other}”相同，登记号和名称却不同',
  remedy: '请双方核对各自的统一社会信用代码。',
  example: { wrong: '两地医院同一信用代码', right: '各填各的代码' },
  source: '通知附件2：每家医院一行；GB 32100-2015：统一社会信用代码一个主体一个代码',
  meets: duplicateMeets,
  check: (input) => duplicateFaults(input, 'code', true),
};
