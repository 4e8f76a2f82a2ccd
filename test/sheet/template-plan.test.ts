import { describe, expect, it } from 'vitest';
import type { Form } from '../../src/forms/form.ts';
import { drawTemplate, type TemplateInput } from '../../src/sheet/draw-template.ts';
import { officialStyles } from '../../src/sheet/official-styles.ts';
import { fieldsOf } from '../support/template-book.ts';
import { painted } from './painted.ts';
import { AMBULANCES, FONTS, findVocabulary } from './small-form.ts';

const TOKEN = { campaign: 'c', unit: '510100', form: 'ambulance-list', version: '3', signature: 's' };

function template(more: Partial<TemplateInput> = {}, form: Form = AMBULANCES) {
  return drawTemplate(form, {
    unit: { code: '510100', name: '成都市卫生健康委员会', short: '成都', kind: 'area' },
    campaign: { id: 'c', title: '关于统计救护车的通知', documentNumber: '函1号' },
    vocabulary: findVocabulary,
    token: TOKEN,
    fonts: FONTS,
    prefill: [],
    created: '2025-01-01T00:00:00.000Z',
    ...more,
  });
}

/** The body of the first sheet. */
function body(more: Partial<TemplateInput> = {}, form?: Form): readonly string[] {
  return painted(template(more, form).sheets[0]).slice(4);
}

const BLANK = '20: ‹center› 成都市‹center› ‹center›×3 ‹date› ‹number› ‹center›×2 ‹left›×3';

describe('the plan of a template', () => {
  it('has the form, its notes, its lists and its identity', () => {
    const plan = template();

    expect({ ...plan, sheets: plan.sheets.map(({ name, state }) => [name, state]), names: plan.names?.length }).toEqual(
      {
        title: '附表 救护车配备情况表',
        creator: 'mingce',
        created: '2025-01-01T00:00:00.000Z',
        keywords: 'c 510100 ambulance-list 3',
        styles: officialStyles(FONTS),
        sheets: [
          ['救护车配备情况表', undefined],
          ['填写说明', undefined],
          ['_字典', 'hidden'],
          ['_meta', 'veryHidden'],
        ],
        names: 6,
      },
    );
    expect(painted(plan.sheets[3])).toEqual([
      '-: campaign‹plain› c‹plain›',
      '-: unit‹plain› 510100‹plain›',
      '-: form‹plain› ambulance-list‹plain›',
      '-: version‹plain› 3‹plain›',
      '-: signature‹plain› s‹plain›',
    ]);
    expect(plan.sheets[3]?.columns).toEqual([{ width: 12 }, { width: 40 }]);
  });

  it.each([
    ['函1号', ['20: 关于统计救护车的通知（函1号）‹note›', '20: 填报单位：成都市卫生健康委员会‹note›']],
    ['', ['20: 关于统计救护车的通知‹note›', '20: 填报单位：成都市卫生健康委员会‹note›']],
  ])('names the notice with its number %j', (documentNumber, lines) => {
    const plan = template({ campaign: { id: 'c', title: '关于统计救护车的通知', documentNumber } });

    expect(painted(plan.sheets[1]).slice(1, 3)).toEqual(lines);
  });

  it('names no notice that has neither title nor number', () => {
    const plan = template({ campaign: { id: 'c', title: '', documentNumber: '' } });

    expect(painted(plan.sheets[1])[1]).toBe('20: 填报单位：成都市卫生健康委员会‹note›');
  });

  it('has prepared rows that name the unit', () => {
    expect(template().sheets[0]?.rows[4]?.cells[0]?.value).toBeNull();
    expect(body()).toEqual([BLANK, BLANK, BLANK]);
    expect(painted(template().sheets[0])[2]).toContain('填报单位（盖章）：成都市卫生健康委员会');
  });

  it('fills in what is known, numbers it anew, and leaves room for more', () => {
    const known = [
      fieldsOf({ sequence: '7', plate: '川A00001', vehicleKind: '监护型', state: '报废', beds: '2' }),
      fieldsOf({ city: '绵阳市', base: '青杠市第一人民医院急救中心' }),
    ];

    expect(body({ prefill: known })).toEqual([
      '20: 1‹center› 成都市‹center› 川A00001‹center› K1 监护型‹center› 报废‹center› ‹date› 2‹number› ‹center›×2 ‹left›×3',
      '32: 2‹center› 绵阳市‹center› ‹center›×3 ‹date› ‹number› ‹center›×2 ‹left› 青杠市第一人民医院急救中心‹left› ‹left›',
      ...Array.from({ length: 10 }, () => BLANK),
    ]);
  });

  it('has no room for more where one row is wanted', () => {
    const one: Form = { ...AMBULANCES, rowsPerUnit: 'one' };
    const known = Array.from({ length: 4 }, () => fieldsOf({}));
    const [sheet] = template({ prefill: known }, one).sheets;

    expect(body({ prefill: known }, one)).toHaveLength(4);
    expect(body({ prefill: known.slice(0, 1) }, one)).toHaveLength(3);
    expect(sheet && 'autoFilter' in sheet).toBe(false);
  });

  it('checks far more rows than it prepares', () => {
    const many = Array.from({ length: 600 }, () => fieldsOf({ plate: '川A00001' }));
    const ranges = [[], many].map((prefill) => {
      const [sheet] = template({ prefill }).sheets;
      return [sheet?.autoFilter, sheet?.validations?.[0]?.range, sheet?.highlights?.[0]?.range];
    });

    expect(ranges).toEqual([
      ['A4:L7', 'A5:A1004', 'B5:B1004'],
      ['A4:L614', 'A5:A1224', 'B5:B1224'],
    ]);
    expect(template().sheets[0]?.protection).toEqual({
      insertRows: true,
      deleteRows: true,
      sort: true,
      formatCells: true,
    });
  });

  it.each<[string, Partial<TemplateInput>, Partial<Form>, string]>([
    [
      'the unit that the fact of a term names',
      { unit: { code: '51MY', name: '甲', short: '甲', kind: 'area' } },
      {},
      '绵阳市',
    ],
    ['an unknown unit', { unit: { code: '510700', name: '甲', short: '甲', kind: 'area' } }, {}, ''],
    ['a group of hospitals', { unit: { code: '510100', name: '甲', short: '甲', kind: 'hospitals' } }, {}, ''],
    ['a vocabulary that is not there', { vocabulary: () => undefined }, {}, ''],
    ['a form that names no unit', {}, { unitColumn: '' }, ''],
    ['a unit written as text', {}, { unitColumn: 'note' }, ''],
  ])('of %s has the city %j', (_, more, form, city) => {
    expect(
      template(more, { ...AMBULANCES, ...form })
        .sheets[0]?.rows[4]?.cells.map((cell) => cell?.value ?? '')
        .join(''),
    ).toBe(city);
  });
});
