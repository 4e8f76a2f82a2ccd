import { diagnoseCreditCode } from '../codes/diagnose-credit-code.ts';
import { proposeCreditCode } from '../codes/repair-credit-code.ts';
import { faultAt } from '../fault-at.ts';
import { siblingValue } from '../read-parameter.ts';
import type { CellRule } from '../rule.ts';

/** Mod 31 fails. Codes issued with a wrong check digit exist (registered before 2016); a waiver covers them. */
export const usccCheckDigit: CellRule = {
  scope: 'cell',
  code: 'uscc/check-digit',
  severity: 'error',
  title: '信用代码校验位不符',
  message: '“{column}”“{seen}”的校验位不符，至少有一位填错',
  remedy: '请对照单位证书逐位核对。如证书上就是这个代码，请附证书照片，由省级核实后予以豁免。',
  example: { wrong: '12510100450712374E', right: '12510100450712347E' },
  source: 'GB 32100-2015《法人和其他组织统一社会信用代码编码规则》第4章：校验码（模31）',
  hint: '最后一位是校验位，输错一位单元格会变红。',
  check: (input) => {
    const text = input.field.value;
    if (diagnoseCreditCode(text) !== 'check-digit') return [];
    const repair = proposeCreditCode(text, siblingValue(input.fields, input.parameters, 'organizationCode'));
    return faultAt(input, { ...repair });
  },
};
