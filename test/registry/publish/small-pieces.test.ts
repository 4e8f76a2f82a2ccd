import { describe, expect, it } from 'vitest';
import { findPlacedSheet } from '../../../src/registry/publish/find-placed-sheet.ts';
import { layRegister } from '../../../src/registry/publish/lay-register.ts';
import { markRow } from '../../../src/registry/publish/mark-row.ts';
import { orderRows } from '../../../src/registry/publish/order-rows.ts';
import type { PlacedSheet } from '../../../src/registry/publish/place-sheets.ts';
import { readCellReference } from '../../../src/registry/publish/read-cell-reference.ts';
import { rowHeight, textWidth } from '../../../src/registry/publish/row-height.ts';
import { rowKey, rowKeyOfFinding } from '../../../src/registry/publish/row-key.ts';
import { sheetName } from '../../../src/registry/publish/sheet-name.ts';
import { showValue, writeTerm } from '../../../src/registry/publish/show-value.ts';
import { unitFileName } from '../../../src/registry/publish/unit-file-name.ts';
import {
  editionOfState,
  field,
  findingAt,
  LIAISON,
  ROSTER,
  registerRow,
  registryState,
  UNITS,
} from '../../support/registry-state.ts';

describe('a cell is pointed at', () => {
  it.each([
    ['医院信息汇总表!E17', { where: '医院信息汇总表', row: 17, column: 5 }],
    [' 医院信息汇总表！$AA$17 ', { where: '医院信息汇总表', row: 17, column: 27 }],
    ['HQMS/医院账号信息.xlsx!西医!e5', { where: 'HQMS/医院账号信息.xlsx!西医', row: 5, column: 5 }],
    ['output/甲.xlsx!A1', { where: '甲.xlsx', row: 1, column: 1 }],
    ['output\\甲.xlsx!A1', { where: '甲.xlsx', row: 1, column: 1 }],
    ['.\\output\\甲\\乙.xlsx!A1', { where: '甲/乙.xlsx', row: 1, column: 1 }],
    ['/output/甲.xlsx  A1', { where: '甲.xlsx', row: 1, column: 1 }],
    ['my-output/甲.xlsx!A1', { where: 'my-output/甲.xlsx', row: 1, column: 1 }],
    ["'Sheet 1'!B2", { where: "'Sheet 1'", row: 2, column: 2 }],
    ['甲!XFD1048576', { where: '甲', row: 1_048_576, column: 16_384 }],
    ['甲!A0', undefined],
    ['甲!ABCD1', undefined],
    ['甲!A12345678', undefined],
    ['甲!A', undefined],
    ['甲!1', undefined],
    ['!A1', undefined],
    ['A1', undefined],
    ['甲!A1 之后', undefined],
  ])('%s', (text, expected) => {
    expect(readCellReference(text)).toEqual(expected);
  });

  const edition = editionOfState(registryState([]));
  const placed = (file: string, sheet: string, form = ROSTER): PlacedSheet => ({
    file,
    sheet,
    laid: { ...layRegister(form, edition), file, sheet },
  });

  it.each([
    ['HQMS/医院账号信息.xlsx!西医', true],
    ['HQMS/医院账号信息 西医', true],
    ['HQMS/医院账号信息.xlsx', true],
    ['西医', true],
    ['医院账号信息.xlsx!西医', true],
    ['医院账号信息', true],
    ['[医院账号信息.xlsx]西医', true],
    ['中医', false],
    ['医院账号信息.csv', false],
  ])('%s means the sheet: %s', (where, meant) => {
    const sheets = [placed('HQMS/医院账号信息.xlsx', '西医')];
    expect(findPlacedSheet(where, sheets)?.placed === sheets[0]).toBe(meant);
  });

  it('a CSV is meant only where it is named so', () => {
    const sheets = [placed('汇总.csv', '')];
    expect(findPlacedSheet('汇总.csv', sheets)?.placed).toBe(sheets[0]);
    expect(findPlacedSheet('汇总', sheets)).toBeUndefined();
  });

  it('the first that is meant counts, the annex and the title last', () => {
    const sheets = [ROSTER, LIAISON].map((form) => {
      const laid = layRegister(form, edition);
      return placed(laid.file, laid.sheet, form);
    });
    const found = (where: string): number =>
      sheets.findIndex((sheet) => sheet === findPlacedSheet(where, sheets)?.placed);

    expect(['医院信息汇总表', '全省市级联络员名单', '附件3', 'liaison-list', '附件 2', '别的'].map(found)).toEqual([
      0, 1, 1, 1, 0, -1,
    ]);
  });
});

describe('names of sheets and files', () => {
  it.each([
    ['医院信息汇总表', '医院信息汇总表'],
    ['甲/乙:丙?*[丁]\\戊', '甲_乙_丙___丁__戊'],
    ["''甲'乙'", "甲'乙"],
    ['', '_'],
    [' ', '_'],
    [' 甲 ', '甲'],
    ['字'.repeat(40), '字'.repeat(31)],
  ])('%s', (text, name) => {
    expect(sheetName(text)).toBe(name);
    expect(sheetName(text)).not.toMatch(/[\\/?*[\]:]/);
    expect(sheetName(text).length).toBeLessThanOrEqual(31);
  });

  it('units of one name have files of their own', () => {
    const [first, second] = UNITS;
    if (!first || !second) throw new Error('no units');
    const twins = [first, { ...second, short: first.short }];

    expect(unitFileName(first, UNITS)).toBe('成都市');
    expect(new Set(twins.map((unit) => unitFileName(unit, twins))).size).toBe(2);
  });
});

describe('rows are kept together', () => {
  it('in the order of units, unknown ones last, each in its own order', () => {
    const rows = ['999999', '510300', '510100', '999998', '510100'].map((unit, at) =>
      registerRow({ unit, id: String(at) }),
    );

    expect(orderRows(rows, UNITS).map((row) => row.id)).toEqual(['2', '4', '1', '0', '3']);
    expect(orderRows(rows, UNITS.toReversed()).map((row) => row.id)).toEqual(['2', '4', '1', '0', '3']);
  });

  it('a finding belongs to the row at its place', () => {
    const row = registerRow();
    const key = rowKey(row.form, row.source);

    expect(rowKeyOfFinding(findingAt(row, 'uscc'))).toBe(key);
    expect(rowKeyOfFinding(findingAt(row, ''))).toBe(key);
    expect(rowKeyOfFinding(findingAt(registerRow({ row: 6 }), 'uscc'))).not.toBe(key);
    expect(rowKeyOfFinding(findingAt(registerRow({ message: 'b'.repeat(64) }), 'uscc'))).not.toBe(key);
    expect(rowKeyOfFinding({ ...findingAt(row, 'uscc'), place: { message: row.source.message } })).toBeUndefined();
    expect(rowKeyOfFinding({ ...findingAt(row, 'uscc'), place: { row: 5 } })).toBeUndefined();
    const { form: _, ...formless } = findingAt(row, 'uscc');
    expect(rowKeyOfFinding(formless)).toBeUndefined();
  });

  it('a loose file is known by its name where it has no path', () => {
    const { source } = registerRow();

    expect(rowKey('f', { ...source, path: '' })).toBe(rowKey('f', { ...source, path: source.file }));
    expect(rowKeyOfFinding({ ...findingAt(registerRow(), ''), place: { message: 'm', row: 1 } })).toBe(
      rowKey(ROSTER.form, { message: 'm', path: '', file: '', sheet: '', row: 1 }),
    );
  });
});

describe('marks of a row', () => {
  const row = registerRow();

  it('the worst of the row and of each column, with every text', () => {
    const marks = markRow([
      findingAt(row, 'uscc', { severity: 'warning', text: '可疑', remedy: '请看。' }),
      findingAt(row, 'uscc', { severity: 'error', text: '有误。', remedy: '请改。' }),
      findingAt(row, 'name', { severity: 'warning', text: '重名', remedy: '请看。' }),
      findingAt(row, '', { severity: 'block', text: '整行', remedy: '请看。' }),
    ]);

    expect(marks.worst).toBe('block');
    expect([...marks.columns]).toEqual([
      ['uscc', { mark: 'error', texts: ['可疑。请看。', '有误。请改。'] }],
      ['name', { mark: 'warning', texts: ['重名。请看。'] }],
      ['', { mark: 'block', texts: ['整行。请看。'] }],
    ]);
  });

  it('in whatever order they come', () => {
    const findings = (['block', 'error', 'warning'] as const).map((severity) => findingAt(row, 'uscc', { severity }));

    for (const order of [findings, findings.toReversed()]) {
      expect(markRow(order).worst).toBe('block');
      expect(markRow(order).columns.get('uscc')?.mark).toBe('block');
    }
  });

  it('notices and waived ones leave none', () => {
    const marks = markRow([
      findingAt(row, 'uscc', { severity: 'notice' }),
      findingAt(row, 'name', { waived: { by: '', reason: '' } }),
    ]);

    expect(marks).toEqual({ worst: undefined, columns: new Map() });
  });
});

describe('heights', () => {
  it('a Chinese character is two wide', () => {
    expect(textWidth('甲乙')).toBeCloseTo(4.1);
    expect(textWidth('ab 1~')).toBeCloseTo(5.25);
    expect(textWidth('')).toBe(0);
  });

  it.each<[string, string[], number[], number | undefined, number]>([
    ['one line', ['甲'], [10], undefined, 20],
    ['nothing', ['', ''], [10, 10], undefined, 20],
    ['two lines by width', ['甲乙丙丁戊己'], [10], undefined, 33],
    ['two lines by a break', ['甲\n乙'], [10], undefined, 33],
    ['a blank line counts', ['甲\n\n乙'], [10], undefined, 47.5],
    ['the highest cell counts', ['甲', '甲\n乙\n丙', '甲\n乙'], [10, 10, 10], undefined, 47.5],
    ['at most eight', ['甲\n'.repeat(20)], [10], undefined, 120],
    ['or as many as are wanted', ['甲\n'.repeat(20)], [10], 3, 47.5],
    ['a column without a width is twelve wide', ['甲乙丙丁戊', '甲乙丙丁戊'], [11.05], undefined, 20],
    ['a narrow column', ['甲'], [0], undefined, 33],
  ])('%s', (_, texts, widths, most, height) => {
    expect(rowHeight(texts, widths, most)).toBe(height);
  });
});

describe('what a deliverable shows of a value', () => {
  const text = ROSTER.columns.find((one) => one.key === 'name');
  const shown = (value: string, raw = value, kind: 'text' | 'number' = 'text') =>
    text && showValue({ ...text, kind }, field(value, 'A1', { raw }), undefined);

  it.each([
    ['甲医院', { text: '甲医院', withheld: '' }],
    ['5.1E+21', { text: '', withheld: '读到的是科学计数，原来的数字已经丢失，留空待改' }],
    ['-5e-3', { text: '', withheld: '读到的是科学计数，原来的数字已经丢失，留空待改' }],
    ['5E3', { text: '5E3', withheld: '' }],
    ['5.1E3', { text: '', withheld: '读到的是科学计数，原来的数字已经丢失，留空待改' }],
    ['A5.1E+21', { text: 'A5.1E+21', withheld: '' }],
    ['5.1E+21B', { text: '5.1E+21B', withheld: '' }],
    ['#REF!', { text: '', withheld: '读到的是公式错误值，留空待改' }],
    ['#N/A', { text: '', withheld: '读到的是公式错误值，留空待改' }],
    ['见#N/A', { text: '见#N/A', withheld: '' }],
    ['#N/A吗', { text: '#N/A吗', withheld: '' }],
    ['51010719800101123X', { text: '', withheld: '疑为居民身份证号码，不予公布，留空待改' }],
    ['', { text: '', withheld: '' }],
  ])('%s', (value, expected) => {
    expect(shown(value)).toEqual(expected);
  });

  it('nothing where what was written cannot be used, or where there was no column', () => {
    expect(shown('', '……')).toEqual({ text: '', withheld: '读到的内容不能使用，留空待改' });
    expect(text && showValue(text, undefined, undefined)).toEqual({ text: '', withheld: '' });
  });

  it('a number may be written as one', () => {
    expect(shown('5.1E+21', '5.1E+21', 'number')).toEqual({ text: '5.1E+21', withheld: '' });
  });

  const vocabulary = {
    id: 'v',
    title: '',
    source: '',
    terms: [
      { value: '综合医院', code: 'A1', accepts: [] },
      { value: '综合医院', code: 'B1', accepts: [] },
      { value: '其他', accepts: [] },
    ],
  } as unknown as Parameters<typeof writeTerm>[2];

  it.each([
    ['value', '综合医院', '综合医院'],
    ['code', '综合医院', 'A1'],
    ['code-and-value', '综合医院', 'A1 综合医院'],
    ['code', '其他', '其他'],
    ['code', '没有的', '没有的'],
  ] as const)('as %s: %s', (show, value, expected) => {
    expect(writeTerm(show, value, vocabulary)).toBe(expected);
    expect(writeTerm(show, value, vocabulary)).toBe(expected);
  });

  it('without a vocabulary as it is', () => {
    expect(writeTerm('code', '综合医院', undefined)).toBe('综合医院');
  });
});
