import { diagnoseCreditCode } from '../codes/diagnose-credit-code.ts';
import { identifyNumber, numberKindName } from '../codes/identify-number.ts';
import { faultAt } from '../fault-at.ts';
import type { CellRule } from '../rule.ts';

/** Another number of the form in the column of the credit code. */
export const usccWrongColumn: CellRule = {
  scope: 'cell',
  code: 'uscc/wrong-column',
  severity: 'error',
  title: '信用代码栏填了别的号码',
  message: '“{column}”填的“{seen}”像是{kind}，不是统一社会信用代码',
  remedy: '请改填单位证书上的18位统一社会信用代码，把{kind}移到相应的列。',
  example: { wrong: '45071234751010411A1001', right: '12510100450712347E' },
  source: 'GB 32100-2015《法人和其他组织统一社会信用代码编码规则》第4章',
  check: (input) => {
    if (diagnoseCreditCode(input.field.value) !== 'wrong-column') return [];
    return faultAt(input, { detail: { kind: numberKindName(identifyNumber(input.field.value)) } });
  },
};
