import { diagnoseRegistrationNumber } from '../codes/diagnose-registration-number.ts';
import { decodeRegistrationNumber, isEconomicType } from '../codes/registration-number.ts';
import { faultAt } from '../fault-at.ts';
import type { CellRule } from '../rule.ts';

/** The two digits are not in the table. */
export const registrationNumberEconomicType: CellRule = {
  scope: 'cell',
  code: 'registration-number/economic-type',
  severity: 'warning',
  title: '登记号的经济类型不存在',
  message: '“{column}”“{seen}”第16至17位“{part}”不是经济类型代码',
  remedy: '请照许可证核对第16至17位；许可证上就是这个号码的，可以保留。',
  example: { wrong: '45071234751010499A1001', right: '45071234751010411A1001' },
  source:
    'GB/T 12402《经济类型分类与代码》前两位；WS 218-2002《卫生机构（组织）分类与代码》：22位=组织机构代码9+行政区划6+经济类型2+机构类别4+分类管理1',
  check: (input) => {
    const parts = decodeRegistrationNumber(input.field.value);
    if (!parts || isEconomicType(parts.economicType)) return [];
    return diagnoseRegistrationNumber(input.field.value) === 'ok'
      ? faultAt(input, { detail: { part: parts.economicType } })
      : [];
  },
};
