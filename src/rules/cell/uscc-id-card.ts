import { diagnoseCreditCode } from '../codes/diagnose-credit-code.ts';
import { faultAt } from '../fault-at.ts';
import type { CellRule } from '../rule.ts';

/** A citizen's number in place of the credit code; some even pass the check digit of the credit code. */
export const usccIdCard: CellRule = {
  scope: 'cell',
  code: 'uscc/id-card',
  severity: 'block',
  title: '信用代码栏填了身份证号码',
  message: '“{column}”填的像是身份证号码（{seen}），不是统一社会信用代码',
  remedy: '请删去身份证号码，改填单位证书上的18位统一社会信用代码。',
  example: { wrong: '18位身份证号码', right: '12510100450712347E' },
  source: 'GB 32100-2015《法人和其他组织统一社会信用代码编码规则》第4章；GB 11643-1999《公民身份号码》',
  check: (input) => (diagnoseCreditCode(input.field.value) === 'id-card' ? faultAt(input) : []),
};
