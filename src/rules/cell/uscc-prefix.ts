import { diagnoseCreditCode } from '../codes/diagnose-credit-code.ts';
import { faultAt } from '../fault-at.ts';
import type { CellRule } from '../rule.ts';

/** Both check digits are right, the department and kind do not exist. */
export const usccPrefix: CellRule = {
  scope: 'cell',
  code: 'uscc/prefix',
  severity: 'error',
  title: '信用代码开头两位不存在',
  message: '“{column}”“{seen}”开头两位“{prefix}”不是登记管理部门和机构类别的代码',
  remedy: '请对照单位证书核对开头两位，医院一般为 12（事业单位）、52（民办非企业单位）或 91（企业）。',
  example: { wrong: '145101004507123478', right: '12510100450712347E' },
  source: 'GB 32100-2015《法人和其他组织统一社会信用代码编码规则》第4章：登记管理部门代码和机构类别代码',
  check: (input) => {
    const text = input.field.value;
    return diagnoseCreditCode(text) === 'prefix' ? faultAt(input, { detail: { prefix: text.slice(0, 2) } }) : [];
  },
};
