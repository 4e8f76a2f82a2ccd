import { describe, expect, it } from 'vitest';
import { vocabularyFinder } from '../../src/flows/vocabulary-finder.ts';
import { loadForm } from '../../src/forms/load-form.ts';
import type { BookPlan } from '../../src/sheet/book-plan.ts';
import { decodeWorkbook } from '../../src/sheet/formats/decode-workbook.ts';
import { writeBook } from '../../src/sheet/formats/write-book.ts';
import { readWorkbook } from '../../src/sheet/read-workbook.ts';
import { checkPackage } from '../support/check-package.ts';
import { fieldsOf, officialForm, TEST_UNITS, templatePlan } from '../support/template-book.ts';

const ROSTER = officialForm('hospital-roster');
const KNOWN = fieldsOf({
  prefecture: '成都市',
  name: '示例市第一人民医院',
  organizationCode: '450712347',
  uscc: '12510100450712347E',
  category: '综合医院',
  dataManagerPhone: '13800138000',
});

const INVENTED = fieldsOf({ name: '测试县人民医院', uscc: '12510100450712347E', dataManagerPhone: '13812345678' });

/** A form of another notice, with kinds of columns that the notice of the sample does not have. */
const OTHER = loadForm(
  `form: vehicle-list
annex: 附表
title: 车辆登记表
fileName: 附表 车辆登记表
version: '1'
due: '2025-06-30'
label: plate
identity: [plate]
columns:
  - { key: plate, header: 车牌号, kind: code, width: 9 }
  - { key: bought, header: 购置日期, kind: date }
  - { key: seats, header: 座位数, kind: number }
  - { key: use, header: 用途, kind: choice, vocabulary: use, required: false }
vocabularies:
  use: [{ value: 急救 }, { value: 公务 }, { value: 其他, usable: false }]
register: { fileName: 全省车辆登记表, title: 车辆登记表 }
`,
  'vehicle-list.yaml',
);

function cellText(plan: BookPlan, sheet: number, row: number, column: number): string {
  return String(plan.sheets[sheet]?.rows[row - 1]?.cells[column - 1]?.value ?? '');
}

describe('a template', () => {
  const plan = templatePlan(ROSTER, '510100', [KNOWN]);

  it('looks like the official form', () => {
    expect(cellText(plan, 0, 1, 1)).toBe('附件2');
    expect(cellText(plan, 0, 2, 1)).toBe('医院信息汇总表');
    expect(cellText(plan, 0, 3, 1)).toBe('填报单位（盖章）：成都市卫生健康委员会');
    expect(ROSTER.columns.map((_, index) => cellText(plan, 0, 4, index + 1))).toEqual(
      ROSTER.columns.map(({ header }) => header),
    );
    expect(plan.sheets[0]?.print).toMatchObject({ paper: 'A4', orientation: 'landscape', repeatRows: '4:4' });
  });

  it.each([
    ['hospital-roster' as const, '510100'],
    ['hospital-roster' as const, '51GJW'],
    ['liaison-list' as const, '513300'],
  ])('of %s for %s is a sound package', async (form, unit) => {
    expect(checkPackage(await writeBook(templatePlan(officialForm(form), unit)))).toEqual([]);
  });

  it('keeps what is known, with the category by code and name', () => {
    expect(cellText(plan, 0, 5, 1)).toBe('1');
    expect(cellText(plan, 0, 5, 5)).toBe('12510100450712347E');
    expect(cellText(plan, 0, 5, 8)).toBe('A100 综合医院');
  });

  it('fills in the own city of each prepared row and nothing else', () => {
    for (let row = 6; row <= 4 + ROSTER.print.rows; row += 1) {
      expect(ROSTER.columns.map((_, index) => cellText(plan, 0, row, index + 1)).join('')).toBe('成都市');
    }
  });

  it('leaves the city to each hospital of a group', () => {
    expect(cellText(templatePlan(ROSTER, '51GJW'), 0, 5, 2)).toBe('');
    expect(cellText(templatePlan(ROSTER, '51KXC'), 0, 5, 2)).toBe('科学城');
  });

  it('is read back as its known rows and nothing else', async () => {
    const decoded = await decodeWorkbook(await writeBook(templatePlan(ROSTER, '510100', [{ ...KNOWN, ...INVENTED }])));
    if (!decoded.ok) throw new Error(decoded.refusal.text);
    const read = readWorkbook(decoded.workbook, [ROSTER], { vocabularies: vocabularyFinder(TEST_UNITS) });

    expect(read.tokens).toEqual([
      { campaign: 'test', unit: '510100', form: 'hospital-roster', version: '1', signature: '0'.repeat(32) },
    ]);
    expect(
      read.tables.map(({ sheet, missing, extra, rows }) => [
        sheet,
        missing,
        extra,
        rows.map(({ fields }) => [fields['name']?.value, fields['category']?.value]),
      ]),
    ).toEqual([['医院信息汇总表', [], [], [['测试县人民医院', '综合医院']]]]);
    expect(read.otherSheets.map(({ sheet, reason }) => [sheet, reason])).toEqual([
      ['填写说明', 'notes'],
      ['_字典', 'dictionary'],
      ['_meta', 'identity'],
    ]);
  });

  it('carries its identity in a very hidden sheet', () => {
    const sheet = plan.sheets.find(({ name }) => name === '_meta');

    expect(sheet?.state).toBe('veryHidden');
    expect(sheet?.rows.map(({ cells }) => cells.map((cell) => cell?.value))).toEqual([
      ['campaign', 'test'],
      ['unit', '510100'],
      ['form', 'hospital-roster'],
      ['version', '1'],
      ['signature', '0'.repeat(32)],
    ]);
  });

  it('offers no answer that cannot be used', () => {
    const lists = plan.sheets.find(({ name }) => name === '_字典')?.rows.flatMap(({ cells }) => cells) ?? [];
    const texts = new Set(lists.map((cell) => cell?.value));

    expect(texts.has('三级')).toBe(true);
    expect(texts.has('一级')).toBe(false);
    expect(texts.has('A100 综合医院')).toBe(true);
  });

  it('keeps each validation formula within the 255 characters that Excel takes', () => {
    const formulas = plan.sheets.flatMap((sheet) => sheet.validations ?? []).map(({ formula }) => formula ?? '');

    expect(formulas.filter((formula) => formula.length > 255)).toEqual([]);
    expect(formulas.filter((formula) => formula.includes('U_P'))).toHaveLength(1);
  });

  it('locks the head and leaves the body free', () => {
    const sheet = plan.sheets[0];
    const locked = (row: number, column: number): boolean =>
      plan.styles[sheet?.rows[row - 1]?.cells[column - 1]?.style ?? '']?.locked !== false;

    expect(sheet?.protection).toEqual({ insertRows: true, deleteRows: true, sort: true, formatCells: true });
    expect([locked(2, 1), locked(4, 1), locked(4, 13)]).toEqual([true, true, true]);
    expect([locked(5, 1), locked(64, 13)]).toEqual([false, false]);
  });

  it('of any other form needs no code of its own', async () => {
    const other = templatePlan(OTHER, '510100');

    expect(checkPackage(await writeBook(other))).toEqual([]);
    expect(other.sheets[0]?.validations?.map(({ kind }) => kind)).toEqual(['none', 'custom', 'custom', 'list']);
  });
});
