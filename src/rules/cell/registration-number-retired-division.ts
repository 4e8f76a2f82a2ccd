import { retiredDivision } from '../../vocabularies/divisions.ts';
import { diagnoseRegistrationNumber } from '../codes/diagnose-registration-number.ts';
import { decodeRegistrationNumber } from '../codes/registration-number.ts';
import { faultAt } from '../fault-at.ts';
import type { CellRule } from '../rule.ts';

/** A code that was in force when the licence was issued. */
export const registrationNumberRetiredDivision: CellRule = {
  scope: 'cell',
  code: 'registration-number/retired-division',
  severity: 'notice',
  title: '登记号用的是旧区划代码',
  message: '“{column}”“{seen}”第10至15位“{division}”是{old}的旧代码，{until}年后改为{successor}',
  remedy: '登记号发证后不随区划调整，照许可证填写即可。',
  example: { wrong: '45071234751012211A1001', right: '45071234751011611A1001' },
  source:
    'WS 218-2002《卫生机构（组织）分类与代码》：22位=组织机构代码9+行政区划6+经济类型2+机构类别4+分类管理1；GB/T 2260《中华人民共和国行政区划代码》历次修订',
  check: (input) => {
    const parts = decodeRegistrationNumber(input.field.value);
    const retired = parts && retiredDivision(parts.division);
    if (!retired || diagnoseRegistrationNumber(input.field.value) !== 'ok') return [];
    const { code, name, until, successor, successorName } = retired;
    return faultAt(input, {
      detail: { division: code, old: name, until, successor: `${successor} ${successorName}` },
    });
  },
};
