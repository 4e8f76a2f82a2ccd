import { diagnoseRegistrationNumber } from '../codes/diagnose-registration-number.ts';
import { faultAt } from '../fault-at.ts';
import type { CellRule } from '../rule.ts';

/** Signs or Chinese characters. */
export const registrationNumberCharacters: CellRule = {
  scope: 'cell',
  code: 'registration-number/characters',
  severity: 'error',
  title: '登记号含有不该有的字符',
  message: '“{column}”“{seen}”含有登记号中不会出现的字符',
  remedy: '登记号只用数字、大写字母和连字符，请照许可证改正。',
  example: { wrong: '登字第45071234号', right: '45071234751010411A1001' },
  source: 'WS 218-2002《卫生机构（组织）分类与代码》：22位=组织机构代码9+行政区划6+经济类型2+机构类别4+分类管理1',
  check: (input) => (diagnoseRegistrationNumber(input.field.value) === 'characters' ? faultAt(input) : []),
};
