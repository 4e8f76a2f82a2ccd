import { diagnosePhone } from '../codes/diagnose-phone.ts';
import { faultAt } from '../fault-at.ts';
import { textParameter } from '../read-parameter.ts';
import type { CellRule } from '../rule.ts';

const INVENTED = /^(?:13800138000|1[3-9](\d)\1{8}|1[3-9]\d12345678)$/;

/** The number of the example, or one digit over and over. */
export const phoneExample: CellRule = {
  scope: 'cell',
  code: 'phone/example',
  severity: 'error',
  title: '填的是示例号码',
  message: '“{column}”填的“{seen}”是示例号码或随手填的数字',
  remedy: '请填本人真实的手机号码，账号短信会发到这个号码。',
  example: { wrong: '13800138000', right: '13900001234' },
  source: '通知：账号以短信、邮件发至数据管理员手机号码和邮箱',
  check: (input) => {
    const { value } = input.field;
    if (diagnosePhone(value) !== 'ok') return [];
    return INVENTED.test(value) || value === textParameter(input.parameters, 'example') ? faultAt(input) : [];
  },
};
