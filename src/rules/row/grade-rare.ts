import { siblingValue, textParameter } from '../read-parameter.ts';
import type { RowRule } from '../rule.ts';

/** 三级丙等 is not seen in the national list. Parameters: level, grade. */
export const gradeRare: RowRule = {
  scope: 'row',
  code: 'grade/rare',
  severity: 'warning',
  title: '级别等次组合少见',
  message: '级别“{level}”、等次“{grade}”的组合很少见',
  remedy: '请对照等级评审结果核对。',
  example: { wrong: '三级丙等', right: '三级乙等' },
  source: '国家医院质量监测系统医院名录（三级医院中未见丙等）',
  check: ({ fields, parameters }) => {
    const level = siblingValue(fields, parameters, 'level');
    const grade = siblingValue(fields, parameters, 'grade');
    if (level !== '三级' || grade !== '丙等') return [];
    return [{ column: textParameter(parameters, 'grade'), seen: grade, detail: { level, grade } }];
  },
};
