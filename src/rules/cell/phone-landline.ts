import { diagnosePhone } from '../codes/diagnose-phone.ts';
import { faultAt } from '../fault-at.ts';
import type { CellRule } from '../rule.ts';

/** A landline gets no text message. */
export const phoneLandline: CellRule = {
  scope: 'cell',
  code: 'phone/landline',
  severity: 'block',
  title: '填的是固定电话',
  message: '“{column}”填的“{seen}”是固定电话，收不到账号短信',
  remedy: '请改填本人的11位手机号码。',
  example: { wrong: '028-86123456', right: '13900001234' },
  source: '通知：账号以短信、邮件发至数据管理员手机号码和邮箱',
  hint: '只填手机号码，不填座机。',
  check: (input) => (diagnosePhone(input.field.value) === 'landline' ? faultAt(input) : []),
};
