import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/sheet/grid.ts';
import { sheet } from '../../support/table.ts';
import { readOne, repairs } from './read.ts';

const KEYS = [
  'name',
  'organizationCode',
  'uscc',
  'registrationNumber',
  'dataManagerName',
  'dataManagerPhone',
  'dataManagerEmail',
] as const;
const HEADER =
  '| 医疗机构名称 | 组织机构代码 | 统一社会信用代码 | 医疗机构执业许可证登记号 | 医疗机构数据管理员姓名 | 医疗机构数据管理员手机号码 | 医疗机构数据管理员邮箱 | 市(州) |';
const GOOD: Record<string, string> = {
  name: '青杠市第一人民医院',
  organizationCode: '450712347',
  uscc: '12510100450712347E',
  registrationNumber: '45071234751010411A1001',
  dataManagerName: '赵一鸣',
  dataManagerPhone: '13912345601',
  dataManagerEmail: 'zhao1@163.com',
};

/** Reads one cell of a good row, stored as given. */
function readCell(key: (typeof KEYS)[number], text: string, more: Partial<Cell> = {}) {
  const row = `| ${KEYS.map((one) => GOOD[one]).join(' | ')} | 成都市 |`;
  const address = `${String.fromCharCode(65 + KEYS.indexOf(key))}2`;
  const table = readOne(sheet(`${HEADER}\n${row}`, { cells: { [address]: { text, ...more } } }));
  const field = table.rows[0]?.fields[key];
  const faults = table.faults.filter(({ column }) => column === key);
  return {
    value: field?.value,
    raw: field?.raw,
    repairs: repairs(field),
    faults: faults.map(({ code, fix }) => (fix === undefined ? code : `${code} ${fix}`)),
  };
}

const NUMBER = { stored: 'number' } as const;

describe('what can be cleaned without doubt', () => {
  it.each([
    ['dataManagerPhone', '１３９１２３４５６０１', '13912345601', 'full-width'],
    ['dataManagerPhone', '139 1234 5601', '13912345601', 'spaces'],
    ['dataManagerPhone', '139-1234-5601', '13912345601', 'hyphen'],
    ['dataManagerPhone', '139\u200b12345601', '13912345601', 'invisible'],
    ['dataManagerPhone', '\u202a13912345601\u202c', '13912345601', 'invisible'],
    ['dataManagerPhone', '139\u00a01234\u00a05601', '13912345601', 'full-width'],
    ['dataManagerPhone', "'13912345601", '13912345601', 'apostrophe'],
    ['dataManagerPhone', '13912345601.0', '13912345601', 'decimal'],
    ['dataManagerPhone', '1391234\n5601', '13912345601', 'line-break'],
    ['uscc', '12510100450712347e', '12510100450712347E', 'upper-case'],
    ['uscc', '１２５１０１００４５０７１２３４７Ｅ', '12510100450712347E', 'full-width'],
    ['uscc', '1251 0100 4507 1234 7E', '12510100450712347E', 'spaces'],
    ['uscc', '125101004\n50712347E', '12510100450712347E', 'line-break'],
    ['organizationCode', '45071234-7', '450712347', 'hyphen'],
    ['organizationCode', '45071234－7', '450712347', 'full-width'],
    ['registrationNumber', "'45071234751010411A1001", '45071234751010411A1001', 'apostrophe'],
    ['dataManagerEmail', 'Zhao1@163.com', 'zhao1@163.com', 'lower-case'],
    ['dataManagerEmail', 'zhao1＠163.com', 'zhao1@163.com', 'full-width'],
    ['dataManagerEmail', 'zhao1@163。com', 'zhao1@163.com', 'full-width'],
    ['dataManagerEmail', ' zhao1@163.com ', 'zhao1@163.com', 'spaces'],
    ['dataManagerEmail', 'mailto:zhao1@163.com', 'zhao1@163.com', 'mail-link'],
    ['dataManagerName', '赵　鸣', '赵鸣', 'spaces'],
    ['dataManagerName', '阿依．古丽', '阿依·古丽', 'full-width'],
    ['name', '青杠市\n第一人民医院', '青杠市第一人民医院', 'line-break'],
    ['name', '青杠市 第一人民医院', '青杠市第一人民医院', 'spaces'],
  ] as const)('%s %j becomes %j', (key, text, value, kind) => {
    const read = readCell(key, text);
    expect(read.value).toBe(value);
    expect(read.raw).toBe(text);
    expect(read.repairs.map((repair) => repair.split(':')[0])).toContain(kind);
    expect(read.faults).toEqual([]);
  });

  it.each([
    ['13912345601', {}],
    ['13912345601.0', {}],
    ['1.3912345601E10', {}],
    ['13912345601', { format: '0.00E+00' }],
  ])('keeps a phone stored as the number %s', (text, more) => {
    const read = readCell('dataManagerPhone', text, { ...NUMBER, ...more });
    expect(read.value).toBe('13912345601');
    expect(read.repairs.at(-1)).toBe('stored-as-number: 13912345601 → 13912345601');
    expect(read.faults).toEqual([]);
  });

  it.each([
    ['name', '青杠市（集团）第一人民医院'],
    ['dataManagerName', '赵一鸣 钱二喜'],
    ['dataManagerPhone', '13912345601/13912345602'],
    ['dataManagerPhone', '028-86135710'],
    ['dataManagerEmail', 'zhao1@163.com;qian2@163.com'],
    ['registrationNumber', '待补'],
    ['uscc', '1251010O450712347E'],
  ] as const)('leaves %s %j as written', (key, text) => {
    expect(readCell(key, text)).toEqual({ value: text, raw: text, repairs: [], faults: [] });
  });
});

describe('what is lost is asked for again', () => {
  it.each([
    ['registrationNumber', '5.10107E+21', NUMBER, 'digits/precision-lost'],
    ['registrationNumber', '5.1010700000000001E+21', NUMBER, 'digits/precision-lost'],
    ['uscc', '911522010783762800', NUMBER, 'digits/precision-lost'],
    ['registrationNumber', '5.10107E+21', {}, 'digits/scientific'],
    ['uscc', '9.1152E+17', {}, 'digits/scientific'],
    ['uscc', '９．１１５２Ｅ＋１７', {}, 'digits/scientific'],
    ['dataManagerPhone', '1.39E+10', {}, 'digits/scientific'],
    ['organizationCode', '4.507123E+11', { ...NUMBER, format: '0.00E+00' }, 'digits/scientific'],
    ['organizationCode', '45717', { stored: 'date', date: '2025-03-01' }, 'digits/date'],
    ['name', '45717', { ...NUMBER, date: '2025-03-01' }, 'digits/date'],
    ['uscc', '#N/A', { stored: 'error' }, 'cell/error-value'],
  ] as const)('%s %j', (key, text, more, code) => {
    expect(readCell(key, text, more)).toEqual({ value: '', raw: text, repairs: [], faults: [code] });
  });
});

describe('what check digits prove is proposed', () => {
  it('puts a lost leading zero back', () => {
    const read = readCell('organizationCode', '71234568', NUMBER);
    expect(read.value).toBe('71234568');
    expect(read.faults).toEqual(['digits/leading-zero 071234568']);
  });

  it('takes the zero that the number format shows', () => {
    const read = readCell('organizationCode', '71234568', { ...NUMBER, format: '000000000' });
    expect(read.value).toBe('071234568');
    expect(read.faults).toEqual([]);
  });

  it('does not invent a zero that nothing proves', () => {
    expect(readCell('organizationCode', '71234567', NUMBER).faults).toEqual([]);
  });

  it('proposes the digits of a long number that another program wrote exactly', () => {
    expect(readCell('uscc', '911522010783762860', NUMBER).faults).toEqual(['digits/precision-lost 911522010783762860']);
  });
});
