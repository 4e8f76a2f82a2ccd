import { diagnosePhone } from '../codes/diagnose-phone.ts';
import { identifyNumber, numberKindName } from '../codes/identify-number.ts';
import { faultAt } from '../fault-at.ts';
import { otherField } from '../other-field.ts';
import type { CellRule } from '../rule.ts';

/** A mailbox or a code in the column of the telephone. */
export const phoneWrongColumn: CellRule = {
  scope: 'cell',
  code: 'phone/wrong-column',
  severity: 'block',
  title: '手机栏填了别的内容',
  message: '“{column}”填的“{seen}”像是{kind}，不是手机号码',
  remedy: '请改填11位手机号码。',
  example: { wrong: 'zhangsan@163.com', right: '13900001234' },
  source: '通知：账号以短信、邮件发至数据管理员手机号码和邮箱',
  check: (input) => {
    const { value } = input.field;
    if (diagnosePhone(value) !== 'wrong-column') return [];
    const detail = { kind: numberKindName(identifyNumber(value.toUpperCase())) };
    const fix = otherField(input, (other) => diagnosePhone(other) === 'ok');
    return faultAt(
      input,
      fix === undefined ? { detail } : { detail, fix, proof: '本行只有这一个手机号码，填在了别的列' },
    );
  },
};
