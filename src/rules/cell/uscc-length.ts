import { diagnoseCreditCode } from '../codes/diagnose-credit-code.ts';
import { proposeCreditCode } from '../codes/repair-credit-code.ts';
import { faultAt } from '../fault-at.ts';
import { isPlaceholder } from '../placeholder.ts';
import { siblingValue } from '../read-parameter.ts';
import type { CellRule } from '../rule.ts';

/** Letters and digits, but not eighteen of them. */
export const usccLength: CellRule = {
  scope: 'cell',
  code: 'uscc/length',
  severity: 'error',
  title: '信用代码不是18位',
  message: '“{column}”“{seen}”有{length}位，应为18位',
  remedy: '请对照单位证书逐位补全或删去多出的字符。',
  example: { wrong: '1251010045071234', right: '12510100450712347E' },
  source: 'GB 32100-2015《法人和其他组织统一社会信用代码编码规则》第4章：代码长度18位',
  hint: '18位，缺位、多位都不行。',
  check: (input) => {
    const text = input.field.value;
    if (diagnoseCreditCode(text) !== 'length' || isPlaceholder(text)) return [];
    const repair = proposeCreditCode(text, siblingValue(input.fields, input.parameters, 'organizationCode'));
    return faultAt(input, { ...repair, detail: { length: String([...text].length) } });
  },
};
