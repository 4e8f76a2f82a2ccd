import { faultAt } from '../fault-at.ts';
import { numberParameter } from '../read-parameter.ts';
import type { CellRule } from '../rule.ts';

/** Parameters: min and max, in characters as a person counts them. */
export const textLength: CellRule = {
  scope: 'cell',
  code: 'text/length',
  severity: 'error',
  title: '字数不在范围内',
  message: '“{column}”“{seen}”有{length}个字，应为{range}',
  remedy: '请按要求的字数填写。',
  example: { wrong: '（过短或过长）', right: '按要求的字数' },
  source: '表格定义',
  check: (input) => {
    const min = numberParameter(input.parameters, 'min') ?? 0;
    const max = numberParameter(input.parameters, 'max') ?? Number.POSITIVE_INFINITY;
    const length = [...input.field.value].length;
    if (length >= min && length <= max) return [];
    const range = Number.isFinite(max) ? `${min}至${max}个字` : `不少于${min}个字`;
    return faultAt(input, { detail: { length: String(length), range } });
  },
};
