import { describe, expect, it } from 'vitest';
import { loadForm } from '../../../src/forms/load-form.ts';
import type { Cell } from '../../../src/sheet/grid.ts';
import { prepareForm } from '../../../src/sheet/read/form-reader.ts';
import {
  fitsColumn,
  provingColumns,
  shareFitting,
  tellingCells,
  tellingColumns,
} from '../../../src/sheet/read/judge-content.ts';
import { faultsOf, passesRules } from '../../../src/sheet/read/judge-field.ts';
import { cell, find, LIAISON, ROSTER, readerOf } from './read.ts';

const FORM = readerOf(
  loadForm(
    `form: beds
annex: 附表
title: 床位表
fileName: 床位表
version: '1'
due: '2025-06-30'
label: text
identity: [text]
columns:
  - { key: text, header: 文字, kind: text, rules: [cell/placeholder] }
  - { key: free, header: 备注, kind: text }
  - { key: plate, header: 车牌, kind: code, rules: [{ rule: text/pattern, with: { pattern: '^[A-Z] ?[0-9]{4}$' } }] }
  - { key: date, header: 日期, kind: date, rules: [date/format] }
  - { key: number, header: 床位, kind: number, rules: [{ rule: number/format }] }
  - { key: sequence, header: 序号, kind: sequence }
  - { key: kind, header: 类型, kind: choice, vocabulary: kind }
  - { key: lost, header: 不明, kind: choice, vocabulary: nowhere }
vocabularies:
  kind: [{ value: 综合, code: '7', spellings: ['综合 7'] }, { value: 其他, usable: false }, { value: '1234' }]
register: { fileName: 床位表, title: 床位表 }
`,
    'beds.yaml',
  ),
);
const HOSPITALS = readerOf(ROSTER);
const LIAISONS = readerOf(LIAISON);

function fits(key: string, text: string, more: Partial<Cell> = {}): boolean {
  const reader = FORM.byKey.get(key) ?? LIAISONS.byKey.get(key) ?? HOSPITALS.byKey.get(key);
  if (!reader) throw new Error(`no column ${key}`);
  return fitsColumn(reader, cell(text, more));
}

describe('a cell that could be an answer', () => {
  it.each<[string, string]>([
    ['phone', '13812345678'],
    ['phone', '138-1234-5678'],
    ['email', 'li4@163.com'],
    ['email', 'LI4＠163.com'],
    ['date', '2024年3月1日'],
    ['number', '1,200'],
    ['sequence', '3'],
    ['plate', 'A1234'],
    ['plate', 'a-1234'],
    ['kind', '综合'],
    ['kind', '综合 7'],
    ['kind', '1234'],
    ['text', '甲'],
    ['free', '无'],
    ['name', '李四光'],
    ['uscc', '12510100450712347E'],
    ['level', '三级'],
  ])('%s: %s', (key, text) => {
    expect(fits(key, text)).toBe(true);
  });

  it.each<[string, string]>([
    ['phone', '1381234567'],
    ['phone', '138123456789'],
    ['phone', '12812345678'],
    ['phone', '113812345678'],
    ['email', 'li4.163.com'],
    ['email', 'li4@163'],
    ['email', '@163.com'],
    ['email', 'a@b@163.com'],
    ['email', 'a@b.cn c@d.cn'],
    ['email', 'x a@b.cn'.replace('x a', 'x@y.cn;a')],
    ['date', '2024-02-30'],
    ['date', '去年'],
    ['number', '约20'],
    ['sequence', '三'],
    ['plate', '1234'],
    ['plate', 'A 1234 5678'],
    ['kind', '其他'],
    ['kind', '不知'],
    ['kind', '7'],
    ['kind', ' 7 '],
    ['kind', '510'],
    ['lost', '综合'],
    ['text', '无'],
    ['name', '13812345678'],
    ['uscc', '12510100450712347F'],
    ['level', '一级'],
    ['medicineKind', '综合医院'],
  ])('not %s: %j', (key, text) => {
    expect(fits(key, text)).toBe(false);
  });

  it('is none when it is blank or its digits are lost', () => {
    expect(fits('free', ' ')).toBe(false);
    expect(fits('uscc', '5.10107E+21')).toBe(false);
    expect(fits('phone', '#N/A', { stored: 'error' })).toBe(false);
  });
});

describe('columns whose content proves what they are', () => {
  it('are those whose rules refuse the examples of all others', () => {
    expect([...tellingColumns(readerOf(LIAISON))]).toEqual(['prefecture', 'phone', 'email']);
    expect([...tellingColumns(readerOf(ROSTER))]).toEqual([
      'prefecture',
      'name',
      'organizationCode',
      'uscc',
      'registrationNumber',
      'medicineKind',
      'category',
      'level',
      'grade',
      'dataManagerPhone',
      'dataManagerEmail',
    ]);
  });

  it('prove by a single cell, but for names of people', () => {
    const crew = loadForm(
      `form: crew
annex: 附表
title: 人员表
fileName: 人员表
version: '1'
due: '2025-06-30'
label: name
identity: [name]
columns:
  - { key: name, header: 姓名, kind: person, example: 李四, rules: [person/digits] }
  - { key: phone, header: 手机号码, kind: phone, example: '13800138000' }
register: { fileName: 人员表, title: 人员表 }
`,
      'crew.yaml',
    );
    expect([...tellingColumns(readerOf(crew))]).toEqual(['name', 'phone']);
    expect(provingColumns(readerOf(crew)).map(({ column }) => column.key)).toEqual(['phone']);
  });

  it('are looked for once', () => {
    expect(tellingColumns(LIAISONS)).toBe(tellingColumns(LIAISONS));
  });

  it('are never those of free text, numbers and running numbers', () => {
    expect(
      [...tellingColumns(prepareForm(FORM.form, find))].filter((key) =>
        ['text', 'free', 'number', 'sequence'].includes(key),
      ),
    ).toEqual([]);
  });
});

describe('cells that say something', () => {
  const cells = ['13812345678', '无', ' ', '待补', '甲'].map((text) => cell(text));
  const phone = LIAISONS.byKey.get('phone');

  it('are no placeholders, blanks and errors', () => {
    expect(tellingCells([...cells, cell('#N/A', { stored: 'error' })]).map(({ text }) => text)).toEqual([
      '13812345678',
      '甲',
    ]);
  });

  it.each([
    [[], 0],
    [['13812345678'], 1],
    [['13812345678', '甲'], 0.5],
    [['甲'], 0],
  ])('%j fit at a share of %d', (texts, share) => {
    expect(
      phone &&
        shareFitting(
          phone,
          texts.map((text) => cell(text)),
        ),
    ).toBe(share);
  });
});

describe('rules that a column is judged by', () => {
  const field = (value: string) => ({ value, raw: value, stored: 'text' as const, cell: '', repairs: [] });

  it('are its rules of cells that judge what is written', () => {
    const column = LIAISON.columns[4];
    const rules = [
      'cell/required',
      'phone/landline',
      'no/such-rule',
      'row/duplicate',
      { rule: 'phone/example', with: { example: '13900139000' } },
    ];
    const form = { ...LIAISON, columns: column ? [{ ...column, vocabulary: undefined, rules }] : [] };
    const { columns, byKey } = prepareForm(form, find);

    expect(columns[0]?.rules.map(({ rule, parameters }) => [rule.code, parameters])).toEqual([
      ['phone/landline', {}],
      ['phone/example', { example: '13900139000' }],
    ]);
    expect(columns[0]?.vocabulary).toBeUndefined();
    expect(byKey.get('phone')).toBe(columns[0]);
    expect(LIAISONS.byKey.get('prefecture')?.vocabulary?.id).toBe('prefecture');
  });

  it('tell their faults with a severity', () => {
    const [phone, level] = [LIAISONS.byKey.get('phone'), HOSPITALS.byKey.get('level')];
    if (!phone || !level) throw new Error('no column');

    expect(faultsOf(phone, field('1381234567'))).toHaveLength(1);
    expect(faultsOf(level, field('不知')).map(({ column, severity }) => [column, severity])).toEqual([
      ['level', 'error'],
    ]);
    expect(passesRules(phone, field('13912345601'))).toBe(true);
    expect(passesRules(phone, field('1381234567'))).toBe(false);
    expect(passesRules(level, field('三级'))).toBe(true);
  });

  it('pass what is only remarked on', () => {
    const grade = HOSPITALS.byKey.get('grade');
    const remarked = grade && faultsOf(grade, { ...field('未定等'), raw: '未评' });

    expect(remarked?.map(({ severity }) => severity)).toEqual(['notice']);
    expect(grade && passesRules(grade, { ...field('未定等'), raw: '未评' })).toBe(true);
  });
});
