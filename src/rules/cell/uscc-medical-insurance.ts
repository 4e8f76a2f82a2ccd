import { diagnoseCreditCode } from '../codes/diagnose-credit-code.ts';
import { faultAt } from '../fault-at.ts';
import type { CellRule } from '../rule.ts';

/** H or P, six digits of the division and five more: a medical-insurance code. */
export const usccMedicalInsurance: CellRule = {
  scope: 'cell',
  code: 'uscc/medical-insurance',
  severity: 'error',
  title: '信用代码栏填了医保编码',
  message: '“{column}”填的“{seen}”是医保定点医药机构编码，不是统一社会信用代码',
  remedy: '请改填单位证书上的18位统一社会信用代码。',
  example: { wrong: 'H51010400001', right: '12510100450712347E' },
  source: 'GB 32100-2015《法人和其他组织统一社会信用代码编码规则》第4章；国家医保局医保信息业务编码规则',
  check: (input) => (diagnoseCreditCode(input.field.value) === 'medical-insurance' ? faultAt(input) : []),
};
