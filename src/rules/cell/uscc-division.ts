import { currentDivision, fullDivisionName } from '../../vocabularies/divisions.ts';
import { diagnoseCreditCode } from '../codes/diagnose-credit-code.ts';
import { faultAt } from '../fault-at.ts';
import type { CellRule } from '../rule.ts';

/** The state (100000) and the province register everywhere. */
function registersEverywhere(division: string): boolean {
  return division.endsWith('0000');
}

/** The registering authority lies outside the unit; the province and the state register everywhere, old codes are known. */
export const usccDivision: CellRule = {
  scope: 'cell',
  code: 'uscc/division',
  severity: 'notice',
  title: '信用代码的区划不在本市（州）',
  message: '“{column}”“{seen}”第3至8位（{division} {place}）不属于{unit}',
  remedy: '代码由登记机关所在地决定，与现行区划不同不算错；请确认没有填成其他单位的代码。',
  example: { wrong: '12510100450712347E（绵阳市报送）', right: '12510700450712347D' },
  source:
    'GB 32100-2015《法人和其他组织统一社会信用代码编码规则》第4章：登记管理机关行政区划码；GB/T 2260《中华人民共和国行政区划代码》',
  check: (input) => {
    const { unit, field } = input;
    if (!unit || unit.divisions.length === 0 || diagnoseCreditCode(field.value) !== 'ok') return [];
    const division = field.value.slice(2, 8);
    const current = currentDivision(division);
    if (registersEverywhere(division) || unit.divisions.some((prefix) => current.startsWith(prefix))) return [];
    return faultAt(input, {
      detail: { division, place: fullDivisionName(current) ?? '不在现行区划表中', unit: unit.short },
    });
  },
};
