import { compilePattern } from '../compile-pattern.ts';
import { faultAt } from '../fault-at.ts';
import { textParameter } from '../read-parameter.ts';
import type { CellRule } from '../rule.ts';

/** Parameters: pattern (a regular expression for the whole text) and example. */
export const textPattern: CellRule = {
  scope: 'cell',
  code: 'text/pattern',
  severity: 'error',
  title: '写法不符合要求',
  message: '“{column}”“{seen}”不符合要求的写法{example}',
  remedy: '请按要求的写法填写。',
  example: { wrong: '（写法不符）', right: '要求的写法' },
  source: '表格定义',
  check: (input) => {
    const pattern = textParameter(input.parameters, 'pattern');
    if (pattern === '' || compilePattern(pattern).test(input.field.value)) return [];
    const example = textParameter(input.parameters, 'example');
    return faultAt(input, { detail: { example: example === '' ? '' : `，如“${example}”` } });
  },
};
