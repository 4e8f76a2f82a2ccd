import * as XLSX from '@e965/xlsx';
import { array, assert, asyncProperty, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BookPlan, RowPlan, SheetPlan } from '../../src/sheet/book-plan.ts';
import { encryptBook } from '../../src/sheet/formats/encrypt-book.ts';
import { writeBook } from '../../src/sheet/formats/write-book.ts';
import { checkPackage, packageParts } from '../support/check-package.ts';

function plan(rows: readonly RowPlan[], more: Partial<SheetPlan> = {}): BookPlan {
  return {
    title: '测试',
    creator: 'mingce',
    created: '2025-01-31T00:00:00.000Z',
    styles: { text: { format: '@', border: 'thin' }, bad: { fill: 'FFFFC7CE' } },
    sheets: [{ name: '表一', columns: [{ width: 9 }, { width: 20, style: 'text' }], rows, ...more }],
  };
}

function textRows(values: readonly (readonly string[])[]): RowPlan[] {
  return values.map((row) => ({ cells: row.map((value) => ({ value, style: 'text' })) }));
}

/** Texts of the first sheet, as another library reads them. */
function readBack(bytes: Uint8Array): string[][] {
  const book = XLSX.read(bytes, { type: 'array', raw: true });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
  return XLSX.utils.sheet_to_json<string[]>(sheet, { header: 1, raw: true, defval: '', blankrows: true });
}

describe('a written workbook', () => {
  it.each([
    ['a phone', '13800138000'],
    ['a code with leading zeros', '061883855'],
    ['a code of 22 digits', '4507123475101041110011'],
    ['what looks like a formula', '=1+1'],
    ['what looks like a command', '@SUM(A1)'],
    ['what looks like an escape', '_x000D_'],
    ['half an escape beside a whole one', '_x000_x000D_'],
    ['markup', '<b>&amp;"\'</b>'],
    ['spaces around', '  两端空格  '],
    ['two lines', '一\n二'],
    ['characters outside the basic plane', '㐂䶮𠮷'],
  ])('keeps %s as it is, as text', async (_, value) => {
    const bytes = await writeBook(plan(textRows([[value]])));
    const cell = XLSX.read(bytes, { type: 'array' }).Sheets['表一']?.['A1'] as XLSX.CellObject;

    expect({ type: cell.t, value: cell.v, formula: cell.f }).toEqual({ type: 's', value, formula: undefined });
    expect(checkPackage(bytes)).toEqual([]);
  });

  it('reads back any text that a sheet can hold', async () => {
    const text = string({ unit: 'grapheme', maxLength: 20 }).map((value) => value.replace(/[\u0000-\u001f]/g, ''));
    await assert(
      asyncProperty(array(array(text, { minLength: 2, maxLength: 4 }), { minLength: 1 }), async (values) => {
        const rows = values.map((row) => [...row, 'end']);
        const read = readBack(await writeBook(plan(textRows(rows))));

        expect(read.map((row) => row.slice(0, row.indexOf('end') + 1))).toEqual(
          rows.map((row) => row.slice(0, row.indexOf('end') + 1)),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('leaves out characters that no XML can hold', async () => {
    const bytes = await writeBook(plan(textRows([['a\u0000b\u0008\ud800c\uffff']])));

    expect(readBack(bytes)).toEqual([['abc']]);
    expect(checkPackage(bytes)).toEqual([]);
  });

  it('is the same for the same plan, on any day', async () => {
    const one = await writeBook(plan(textRows([['一', '二']])));
    const other = await writeBook(plan(textRows([['一', '二']])));

    expect(Buffer.from(other).equals(Buffer.from(one))).toBe(true);
    expect(packageParts(one).get('docProps/core.xml')).toContain('2025-01-31T00:00:00Z');
  });

  it('keeps numbers, own formulas, links and notes', async () => {
    const bytes = await writeBook(
      plan([
        { cells: [{ value: 3 }, { value: 6, formula: 'A1*2' }] },
        {
          cells: [
            { value: '看这里', link: "'表一'!B1", note: '批注一' },
            { value: '网址', link: 'https://example.com/?a=1&b=2' },
          ],
        },
      ]),
    );
    const sheet = XLSX.read(bytes, { type: 'array', cellFormula: true }).Sheets['表一'] ?? {};

    expect(sheet['A1']).toMatchObject({ t: 'n', v: 3 });
    expect(sheet['B1']).toMatchObject({ f: 'A1*2', v: 6 });
    expect((sheet['A2'] as XLSX.CellObject).l?.Target).toBe("#'表一'!B1");
    expect((sheet['B2'] as XLSX.CellObject).l?.Target).toBe('https://example.com/?a=1&b=2');
    expect((sheet['A2'] as XLSX.CellObject).c?.[0]?.t).toBe('批注一');
    expect(checkPackage(bytes)).toEqual([]);
  });

  it('keeps a width of 9 and a validation of one cell', async () => {
    const validations = ['H4', 'H10', 'H5'].map((range) => ({ range, kind: 'list' as const, formula: '"甲,乙"' }));
    const parts = packageParts(await writeBook(plan(textRows([['一']]), { validations })));
    const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';

    expect(sheet).toContain('<col min="1" max="1" width="9"');
    expect([...sheet.matchAll(/sqref="([^"]*)"/g)].map((match) => match[1])).toEqual(['H10:H10', 'H4:H4', 'H5:H5']);
  });

  it('gives every sheet a name that is allowed, and leads links there', async () => {
    const rows: RowPlan[] = [{ cells: [{ value: '去', link: "'甲/乙'!A1" }] }];
    const one = plan(rows, { name: '甲/乙' });
    const bytes = await writeBook({
      ...one,
      sheets: [...one.sheets, { name: '甲:乙', columns: [], rows }, { name: '很长'.repeat(20), columns: [], rows }],
    });

    expect(XLSX.read(bytes, { type: 'array' }).SheetNames).toEqual([
      '甲_乙',
      '甲_乙_2',
      '很长'.repeat(20).slice(0, 31),
    ]);
    expect(packageParts(bytes).get('xl/worksheets/sheet2.xml')).toContain(`location="'甲_乙'!A1"`);
    expect(checkPackage(bytes)).toEqual([]);
  });

  it('names a style that the plan lacks', async () => {
    await expect(writeBook(plan([{ cells: [{ value: '一', style: 'nowhere' }] }]))).rejects.toThrow('nowhere');
  });

  it('of 6,000 rows reads back whole', async () => {
    const rows = Array.from({ length: 6_000 }, (_, index) => [`医院${index}`, `0${13800000000 + index}`]);

    expect(readBack(await writeBook(plan(textRows(rows))))).toEqual(rows);
  });
});

describe('an encrypted workbook', () => {
  it('opens with its password and with no other', async () => {
    const bytes = await writeBook(plan(textRows([['密']])));
    const encrypted = await encryptBook(bytes, '口令 Secret-1');
    const { default: officeCrypto } = await import('officecrypto-tool');

    expect(Buffer.from(encrypted).includes(Buffer.from('PK\u0003\u0004'))).toBe(false);
    expect(await officeCrypto.decrypt(Buffer.from(encrypted), { password: '口令 Secret-1' })).toEqual(
      Buffer.from(bytes),
    );
    await expect(officeCrypto.decrypt(Buffer.from(encrypted), { password: 'other-secret' })).rejects.toThrow(
      'password is incorrect',
    );
  });
});
