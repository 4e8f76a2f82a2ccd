import { faultsOfChoice } from '../faults-of-choice.ts';
import type { CellRule } from '../rule.ts';

/** Neither a prefecture nor another reporting unit. */
export const prefectureUnknown: CellRule = {
  scope: 'cell',
  code: 'prefecture/unknown',
  severity: 'error',
  title: '市（州）认不出',
  message: '“{column}”填的“{seen}”不是报送单位所列的市（州）',
  remedy: '请从下拉列表中选择市（州）全称，如“成都市”“凉山彝族自治州”。',
  example: { wrong: '某某市', right: '成都市' },
  source: 'GB/T 2260《中华人民共和国行政区划代码》；通知主送单位',
  check: (input) => faultsOfChoice(input, 'unknown'),
};
