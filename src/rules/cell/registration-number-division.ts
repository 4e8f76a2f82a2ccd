import { currentDivision, fullDivisionName, isNowInChongqing } from '../../vocabularies/divisions.ts';
import { diagnoseRegistrationNumber } from '../codes/diagnose-registration-number.ts';
import { decodeRegistrationNumber } from '../codes/registration-number.ts';
import { faultAt } from '../fault-at.ts';
import type { CellRule } from '../rule.ts';

/** The division does not exist or lies outside the reporting unit; retired codes are read as their successors. */
export const registrationNumberDivision: CellRule = {
  scope: 'cell',
  code: 'registration-number/division',
  severity: 'warning',
  title: '登记号的行政区划不符',
  message: '“{column}”“{seen}”第10至15位（{division}{place}）{problem}',
  remedy: '请照许可证核对第10至15位；许可证上就是这个号码的，可以保留。',
  example: { wrong: '45071234744010411A1001', right: '45071234751010411A1001' },
  source:
    'WS 218-2002《卫生机构（组织）分类与代码》：22位=组织机构代码9+行政区划6+经济类型2+机构类别4+分类管理1；GB/T 2260《中华人民共和国行政区划代码》',
  check: (input) => {
    const parts = decodeRegistrationNumber(input.field.value);
    if (!parts || diagnoseRegistrationNumber(input.field.value) !== 'ok') return [];
    const division = currentDivision(parts.division);
    const name = fullDivisionName(division);
    const place = name === undefined ? '' : ` ${name}`;
    if (name === undefined && !isNowInChongqing(division)) {
      return faultAt(input, { detail: { division: parts.division, place, problem: '不在行政区划代码表中' } });
    }
    const { unit } = input;
    if (!unit || unit.divisions.length === 0 || unit.divisions.some((prefix) => division.startsWith(prefix))) return [];
    if (division.endsWith('0000') && unit.divisions.some((prefix) => prefix.startsWith(division.slice(0, 2))))
      return [];
    return faultAt(input, { detail: { division: parts.division, place, problem: `不属于${unit.short}` } });
  },
};
