import { duplicateFaults } from '../duplicate-faults.ts';
import { textParameter } from '../read-parameter.ts';
import type { JudgedRow, SheetRule } from '../rule.ts';

/**
 * The same credit code with the same licence number or name. A branch with a licence of its own is none. A row that a
 * summary on another sheet repeats word for word is only remarked. Parameter besides those of the relation: sequence.
 */
export const rowDuplicate: SheetRule = {
  scope: 'sheet',
  code: 'row/duplicate',
  severity: 'error',
  title: '同一医院填了两行',
  message: '“{name}”与{where}“{other}”是同一家医院{alike}',
  remedy: '请只保留一行；如是有独立登记号的院区，请分别填写各自的登记号和名称。',
  example: { wrong: '同一信用代码、同一登记号的两行', right: '每家医院一行' },
  source: '通知附件2：每家医院一行；GB 32100-2015：统一社会信用代码一个主体一个代码',
  check: (input) =>
    duplicateFaults(input, 'same', false).map((fault) => {
      const [row, twin] = [input.rows[fault.index], input.rows[fault.related[0] ?? -1]];
      if (!row || !twin || row.sheet === twin.sheet || !isAlike(row, twin, textParameter(input.parameters, 'sequence')))
        return { ...fault, detail: { ...fault.detail, alike: '' } };
      return { ...fault, severity: 'notice', detail: { ...fault.detail, alike: '，各栏相同，已按一行登记' } };
    }),
};

function isAlike(one: JudgedRow, other: JudgedRow, sequence: string): boolean {
  const keys = new Set([...Object.keys(one.fields), ...Object.keys(other.fields)]);
  keys.delete(sequence);
  return [...keys].every((key) => one.fields[key]?.value === other.fields[key]?.value);
}
