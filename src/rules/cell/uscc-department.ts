import { departmentName, judgeCreditPrefix } from '../codes/credit-prefix.ts';
import { diagnoseCreditCode } from '../codes/diagnose-credit-code.ts';
import { faultAt } from '../fault-at.ts';
import type { CellRule } from '../rule.ts';

/** A legal department that hardly registers hospitals; told as a notice where it is seen now and then. */
export const usccDepartment: CellRule = {
  scope: 'cell',
  code: 'uscc/department',
  severity: 'warning',
  title: '信用代码的登记部门少见',
  message: '“{column}”“{seen}”的登记管理部门是“{department}”（开头“{prefix}”），医院中少见',
  remedy: '请确认填的是本医院自己的代码，不是主管单位或其他单位的代码。',
  example: { wrong: '71510100450712347B', right: '12510100450712347E' },
  source: 'GB 32100-2015《法人和其他组织统一社会信用代码编码规则》第4章：登记管理部门代码和机构类别代码',
  check: (input) => {
    const text = input.field.value;
    const prefix = text.slice(0, 2);
    const verdict = judgeCreditPrefix(prefix);
    if (verdict === 'normal' || diagnoseCreditCode(text) !== 'ok') return [];
    const detail = { prefix, department: departmentName(prefix) };
    return faultAt(input, verdict === 'possible' ? { detail, severity: 'notice' } : { detail });
  },
};
