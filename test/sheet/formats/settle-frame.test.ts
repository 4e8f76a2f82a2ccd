import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BookPlan, CellPlan, SheetPlan } from '../../../src/sheet/book-plan.ts';
import { drawFrame, frameOf } from '../../../src/sheet/formats/draw-frame.ts';
import { type Frame, NO_SHELF } from '../../../src/sheet/formats/frame-shelf.ts';
import { generalPlan } from '../../../src/sheet/formats/general-plan.ts';
import { settleFrame } from '../../../src/sheet/formats/settle-frame.ts';

const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom(
    '',
    '手机号码：\n应为 11 位',
    ' <b>"甲" & \'乙\' ',
    '_x000D_\r',
    '\u0001\u007f\t',
    '$& $1 mingce-note',
  ),
);
const cell: fc.Arbitrary<CellPlan | null> = fc.oneof(
  fc.constant(null),
  fc.record(
    { value: fc.constant('值'), note: text, link: fc.constantFrom('https://x.example/?a=1&b=2', "'表二'!A1") },
    { requiredKeys: ['value'] },
  ),
);
const range = fc
  .tuple(fc.constantFrom('A', 'B', 'AA'), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 120_000 }))
  .map(([column, first, rows]) => `${column}${first}:AB${first + rows}`);
const sheet: fc.Arbitrary<Omit<SheetPlan, 'name'>> = fc.record(
  {
    columns: fc.constant([{ width: 9 }]),
    rows: fc.array(fc.record({ cells: fc.array(cell, { maxLength: 4 }) }), { maxLength: 6 }),
    autoFilter: range,
    print: fc.record(
      { paper: fc.constant('A4' as const), orientation: fc.constant('landscape' as const), area: range },
      { requiredKeys: ['paper', 'orientation'] },
    ),
    validations: range.map((one) => [{ range: one, kind: 'list' as const, formula: '"无误,需改正"' }]),
  },
  { requiredKeys: ['columns', 'rows'] },
);
const plans: fc.Arbitrary<BookPlan> = fc.record(
  {
    title: text,
    keywords: text,
    creator: fc.constant('mingce'),
    created: fc
      .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((one) => one.toISOString()),
    styles: fc.constant({ text: { format: '@' }, bad: { fill: 'FFFFC7CE' } }),
    sheets: fc
      .array(sheet, { minLength: 1, maxLength: 3 })
      .map((sheets) => sheets.map((one, index) => ({ ...one, name: `表'${index}` }))),
  },
  { requiredKeys: ['title', 'creator', 'created', 'styles', 'sheets'] },
);

/** The parts of a frame but for its cells, which write-sheet.ts replaces, and the texts that only they show. */
function partsOf(frame: Frame): Map<string, string> {
  const parts = [...frame.parts].map(([name, bytes]): [string, string] => [
    name,
    Buffer.from(bytes)
      .toString()
      .replace(/<dimension [^>]*>/, '')
      .replace(/<sheetData>.*<\/sheetData>|<sheetData\/>/s, ''),
  ]);
  return new Map(parts.filter(([name]) => name !== 'xl/sharedStrings.xml'));
}

/** Control characters of a title never reach exceljs, which would keep some that a reader drops. */
function clean(plan: BookPlan): BookPlan {
  const plain = (one: string): string => one.replace(/[\r\u007f']/g, '');
  const keywords = plan.keywords === undefined ? {} : { keywords: plain(plan.keywords) };
  return { ...plan, title: plain(plan.title), ...keywords };
}

describe('a frame that several books have in common', () => {
  it('is, once settled, what exceljs writes for the book itself', async () => {
    await fc.assert(
      fc.asyncProperty(plans.map(clean), async (plan) => {
        const names = plan.sheets.map((one) => one.name);
        const general = generalPlan(plan);
        const settled = settleFrame(await frameOf(general, names, NO_SHELF), plan, general);
        const drawn = await drawFrame(plan, names);
        expect([...partsOf(settled)]).toEqual([...partsOf(drawn)]);
        expect(settled.styles).toEqual(drawn.styles);
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
