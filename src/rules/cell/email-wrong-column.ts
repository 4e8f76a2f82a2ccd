import { diagnoseEmail } from '../codes/diagnose-email.ts';
import { identifyNumber, numberKindName } from '../codes/identify-number.ts';
import { faultAt } from '../fault-at.ts';
import { otherField } from '../other-field.ts';
import type { CellRule } from '../rule.ts';

/** A credit code, a telephone number or another code in the column of the mailbox. */
export const emailWrongColumn: CellRule = {
  scope: 'cell',
  code: 'email/wrong-column',
  severity: 'block',
  title: '邮箱栏填了别的内容',
  message: '“{column}”填的“{seen}”像是{kind}，不是邮箱',
  remedy: '请改填邮箱地址，把{kind}移到相应的列。',
  example: { wrong: '12510100450712347E', right: 'zhangsan@163.com' },
  source: '通知：账号以短信、邮件发至数据管理员手机号码和邮箱',
  check: (input) => {
    const { value } = input.field;
    if (diagnoseEmail(value) !== 'wrong-column') return [];
    const detail = { kind: numberKindName(identifyNumber(value.toUpperCase())) };
    const fix = otherField(input, (other) => diagnoseEmail(other) === 'ok');
    return faultAt(
      input,
      fix === undefined ? { detail } : { detail, fix, proof: '本行只有这一个邮箱地址，填在了别的列' },
    );
  },
};
