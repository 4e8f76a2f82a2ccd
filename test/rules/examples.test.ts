import { describe, expect, it } from 'vitest';
import { CELL_RULES } from '../../src/rules/cell-rules.ts';
import { type Around, checkCell, LIAISON, NOBODYS_ID, ROSTER, type Use, useOf } from '../support/judge-value.ts';

/** Examples that name a case in words, as values; and what stands around them. */
const IN_WORDS: Readonly<
  Record<string, { readonly wrong?: string; readonly right?: string; readonly around?: Around }>
> = {
  'cell/required': { wrong: '', right: '450712347' },
  'cell/id-card': { wrong: NOBODYS_ID },
  'uscc/id-card': { wrong: NOBODYS_ID },
  'prefecture/other-unit': { wrong: '德阳市', around: { unit: '绵阳市' } },
  'uscc/division': { wrong: '12510100450712347E', around: { unit: '绵阳市' } },
  'registration-number/division': { around: { unit: '成都市' } },
  'choice/unknown': { wrong: '也许', right: '西医' },
  'choice/unusable': { wrong: '特等', right: '甲等' },
  'text/length': { wrong: '很长很长的一句话', right: '短句' },
  'text/pattern': { wrong: '123', right: '1234' },
};

/** Rules that no column of the two forms uses: a column of 附件2 with such a vocabulary, and parameters. */
const ELSEWHERE: Readonly<Record<string, { readonly key: string; readonly use: Partial<Use> }>> = {
  'choice/mapped': { key: 'grade', use: {} },
  'choice/unknown': { key: 'medicineKind', use: {} },
  'choice/unusable': { key: 'grade', use: {} },
  'date/range': { key: 'day', use: { parameters: { from: '2025-01-01', to: '2025-12-31' } } },
  'number/range': { key: 'beds', use: { parameters: { min: 0, max: 10_000 } } },
  'text/length': { key: 'text', use: { parameters: { min: 2, max: 5 } } },
  'text/pattern': { key: 'text', use: { parameters: { pattern: '\\d{4}', example: '1234' } } },
};

/** How the first column that carries the rule uses it. */
function usedAs(code: string): { readonly key: string; readonly use: Use; readonly around: Around } {
  for (const form of [ROSTER, LIAISON]) {
    for (const column of form.columns) {
      const use = column.rules.map(useOf).find((one) => one.code === code);
      if (use) return { key: column.key, use, around: { form } };
    }
  }
  const elsewhere = ELSEWHERE[code];
  return { key: elsewhere?.key ?? 'column', use: { code, parameters: {}, ...elsewhere?.use }, around: {} };
}

describe('the example of a cell rule', () => {
  it.each(CELL_RULES.map((rule) => [rule.code, rule] as const))(
    '%s: the wrong one is found, the right one is not',
    (code, rule) => {
      const { key, use, around } = usedAs(code);
      const words = IN_WORDS[code] ?? {};
      const all = { ...around, ...words.around };

      expect(checkCell(use, key, words.wrong ?? rule.example.wrong, all).length).toBeGreaterThan(0);
      expect(checkCell(use, key, words.right ?? rule.example.right, all)).toEqual([]);
    },
  );
});
