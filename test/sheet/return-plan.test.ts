import { describe, expect, it } from 'vitest';
import type { Field } from '../../src/rules/field.ts';
import { findingsStyles } from '../../src/sheet/draw-findings.ts';
import { drawReturn, type ReturnInput } from '../../src/sheet/draw-return.ts';
import type { MarkLine } from '../../src/sheet/mark.ts';
import { officialStyles } from '../../src/sheet/official-styles.ts';
import type { ReadTable } from '../../src/sheet/table.ts';
import { painted } from './painted.ts';
import { AMBULANCES, FONTS, findVocabulary } from './small-form.ts';

function field(raw: string, cell: string): Field {
  return { value: raw.toUpperCase(), raw, stored: 'text', cell, repairs: [] };
}

/** Two cars as a sender's sheet 甲 holds them, under a header of two rows. */
const TABLE: ReadTable = {
  form: 'ambulance-list',
  sheet: '甲',
  sheetState: 'visible',
  header: { top: 2, bottom: 3 },
  transposed: false,
  columns: [
    { key: 'plate', column: 1, header: '车牌', by: 'alias' },
    { key: 'base', column: 2, header: '医院', by: 'alias' },
  ],
  missing: [],
  extra: [],
  rows: [
    {
      row: 4,
      hidden: false,
      fields: { plate: field('川a00001', 'A4'), base: field('青杠医院', 'B4'), bought: field('去年', '') },
    },
    { row: 6, hidden: false, fields: { plate: field('', 'A6'), base: field('青杠市第一人民医院急救中心', 'B6') } },
  ],
  skipped: [],
  faults: [],
  surroundings: [],
};

function line(sheet: string, cell: string): MarkLine {
  return { severity: 'error', sheet, cell, row: '9', column: '', name: '', seen: '', text: '', remedy: '', fix: '' };
}

function drawn(more: Partial<ReturnInput> = {}) {
  return drawReturn(AMBULANCES, {
    unit: { name: '成都市卫生健康委员会' },
    campaign: { id: 'c', title: '通知', documentNumber: '' },
    tables: [TABLE],
    marks: { heading: ['校验结果'], cells: [], lines: [] },
    vocabulary: findVocabulary,
    fonts: FONTS,
    created: '2025-03-05T02:00:00.000Z',
    ...more,
  });
}

const SPARE = '20: ‹center›×5 ‹date› ‹number› ‹center›×2 ‹left›×3';

describe('the plan of a return', () => {
  it('has the findings, the form and its lists', () => {
    const plan = drawn();
    const marked = Object.fromEntries(
      (['left', 'center', 'head'] as const).flatMap((name) =>
        Object.entries({ block: 'FFFF9B9B', error: 'FFFFC7CE', warning: 'FFFFEB9C', notice: 'FFDDEBF7' }).map(
          ([severity, fill]) => [`${name}-${severity}`, { ...officialStyles(FONTS)[name], fill }],
        ),
      ),
    );

    expect({ ...plan, sheets: plan.sheets.map(({ name }) => name), names: plan.names?.length }).toEqual({
      title: '附表 救护车配备情况表 校验结果',
      creator: 'mingce',
      created: '2025-03-05T02:00:00.000Z',
      styles: { ...officialStyles(FONTS), ...findingsStyles(FONTS), ...marked },
      sheets: ['校验结果', '救护车配备情况表', '_字典'],
      names: 6,
    });
  });

  it('writes what was read, as text, with room for more', () => {
    const [, sheet] = drawn().sheets;

    expect(painted(sheet).slice(2)).toEqual([
      '24: 填报单位（盖章）：成都市卫生健康委员会‹line› ‹line›×5 填报日期：    年  月  日‹blankLine› ‹blankLine›×5',
      `52: ${AMBULANCES.columns.map(({ header }) => `${header.replace('\n', '↵')}‹head›`).join(' ')}`,
      '20: ‹center›×2 川a00001‹center› ‹center›×2 去年‹center› ‹center›×3 ‹left› 青杠医院‹left› ‹left›',
      '32: ‹center›×9 ‹left› 青杠市第一人民医院急救中心‹left› ‹left›',
      ...Array.from({ length: 20 }, () => SPARE),
    ]);
    expect(sheet?.rows[5]?.cells.slice(2, 4).map((cell) => cell?.value)).toEqual([null, null]);
    expect(sheet?.validations?.[0]?.range).toBe('A5:A26');
  });

  it('fills and comments what is marked, cells and headers', () => {
    const [, sheet] = drawn({
      marks: {
        heading: [],
        lines: [],
        cells: [
          { sheet: '甲', cell: 'A4', severity: 'block', comment: '错' },
          { sheet: '甲', cell: 'B6', severity: 'notice', comment: '注' },
          { sheet: '甲', cell: 'A3', severity: 'warning', comment: '头' },
          { sheet: '甲', cell: 'Z9', severity: 'error', comment: '无处可标' },
          { sheet: '乙', cell: 'A4', severity: 'error', comment: '别的表' },
        ],
      },
    }).sheets;

    expect(painted(sheet).flatMap((row) => row.match(/\S+›\([^)]*\)/g) ?? [])).toEqual([
      '车牌号‹head-warning›(头)',
      '川a00001‹center-block›(错)',
      '青杠市第一人民医院急救中心‹left-notice›(注)',
    ]);
  });

  it.each([
    ['甲', 'A4', 'C5'],
    ['甲', 'B6', 'K6'],
    ['甲', 'A2', 'C4'],
    ['甲', 'B3', 'K4'],
    ['甲', 'A1', undefined],
    ['甲', 'B5', undefined],
    ['甲', '', undefined],
    ['乙', 'A4', undefined],
  ])('leads a finding at %s %s to %s', (name, cell, target) => {
    const [findings] = drawn({ marks: { heading: [], cells: [], lines: [line(name, cell)] } }).sheets;
    const [, , sheet, place, ,] = findings?.rows[1]?.cells ?? [];

    expect([sheet?.value, place?.value]).toEqual(target === undefined ? [name, cell] : ['救护车配备情况表', target]);
    expect(place?.link).toBe(target === undefined ? undefined : `'救护车配备情况表'!${target}`);
  });

  it('has a sheet for each table of its form, the first one’s cells first', () => {
    const plan = drawn({
      tables: [TABLE, { ...TABLE, form: 'other' }, { ...TABLE, rows: TABLE.rows.slice(1) }, { ...TABLE, sheet: '乙' }],
      marks: { heading: [], cells: [], lines: [line('甲', 'A6'), line('乙', 'A6')] },
    });

    expect(plan.sheets.map(({ name }) => name)).toEqual([
      '校验结果',
      '救护车配备情况表',
      '救护车配备情况表（2）',
      '救护车配备情况表（3）',
      '_字典',
    ]);
    expect(plan.sheets[0]?.rows.slice(1).map(({ cells }) => cells[3]?.link)).toEqual([
      "'救护车配备情况表'!C6",
      "'救护车配备情况表（3）'!C6",
    ]);
    expect(plan.sheets[2]?.rows).toHaveLength(4 + 1 + 20);
  });

  it('knows no header cells of a table that lay on its side', () => {
    const [findings] = drawn({
      tables: [{ ...TABLE, transposed: true }],
      marks: { heading: [], cells: [], lines: [line('甲', 'A2'), line('甲', 'A4')] },
    }).sheets;

    expect(findings?.rows.slice(1).map(({ cells }) => cells[3]?.value)).toEqual(['A2', 'C5']);
  });
});
