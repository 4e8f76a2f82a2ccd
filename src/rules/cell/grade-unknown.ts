import { splitLevelAndGrade } from '../../vocabularies/split-level-and-grade.ts';
import { faultsOfChoice } from '../faults-of-choice.ts';
import type { CellRule } from '../rule.ts';

/** Not a grade; level and grade in one cell are told by grade/combined. */
export const gradeUnknown: CellRule = {
  scope: 'cell',
  code: 'grade/unknown',
  severity: 'error',
  title: '等次认不出',
  message: '“{column}”填的“{seen}”不是“甲等”“乙等”或“未定等”',
  remedy: '请填“甲等”“乙等”或“未定等”。',
  example: { wrong: '三级', right: '甲等' },
  source: '通知附件2“医疗机构等次(甲等、乙等、未定等)”',
  check: (input) => (splitLevelAndGrade(input.field.value) ? [] : faultsOfChoice(input, 'unknown')),
};
