import { lookUpTerm } from '../../vocabularies/look-up-term.ts';
import { faultAt } from '../fault-at.ts';
import type { CellRule } from '../rule.ts';

/** A known prefecture that is not the sender's. Units without divisions of their own list hospitals of any city. */
export const prefectureOtherUnit: CellRule = {
  scope: 'cell',
  code: 'prefecture/other-unit',
  severity: 'warning',
  title: '市（州）不是报送单位',
  message: '“{column}”填的“{seen}”不是报送单位{unit}',
  remedy: '请确认该行是否属于本单位；属于其他市（州）的，请由其所在市（州）报送。',
  example: { wrong: '绵阳市报送的表中填了德阳市', right: '绵阳市' },
  source: '通知报送要求：各市（州）汇总本辖区医院',
  check: (input) => {
    const { unit, vocabulary } = input;
    if (!unit || !vocabulary || unit.divisions.length === 0) return [];
    const { term } = lookUpTerm(vocabulary, input.field.value);
    if (!term || term.facts?.['unit'] === undefined || term.facts['unit'] === unit.code) return [];
    return faultAt(input, { expected: unit.short, detail: { unit: unit.short } });
  },
};
