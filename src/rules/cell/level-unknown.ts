import { splitLevelAndGrade } from '../../vocabularies/split-level-and-grade.ts';
import { faultsOfChoice } from '../faults-of-choice.ts';
import type { CellRule } from '../rule.ts';

/** Not a level; level and grade in one cell are told by level/combined. */
export const levelUnknown: CellRule = {
  scope: 'cell',
  code: 'level/unknown',
  severity: 'error',
  title: '级别认不出',
  message: '“{column}”填的“{seen}”不是“三级”或“二级”',
  remedy: '请填“三级”或“二级”。',
  example: { wrong: '甲等', right: '三级' },
  source: '通知附件2“医疗机构级别(三级、二级)”',
  check: (input) => (splitLevelAndGrade(input.field.value) ? [] : faultsOfChoice(input, 'unknown')),
};
