import { diagnoseCreditCode } from '../codes/diagnose-credit-code.ts';
import { repairIllegalLetters } from '../codes/repair-credit-code.ts';
import { faultAt } from '../fault-at.ts';
import { siblingValue } from '../read-parameter.ts';
import type { CellRule } from '../rule.ts';

/** Eighteen characters, some of them letters that the standard leaves out. One provable reading is proposed. */
export const usccIllegalLetter: CellRule = {
  scope: 'cell',
  code: 'uscc/illegal-letter',
  severity: 'error',
  title: '信用代码用了 I、O、S、V、Z',
  message: '“{column}”“{seen}”含有统一社会信用代码不使用的字母 {letters}',
  remedy: '多半是把数字看成了字母（O 与 0、I 与 1、Z 与 2、S 与 5），请对照证书改正。',
  example: { wrong: '1251010O450712347E', right: '12510100450712347E' },
  source: 'GB 32100-2015《法人和其他组织统一社会信用代码编码规则》第4章：不使用字母 I、O、S、V、Z',
  hint: '没有字母 I、O、S、V、Z，不要把 0 写成 O。',
  check: (input) => {
    const text = input.field.value;
    if (diagnoseCreditCode(text) !== 'illegal-letter') return [];
    const repair = repairIllegalLetters(text, siblingValue(input.fields, input.parameters, 'organizationCode'));
    return faultAt(input, { ...repair, detail: { letters: [...new Set(text.match(/[IOSVZ]/g))].join('、') } });
  },
};
