import { duplicateFaults, duplicateMeets } from '../duplicate-faults.ts';
import type { ProvinceRule } from '../rule.ts';

/** One licence number for two hospitals of two units. */
export const provinceSameRegistration: ProvinceRule = {
  scope: 'province',
  code: 'province/same-registration',
  severity: 'error',
  title: '两地医院用了同一登记号',
  message: '“{name}”的登记号与{where}“{other}”相同',
  remedy: '请双方核对各自的登记号。',
  example: { wrong: '两地医院同一登记号', right: '各填各的登记号' },
  source: '通知附件2：每家医院一行；GB 32100-2015：统一社会信用代码一个主体一个代码',
  meets: duplicateMeets,
  check: (input) => duplicateFaults(input, 'registration', true),
};
