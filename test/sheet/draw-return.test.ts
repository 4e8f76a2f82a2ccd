import * as XLSX from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { vocabularyFinder } from '../../src/flows/vocabulary-finder.ts';
import type { Field } from '../../src/rules/field.ts';
import { drawReturn } from '../../src/sheet/draw-return.ts';
import { decodeWorkbook } from '../../src/sheet/formats/decode-workbook.ts';
import { writeBook } from '../../src/sheet/formats/write-book.ts';
import type { MarkLine, MarkPlan } from '../../src/sheet/mark.ts';
import { readWorkbook } from '../../src/sheet/read-workbook.ts';
import type { ReadTable } from '../../src/sheet/table.ts';
import { checkPackage } from '../support/check-package.ts';
import { officialForm, TEST_FONTS, TEST_UNITS } from '../support/template-book.ts';

const ROSTER = officialForm('hospital-roster');
const FIND = vocabularyFinder(TEST_UNITS);

function field(raw: string, cell: string): Field {
  return { value: raw, raw, stored: raw === '' ? 'blank' : 'text', cell, repairs: [] };
}

/** A table as an old .xls may hold it: the header in row 7, three columns in another order. */
const TABLE: ReadTable = {
  form: ROSTER.form,
  sheet: "sheet1 'old'",
  sheetState: 'visible',
  header: { top: 6, bottom: 7 },
  transposed: false,
  columns: [
    { key: 'name', column: 2, header: '医院名称', by: 'alias' },
    { key: 'uscc', column: 1, header: '信用代码', by: 'alias' },
    { key: 'dataManagerPhone', column: 3, header: '手机', by: 'alias' },
  ],
  missing: ['prefecture'],
  extra: [],
  rows: [
    {
      row: 9,
      hidden: false,
      fields: {
        name: field('示例县人民医院', 'B9'),
        uscc: field('5.10107E+21', 'A9'),
        dataManagerPhone: field('', 'C9'),
      },
    },
    {
      row: 11,
      hidden: false,
      fields: {
        name: field('=示例县中医医院', 'B11'),
        uscc: field('12510100450712347E', 'A11'),
        dataManagerPhone: field('13812345678', 'C11'),
      },
    },
  ],
  skipped: [],
  faults: [],
  surroundings: [],
};

function line(parts: Partial<MarkLine>): MarkLine {
  const blank = { row: '', column: '', name: '', seen: '', text: '有误', remedy: '请改', fix: '' };
  return { severity: 'error', sheet: TABLE.sheet, cell: '', ...blank, ...parts };
}

const MARKS: MarkPlan = {
  heading: ['成都市卫生健康委员会 附件2 医院信息汇总表校验结果', '共读到 2 行'],
  cells: [
    { sheet: TABLE.sheet, cell: 'A9', severity: 'block', comment: '代码变成了科学计数法' },
    { sheet: TABLE.sheet, cell: 'C9', severity: 'error', comment: '没有填写手机号码' },
    { sheet: TABLE.sheet, cell: 'C7', severity: 'warning', comment: '表头与通知不同' },
  ],
  lines: [
    line({ severity: 'block', cell: 'A9', seen: '5.10107E+21' }),
    line({ cell: 'C9' }),
    line({ severity: 'notice', cell: 'Z1', seen: '多出的列' }),
  ],
};

const PLAN = drawReturn(ROSTER, {
  unit: { name: '成都市卫生健康委员会' },
  campaign: { id: 'test', title: '通知', documentNumber: '' },
  tables: [TABLE, { ...TABLE, form: 'liaison-list' }],
  marks: MARKS,
  vocabulary: FIND,
  fonts: TEST_FONTS,
  created: '2025-03-05T02:00:00.000Z',
});

describe('a return drawn anew', () => {
  it('has the findings first and the official form second', () => {
    expect(PLAN.sheets.map(({ name }) => name)).toEqual(['校验结果', '医院信息汇总表', '_字典']);
  });

  it('leads each finding to the cell where the value now stands', () => {
    const cells = PLAN.sheets[0]?.rows.slice(3).map(({ cells }) => [cells[2]?.value, cells[3]?.value, cells[3]?.link]);

    expect(cells).toEqual([
      ['医院信息汇总表', 'E5', "'医院信息汇总表'!E5"],
      ['医院信息汇总表', 'L5', "'医院信息汇总表'!L5"],
      ["sheet1 'old'", 'Z1', undefined],
    ]);
  });

  it('says so when there is nothing to correct', () => {
    const fine = drawReturn(ROSTER, {
      unit: { name: '成都市卫生健康委员会' },
      campaign: { id: 'test', title: '通知', documentNumber: '' },
      tables: [TABLE],
      marks: { heading: ['校验结果'], cells: [], lines: [] },
      vocabulary: FIND,
      fonts: TEST_FONTS,
      created: '2025-03-05T02:00:00.000Z',
    });

    expect(fine.sheets[0]?.rows.map(({ cells }) => cells[0]?.value)).toEqual(['校验结果', '没有需要修改的内容。']);
  });

  it('writes the values as they were read, filled and commented where they are marked', async () => {
    const bytes = await writeBook(PLAN);
    const book = XLSX.read(bytes, { type: 'array', cellStyles: true, cellFormula: true });
    const sheet = book.Sheets['医院信息汇总表'] ?? {};
    const seen = (cell: string) => {
      const found = sheet[cell] as (XLSX.CellObject & { s?: { fgColor?: { rgb?: string } } }) | undefined;
      return { value: found?.v, formula: found?.f, fill: found?.s?.fgColor?.rgb, note: found?.c?.[0]?.t };
    };

    expect(checkPackage(bytes)).toEqual([]);
    expect(seen('E5')).toEqual({
      value: '5.10107E+21',
      formula: undefined,
      fill: 'FF9B9B',
      note: '代码变成了科学计数法',
    });
    expect(seen('L5')).toMatchObject({ fill: 'FFC7CE', note: '没有填写手机号码' });
    expect(seen('L4')).toMatchObject({ fill: 'FFEB9C', note: '表头与通知不同' });
    expect(seen('C6')).toMatchObject({ value: '=示例县中医医院', formula: undefined, note: undefined });
  });

  it('is read again as the same rows', async () => {
    const decoded = await decodeWorkbook(await writeBook(PLAN));
    if (!decoded.ok) throw new Error(decoded.refusal.text);
    const read = readWorkbook(decoded.workbook, [ROSTER], { vocabularies: FIND });

    expect(read.tables.map(({ sheet, rows }) => [sheet, rows.map(({ fields }) => fields['name']?.raw)])).toEqual([
      ['医院信息汇总表', ['示例县人民医院', '=示例县中医医院']],
    ]);
    expect(read.otherSheets).toEqual([
      { sheet: '校验结果', reason: 'findings' },
      { sheet: '_字典', reason: 'dictionary' },
    ]);
  });
});
