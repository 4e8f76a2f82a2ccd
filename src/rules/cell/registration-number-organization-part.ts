import { deriveRegistrationNumber } from '../codes/derive-registration-number.ts';
import { diagnoseRegistrationNumber } from '../codes/diagnose-registration-number.ts';
import { faultAt } from '../fault-at.ts';
import { siblingValue } from '../read-parameter.ts';
import type { CellRule } from '../rule.ts';

/** The layout is right, the organisation code inside fails mod 11. */
export const registrationNumberOrganizationPart: CellRule = {
  scope: 'cell',
  code: 'registration-number/organization-part',
  severity: 'error',
  title: '登记号内的机构代码不符',
  message: '“{column}”“{seen}”第1至9位（{part}）不是正确的组织机构代码',
  remedy: '请照许可证逐位核对；许可证上就是这个号码的，请附许可证照片，由省级核实后予以豁免。',
  example: { wrong: '45071237451010411A1001', right: '45071234751010411A1001' },
  source:
    'WS 218-2002《卫生机构（组织）分类与代码》：22位=组织机构代码9+行政区划6+经济类型2+机构类别4+分类管理1；GB 11714-1997《全国组织机构代码编制规则》校验码的计算',
  check: (input) => {
    const text = input.field.value;
    if (diagnoseRegistrationNumber(text) !== 'organization-part') return [];
    const creditCode = siblingValue(input.fields, input.parameters, 'creditCode');
    return faultAt(input, { ...deriveRegistrationNumber(text, creditCode), detail: { part: text.slice(0, 9) } });
  },
};
