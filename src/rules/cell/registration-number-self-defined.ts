import { diagnoseRegistrationNumber } from '../codes/diagnose-registration-number.ts';
import { isSelfDefinedCode } from '../codes/organization-code.ts';
import { faultAt } from '../fault-at.ts';
import type { CellRule } from '../rule.ts';

/** The zone that the standard leaves to each system. */
export const registrationNumberSelfDefined: CellRule = {
  scope: 'cell',
  code: 'registration-number/self-defined',
  severity: 'notice',
  title: '登记号以自编代码开头',
  message: '“{column}”“{seen}”以 PDY 自编代码开头，是卫生统计给没有法定代码的机构编的',
  remedy: '许可证上就是这个号码的可以保留，不再与组织机构代码比对。',
  example: { wrong: 'PDY12345051010411A1001', right: '45071234751010411A1001' },
  source:
    'GB 11714-1997《全国组织机构代码编制规则》：PDY00001至PDY99999为自定义区；WS 218-2002《卫生机构（组织）分类与代码》：22位=组织机构代码9+行政区划6+经济类型2+机构类别4+分类管理1',
  check: (input) => {
    const text = input.field.value;
    return isSelfDefinedCode(text.slice(0, 9)) && diagnoseRegistrationNumber(text) === 'ok' ? faultAt(input) : [];
  },
};
