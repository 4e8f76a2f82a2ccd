import { describe, expect, it } from 'vitest';
import { loadForm } from '../../../src/forms/load-form.ts';
import { sheet } from '../../support/table.ts';
import { codes, readOne, repairs, values } from './read.ts';

/** A form of another notice: a date, a number, a vocabulary of its own, a plate that no rule of ours knows. */
const AMBULANCES = loadForm(
  `form: ambulance-list
annex: 附表
title: 救护车配备情况表
fileName: 附表 救护车配备情况表
version: '1'
due: '2025-06-30'
label: plate
identity: [plate]
unitColumn: ''
sequenceColumn: sequence
columns:
  - { key: sequence, header: 序号, kind: sequence, required: false }
  - { key: plate, header: 车牌号, aliases: [车牌, 号牌], kind: code, example: 川A00000,
      rules: [{ rule: text/pattern, with: { pattern: '^川[A-Z][0-9A-Z]{5}$' } }] }
  - { key: kind, header: 车型, kind: choice, vocabulary: vehicle, example: 监护型 }
  - { key: state, header: 车况, kind: choice, vocabulary: state, example: 良好 }
  - { key: bought, header: 购置日期, kind: date, example: '2020-01-02', rules: [date/format] }
  - { key: beds, header: 担架数, kind: number, example: '2', rules: [number/format] }
vocabularies:
  vehicle: [{ value: 监护型, code: '1', spellings: [抢救监护型] }, { value: 转运型, code: '2' }]
  state: [{ value: 良好, spellings: [好] }, { value: 待修 }]
register: { fileName: 全省救护车, title: 救护车 }
`,
  'ambulance-list.yaml',
);
const FORMS = [AMBULANCES];

describe('a form of another notice', () => {
  it('is read by its own header and cleaned by its own kinds', () => {
    const table = readOne(
      sheet(
        `
| 救护车配备情况表 |
| 序号 | 车牌 | 车型 | 车况 | 购置日期 | 担架数 |
| 1 | 川a12345 | 抢救监护型 | 良好 | #45352 | #2 |
| 2 | 川A-12346 | 2 | 待修 | 2024年5月6日 | １，２００ |
| 合计 | 2 |`,
        { cells: { E3: { date: '2024-03-01' } } },
      ),
      FORMS,
    );
    expect(values(table, 'plate', 'kind', 'bought', 'beds')).toEqual([
      '川A12345 监护型 2024-03-01 2',
      '川A12346 转运型 2024-05-06 1200',
    ]);
    expect(repairs(table.rows[1]?.fields['plate'])).toEqual(['hyphen: 川A-12346 → 川A12346']);
    expect(repairs(table.rows[0]?.fields['bought'])).toEqual([]);
    expect(table.skipped.map(({ reason }) => reason)).toEqual(['total']);
  });

  it('is recognised by content under a misspelt header', () => {
    const table = readOne(
      `
| 序号 | 车脾号 | 车形 | 车况 | 购置日其 | 担架数 |
| 1 | 川A12345 | 监护型 | 良好 | 2024-03-01 | 2 |
| 2 | 川A12346 | 转运型 | 好 | 2024-03-02 | 1 |`,
      FORMS,
    );
    expect(values(table, 'plate', 'kind', 'bought')).toEqual([
      '川A12345 监护型 2024-03-01',
      '川A12346 转运型 2024-03-02',
    ]);
    expect(codes(table)).toEqual(['header/by-content', 'header/by-content', 'header/by-content']);
  });

  it('splits a cell that answers two of its own choices', () => {
    const table = readOne('| 车牌号 | 车型 | 车况 |\n| 川A12345 | 监护型、良好 | |', FORMS);
    expect(values(table, 'kind', 'state')).toEqual(['监护型 良好']);
  });

  it.each([
    ['2024/3/1', '2024-03-01'],
    ['2024.03.01', '2024-03-01'],
    ['20240301', '2024-03-01'],
    ['２０２４－３－１', '2024-03-01'],
    ['2024年3月1日', '2024-03-01'],
    ['#45352', '2024-03-01'],
    ['2024-02-30', '2024-02-30'],
    ['2024年3月', '2024年3月'],
    ['去年', '去年'],
  ])('date %s is %s', (written, value) => {
    const table = readOne(`| 车牌号 | 车型 | 购置日期 |\n| 川A12345 | 监护型 | ${written} |`, FORMS);
    expect(values(table, 'bought')).toEqual([value]);
  });

  it.each([
    ['1,200', '1200'],
    ['#2.0', '2'],
    ['#1.2E3', '1200'],
    ['#0.30000000000000004', '0.3'],
    ['约20', '约20'],
    ['2副', '2副'],
  ])('number %s is %s', (written, value) => {
    const table = readOne(`| 车牌号 | 车型 | 担架数 |\n| 川A12345 | 监护型 | ${written} |`, FORMS);
    expect(values(table, 'beds')).toEqual([value]);
  });
});

describe('the list of liaisons', () => {
  it('keeps apart what both annexes name alike', () => {
    const table = readOne(`
| 市州 | 联系人 | 单位 | 职务 | 联系电话 | 电子邮箱 |
| 凉山州 | 阿依·古丽 | 凉山州卫生健康委员会 | 科长 | 13812345678 | ayi@163.com |`);
    expect(table.form).toBe('liaison-list');
    expect(values(table, 'prefecture', 'name', 'phone')).toEqual(['凉山彝族自治州 阿依·古丽 13812345678']);
  });

  it('takes a slip in one header by its place between its neighbours', () => {
    const table = readOne(`
| 市（州） | 姓名 | 工作单位 | 职物 | 手机号码 | 邮箱 |
| 成都市 | 李四光 | 成都市卫生健康委员会 | 科长 | 13812345678 | li4@163.com |`);
    expect(values(table, 'position')).toEqual(['科长']);
    expect(codes(table)).toEqual(['header/by-position']);
  });

  it('tells missing and extra columns', () => {
    const table = readOne(`
| 市（州） | 姓名 | 手机号码 | 邮箱 | 办公电话 |
| 成都市 | 李四光 | 13812345678 | li4@163.com | 028-86135710 |`);
    expect(table.missing).toEqual(['organization', 'position']);
    expect(codes(table)).toEqual(['header/missing-column', 'header/missing-column', 'header/extra-column']);
  });
});
