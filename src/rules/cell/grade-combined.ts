import { splitLevelAndGrade } from '../../vocabularies/split-level-and-grade.ts';
import { faultAt } from '../fault-at.ts';
import { siblingValue } from '../read-parameter.ts';
import type { CellRule } from '../rule.ts';

/** Both in the column of one; `level` names the other column, and a contradiction with it is told. */
export const gradeCombined: CellRule = {
  scope: 'cell',
  code: 'grade/combined',
  severity: 'error',
  title: '级别等次写在一格',
  message: '“{column}”填的“{seen}”把级别和等次写在了一起{conflict}',
  remedy: '请分两列填写：级别填“三级”或“二级”，等次填“甲等”“乙等”或“未定等”。',
  example: { wrong: '三级甲等', right: '甲等' },
  source: '通知附件2：级别、等次分列填报',
  check: (input) => {
    const parts = splitLevelAndGrade(input.field.value);
    if (!parts) return [];
    const other = siblingValue(input.fields, input.parameters, 'level');
    const both = splitLevelAndGrade(other);
    const agrees = other === '' || other === parts.level || both?.level === parts.level;
    if (!agrees) return faultAt(input, { detail: { conflict: `，且与本行级别“${other}”不一致` } });
    return faultAt(input, { fix: parts.grade, proof: '由合写的级别等次拆出', detail: { conflict: '' } });
  },
};
