import { describe, expect, it } from 'vitest';
import { vocabularyFinder } from '../../../src/flows/vocabulary-finder.ts';
import { drawFindings } from '../../../src/sheet/draw-findings.ts';
import type { Workbook } from '../../../src/sheet/grid.ts';
import { readWorkbook } from '../../../src/sheet/read-workbook.ts';
import type { ReadWorkbook } from '../../../src/sheet/table.ts';
import { bookOfPlan } from '../../support/book-of-plan.ts';
import { sheet } from '../../support/table.ts';
import { fieldsOf, officialForm, TEST_UNITS, templatePlan } from '../../support/template-book.ts';
import { codes, values } from './read.ts';

const FORMS = [officialForm('hospital-roster'), officialForm('liaison-list')];
const [ROSTER, LIAISON] = FORMS as [(typeof FORMS)[0], (typeof FORMS)[0]];
const FILLED = fieldsOf({
  prefecture: '成都市',
  name: '青杠市第一人民医院',
  organizationCode: '450712347',
  uscc: '12510100450712347E',
  registrationNumber: '45071234751010411A1001',
  medicineKind: '西医',
  category: '综合医院',
  level: '三级',
  grade: '甲等',
  dataManagerName: '赵一鸣',
  dataManagerPhone: '13912345601',
  dataManagerEmail: 'zhao1@163.com',
});

function read(workbook: Workbook): ReadWorkbook {
  return readWorkbook(workbook, FORMS, { vocabularies: vocabularyFinder(TEST_UNITS) });
}

describe('our own templates', () => {
  it.each(FORMS.map((form) => [form.form, form] as const))('%s: an empty one has a table without rows', (id, form) => {
    const { tables, tokens, otherSheets } = read(bookOfPlan(templatePlan(form)));
    expect(tables.map((table) => [table.form, table.rows.length, codes(table)])).toEqual([[id, 0, ['table/empty']]]);
    expect(tables[0]?.skipped.every(({ reason }) => reason === 'blank')).toBe(true);
    expect(tokens).toEqual([
      { campaign: 'test', unit: '510100', form: id, version: form.version, signature: '0'.repeat(32) },
    ]);
    expect(Object.fromEntries(otherSheets.map(({ sheet, reason }) => [sheet, reason]))).toEqual({
      填写说明: 'notes',
      _字典: 'dictionary',
      _meta: 'identity',
    });
  });

  it('reads a filled one without a word', () => {
    const { tables } = read(bookOfPlan(templatePlan(ROSTER, '510100', [FILLED])));
    expect(tables.flatMap(codes)).toEqual([]);
    expect(tables.flatMap((table) => values(table, 'prefecture', 'category', 'uscc'))).toEqual([
      '成都市 综合医院 12510100450712347E',
    ]);
    expect(tables[0]?.surroundings.join('\n')).toContain('成都市卫生健康委员会');
  });

  it('never takes the filling notes for a table on its side, even alone', () => {
    const [, notes] = bookOfPlan(templatePlan(LIAISON)).grids;
    expect(read({ format: 'xlsx', grids: notes ? [notes] : [], traits: [] })).toMatchObject({
      tables: [],
      otherSheets: [{ sheet: '填写说明', reason: 'notes' }],
    });
  });

  it('reads a corrected return: the sheet of findings is no table', () => {
    const line = {
      severity: 'block' as const,
      sheet: '医院信息汇总表',
      cell: 'E5',
      row: '5',
      column: '统一社会信用代码',
      name: '青杠市第一人民医院',
      seen: '12510100450712347F',
      text: '校验位不符',
      remedy: '请核对',
      fix: '',
    };
    const plan = templatePlan(ROSTER, '510100', [FILLED]);
    const findings = drawFindings(['成都市卫生健康委员会 附件2 医院信息汇总表校验结果'], [line]);
    const { tables, otherSheets } = read(bookOfPlan({ sheets: [findings, ...plan.sheets] }));
    expect(tables.map(({ sheet, rows }) => [sheet, rows.length])).toEqual([['医院信息汇总表', 1]]);
    expect(otherSheets).toContainEqual({ sheet: '校验结果', reason: 'findings' });
  });
});

describe('the identity in a hidden sheet', () => {
  const LINES = ['campaign | test', 'unit | 510100', 'form | liaison-list', 'version | 1', 'signature | abc'];

  it('is found by content on a sheet of any name and state, further down, in another order', () => {
    const meta = sheet(
      `| 请勿改动 |\n${LINES.toReversed()
        .map((line) => `| ${line} |`)
        .join('\n')}`,
      { name: 'Sheet9' },
    );
    expect(read({ format: 'xlsx', grids: [meta], traits: [] }).tokens).toEqual([
      { campaign: 'test', unit: '510100', form: 'liaison-list', version: '1', signature: 'abc' },
    ]);
  });

  it('may stand twice, one for each form', () => {
    const meta = sheet(LINES.map((line) => `| ${line} | ${line.split('|')[1]}2 |`).join('\n'));
    expect(read({ format: 'xlsx', grids: [meta], traits: [] }).tokens.map(({ signature }) => signature)).toEqual([
      'abc',
      'abc2',
    ]);
  });

  it('is nothing when a part is missing', () => {
    const meta = sheet(
      LINES.slice(0, 4)
        .map((line) => `| ${line} |`)
        .join('\n'),
    );
    expect(read({ format: 'xlsx', grids: [meta], traits: [] }).tokens).toEqual([]);
  });
});
