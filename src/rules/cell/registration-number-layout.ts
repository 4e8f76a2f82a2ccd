import { diagnoseRegistrationNumber } from '../codes/diagnose-registration-number.ts';
import { faultAt } from '../fault-at.ts';
import type { CellRule } from '../rule.ts';

/** Chinese name of the first part that breaks the layout. */
function brokenPart(text: string): string {
  if (!/^[0-9A-Z]{9}/.test(text)) return '第1至9位（组织机构代码）';
  if (!/^.{9}\d{6}/.test(text)) return '第10至15位（行政区划）';
  if (!/^.{15}\d{2}/.test(text)) return '第16至17位（经济类型）';
  if (!/^.{17}[A-Q]\d{3}/.test(text)) return '第18至21位（机构类别）';
  return '第22位（分类管理）';
}

/** Twenty-two characters that cannot be parted into 9+6+2+4+1. */
export const registrationNumberLayout: CellRule = {
  scope: 'cell',
  code: 'registration-number/layout',
  severity: 'warning',
  title: '登记号结构不符',
  message: '“{column}”“{seen}”有22位，但{part}不符合编码结构',
  remedy: '请照许可证逐位核对；许可证上就是这个号码的，可以保留。',
  example: { wrong: '4507123475101041101001', right: '45071234751010411A1001' },
  source: 'WS 218-2002《卫生机构（组织）分类与代码》：22位=组织机构代码9+行政区划6+经济类型2+机构类别4+分类管理1',
  check: (input) => {
    const text = input.field.value;
    return diagnoseRegistrationNumber(text) === 'layout' ? faultAt(input, { detail: { part: brokenPart(text) } }) : [];
  },
};
