import { diagnosePhone } from '../codes/diagnose-phone.ts';
import { isAssignedSegment } from '../codes/mobile-segments.ts';
import { faultAt } from '../fault-at.ts';
import type { CellRule } from '../rule.ts';

/** Eleven digits of a segment that no operator gives to telephones. */
export const phoneUnassigned: CellRule = {
  scope: 'cell',
  code: 'phone/unassigned',
  severity: 'warning',
  title: '号段未启用',
  message: '“{column}”“{seen}”的号段 {segment} 未分配给手机用户',
  remedy: '请核对前三位是否填错。',
  example: { wrong: '14912345678', right: '13900001234' },
  source: '《公用电信网网间互联管理规定》电信网编号计划（2017年版）：移动电话号码11位，首位为1；各运营商公开的号段分配',
  check: (input) => {
    const { value } = input.field;
    if (diagnosePhone(value) !== 'ok' || isAssignedSegment(value)) return [];
    return faultAt(input, { detail: { segment: value.slice(0, 3) } });
  },
};
