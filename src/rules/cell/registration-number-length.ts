import { diagnoseRegistrationNumber } from '../codes/diagnose-registration-number.ts';
import { identifyNumber, numberKindName } from '../codes/identify-number.ts';
import { faultAt } from '../fault-at.ts';
import type { CellRule } from '../rule.ts';

/** Another length than 22: older licences have other numbers, so the sender only confirms. */
export const registrationNumberLength: CellRule = {
  scope: 'cell',
  code: 'registration-number/length',
  severity: 'warning',
  title: '登记号不是22位',
  message: '“{column}”“{seen}”有{length}位，一般为22位{looks}',
  remedy: '请照许可证核对；许可证上就是这个号码的，可以保留。',
  example: { wrong: '510104123456', right: '45071234751010411A1001' },
  source:
    'WS 218-2002《卫生机构（组织）分类与代码》：22位=组织机构代码9+行政区划6+经济类型2+机构类别4+分类管理1（许可证登记号长度不限，故只作警告）',
  hint: '一般为22位，照许可证逐字抄。',
  check: (input) => {
    const text = input.field.value;
    if (diagnoseRegistrationNumber(text) !== 'length') return [];
    const kind = numberKindName(identifyNumber(text));
    const detail = { length: String(text.length), looks: kind === '' ? '' : `，像是${kind}` };
    return faultAt(input, { detail });
  },
};
