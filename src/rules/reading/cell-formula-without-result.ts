import type { ReadingRule } from '../rule.ts';

/** A formula whose result the file does not hold, as programs write that do not calculate. */
export const cellFormulaWithoutResult: ReadingRule = {
  scope: 'reading',
  code: 'cell/formula-without-result',
  severity: 'error',
  title: '公式没有结果',
  message: '“{column}”是公式，文件里没有保存算出的结果',
  remedy: '请用表格软件打开、保存一次再发，或直接键入内容。',
  example: { wrong: '=B2&C2（没有结果）', right: '真实内容' },
  source: 'ECMA-376：公式单元格的结果另行保存',
};
