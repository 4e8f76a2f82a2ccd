import { describe, expect, it } from 'vitest';
import { loadForm } from '../../../src/forms/load-form.ts';
import type { Cell } from '../../../src/sheet/grid.ts';
import { blankField, cleanField } from '../../../src/sheet/read/clean-field.ts';
import { cell, ROSTER, readerOf, repairs } from './read.ts';

/** One column of each kind, with rules where they decide. */
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
  - { key: text, header: 文字, kind: text }
  - { key: institution, header: 医院, kind: institution }
  - { key: person, header: 姓名, kind: person }
  - { key: code, header: 编号, kind: code }
  - { key: plate, header: 车牌, kind: code, rules: [{ rule: text/pattern, with: { pattern: '^[A-Z]{2}\\d{7,16}$' } }] }
  - { key: batch, header: 批号, kind: code, rules: [{ rule: text/pattern, with: { pattern: '^0\\d{8}$' } }] }
  - { key: tag, header: 标签号, kind: code, rules: [{ rule: text/pattern, with: { pattern: '^0?71234568$' } }] }
  - { key: phone, header: 手机, kind: phone }
  - { key: email, header: 邮箱, kind: email }
  - { key: date, header: 日期, kind: date }
  - { key: number, header: 床位, kind: number }
  - { key: sequence, header: 序号, kind: sequence, required: false }
  - { key: kind, header: 类型, kind: choice, vocabulary: kind }
  - { key: kindCode, header: 类型代码, kind: choice, vocabulary: kind, show: code }
  - { key: kindBoth, header: 类型全, kind: choice, vocabulary: kind, show: code-and-value }
  - { key: ward, header: 病区, kind: choice, vocabulary: ward, rules: [choice/unknown] }
  - { key: lost, header: 不明, kind: choice, vocabulary: nowhere }
vocabularies:
  kind: [{ value: 综合, code: K1, spellings: [综合医院] }, { value: 专科 }, { value: 其他, usable: false, spellings: [别的] }]
  ward: [{ value: '0110' }, { value: '0220' }]
register: { fileName: 床位表, title: 床位表 }
`,
    'beds.yaml',
  ),
);
const HOSPITALS = readerOf(ROSTER);

/** Value, repairs and fault of a cell at B7: `value | kind: from → to | fault seen → fix`. */
function cleaned(key: string, text: string, more: Partial<Cell> = {}): string {
  const reader = HOSPITALS.byKey.get(key) ?? FORM.byKey.get(key);
  if (!reader) throw new Error(`no column ${key}`);
  const { field, fault } = cleanField(reader, cell(text, more), 'B7');
  expect([field.raw, field.cell, fault?.cell ?? 'B7', fault?.column ?? key]).toEqual([text, 'B7', 'B7', key]);
  const told = fault && `${fault.code} ${fault.seen}${fault.fix === undefined ? '' : ` → ${fault.fix}`}`;
  return [field.value, ...repairs(field), ...(told === undefined ? [] : [told])].join(' | ');
}

const NUMBER = { stored: 'number' } as const;

describe('a cell of each kind', () => {
  it.each([
    [
      'text',
      ' Ａ 甲 乙 ',
      'A 甲乙 | spaces:  Ａ 甲 乙  → Ａ 甲 乙 | full-width: Ａ 甲 乙 → A 甲 乙 | spaces: A 甲 乙 → A 甲乙',
    ],
    ['text', '', ''],
    ['institution', '青杠医院（盖章）', '青杠医院 | around: 青杠医院（盖章） → 青杠医院'],
    ['institution', '青杠医院（盖章）东院区', '青杠医院（盖章）东院区'],
    ['institution', '青杠 医院', '青杠医院 | spaces: 青杠 医院 → 青杠医院'],
    ['person', '赵 鸣', '赵鸣 | spaces: 赵 鸣 → 赵鸣'],
    ['person', '赵一鸣 钱二喜', '赵一鸣 钱二喜'],
    ['code', 'ab12', 'AB12 | upper-case: ab12 → AB12'],
    ['code', 'ab 12', 'AB12 | spaces: ab 12 → ab12 | upper-case: ab12 → AB12'],
    ['code', '12.0', '12 | decimal: 12.0 → 12'],
    ['code', '12.00', '12 | decimal: 12.00 → 12'],
    ['code', '12.01', '12.01'],
    ['code', '12.0A', '12.0A'],
    ['code', 'A12.0', 'A12.0'],
    ['code', '1.0.0', '1.0.0'],
    ['code', '12-34', '12-34'],
    ['code', 'ABCDEFGH 12345678', 'ABCDEFGH 12345678'],
    ['code', 'ABCDEFGH  12345678\n1', 'ABCDEFGH  12345678\n1'],
    ['code', 'ABCDEFG 12345678', 'ABCDEFG12345678 | spaces: ABCDEFG 12345678 → ABCDEFG12345678'],
    ['plate', 'AB-1234567', 'AB1234567 | hyphen: AB-1234567 → AB1234567'],
    ['plate', 'AB—1234567', 'AB1234567 | hyphen: AB—1234567 → AB1234567'],
    ['plate', 'AB-123', 'AB-123'],
    [
      'plate',
      'ab123456 78901234',
      'AB12345678901234 | spaces: ab123456 78901234 → ab12345678901234 | upper-case: ab12345678901234 → AB12345678901234',
    ],
    ['plate', 'AB1234567 AB1234568', 'AB1234567 AB1234568'],
    ['phone', '139-1234-5601', '13912345601 | hyphen: 139-1234-5601 → 13912345601'],
    ['phone', '139.1234·5601', '13912345601 | hyphen: 139.1234·5601 → 13912345601'],
    ['phone', '139 1234 5601', '13912345601 | spaces: 139 1234 5601 → 13912345601'],
    ['phone', '13912345601 13912345602', '13912345601 13912345602'],
    ['phone', '13912345601.00', '13912345601 | decimal: 13912345601.00 → 13912345601'],
    ['phone', '12912345601.0A', '12912345601.0A'],
    ['phone', 'A13912345601.0', 'A13912345601.0'],
    ['phone', '028-86135710', '028-86135710'],
    ['phone', '1391234560-12', '1391234560-12'],
    ['phone', '0-13912345601', '0-13912345601'],
    ['phone', '129-1234-5601', '129-1234-5601'],
    ['email', 'MAILTO：A@b.cn', 'a@b.cn | mail-link: MAILTO：A@b.cn → A@b.cn | lower-case: A@b.cn → a@b.cn'],
    ['email', 'mailto : a@b.cn', 'a@b.cn | mail-link: mailto : a@b.cn → a@b.cn'],
    ['email', 'x-mailto:a@b.cn', 'x-mailto:a@b.cn'],
    ['email', 'a@b.cn mailto:', 'a@b.cnmailto: | spaces: a@b.cn mailto: → a@b.cnmailto:'],
    ['email', 'a @ b。cn', 'a@b.cn | spaces: a @ b。cn → a@b。cn | full-width: a@b。cn → a@b.cn'],
    ['email', 'a@b．cn', 'a@b.cn | full-width: a@b．cn → a@b.cn'],
    ['email', 'a@b,cn', 'a@b,cn'],
    ['email', 'A@b.cn C@d.cn', 'A@b.cn C@d.cn'],
    ['email', '\na@b.cn\nc@d.cn\n', 'a@b.cn\nc@d.cn | spaces: \na@b.cn\nc@d.cn\n → a@b.cn\nc@d.cn'],
    ['date', '2024年3月1日', '2024-03-01 | date: 2024年3月1日 → 2024-03-01'],
    ['date', '2024-3-1 12:30', '2024-03-01 | date: 2024-3-1 12:30 → 2024-03-01'],
    ['date', '2024-3-1  9:30', '2024-03-01 | date: 2024-3-1  9:30 → 2024-03-01'],
    ['date', '2024-03-01 00:00:00', '2024-03-01 | date: 2024-03-01 00:00:00 → 2024-03-01'],
    ['date', '2024-3-1 2:3', '2024-3-1 2:3'],
    ['date', '2024 - 3 - 1', '2024-03-01 | spaces: 2024 - 3 - 1 → 2024-3-1 | date: 2024-3-1 → 2024-03-01'],
    ['number', '１ ２００', '1200 | full-width: １ ２００ → 1 200 | spaces: 1 200 → 1200'],
    ['number', '1,200', '1200 | number: 1,200 → 1200'],
    ['sequence', '２', '2 | full-width: ２ → 2'],
    ['kind', '综合', '综合'],
    ['kind', '综合医院', '综合 | term: 综合医院 → 综合'],
    ['kind', 'k1', '综合 | term: k1 → 综合'],
    ['kind', '其他', '其他'],
    ['kind', '不知', '不知'],
    ['kind', '别的', '别的'],
    ['kindCode', '综合医院', 'K1 | term: 综合医院 → K1'],
    ['kindCode', '专 科', '专科 | spaces: 专 科 → 专科'],
    ['kindBoth', '综合医院', 'K1 综合 | term: 综合医院 → K1 综合'],
    ['lost', '综合 医院', '综合医院 | spaces: 综合 医院 → 综合医院'],
  ])('%s %j', (key, text, wanted) => {
    expect(cleaned(key, text)).toBe(wanted);
  });

  it('that is blank has nothing but its place', () => {
    const reader = FORM.byKey.get('text');
    expect(reader && cleanField(reader, undefined, 'C3')).toEqual({ field: blankField('C3') });
    expect(blankField('C3')).toEqual({ value: '', raw: '', stored: 'blank', cell: 'C3', repairs: [] });
  });

  it('keeps how it was stored and shown', () => {
    const reader = FORM.byKey.get('number');
    const one = cell('2', { ...NUMBER, format: '0.00' });
    expect(reader && cleanField(reader, one, 'C3').field).toEqual({
      value: '2',
      raw: '2',
      stored: 'number',
      format: '0.00',
      cell: 'C3',
      repairs: [],
    });
    expect(reader && 'format' in cleanField(reader, cell('2'), 'C3').field).toBe(false);
  });

  it('has a mapped answer told by its rule, not as a repair', () => {
    expect(cleaned('grade', '未评')).toBe('未定等');
    expect(cleaned('grade', '甲')).toBe('甲等 | term: 甲 → 甲等');
  });
});

describe('what a spreadsheet took for a number or a date', () => {
  it.each<[string, string, Partial<Cell>, string]>([
    ['code', '450712347', NUMBER, '450712347 | stored-as-number: 450712347 → 450712347'],
    ['code', '12.5', NUMBER, '12.5'],
    ['code', '1234567890123456', NUMBER, ' | digits/precision-lost 1234567890123456'],
    ['code', '123456789012345', NUMBER, '123456789012345 | stored-as-number: 123456789012345 → 123456789012345'],
    ['code', '5.1E+21', NUMBER, ' | digits/precision-lost 5.1E+21'],
    ['code', '5.1E+21', {}, ' | digits/scientific 5.1E+21'],
    ['text', '5.1E+21', {}, '5.1E+21'],
    ['text', '5.1E+21', NUMBER, '5.1E+21'],
    ['number', '5.1E+3', NUMBER, '5100'],
    [
      'phone',
      '13912345601',
      { ...NUMBER, format: '0.00E+00' },
      '13912345601 | stored-as-number: 13912345601 → 13912345601',
    ],
    [
      'phone',
      '13900000000',
      { ...NUMBER, format: '0.00e+00' },
      '13900000000 | stored-as-number: 13900000000 → 13900000000',
    ],
    ['phone', '1390000000', { ...NUMBER, format: '0.00E+00' }, ' | digits/scientific 1390000000'],
    ['phone', '1390000000', { ...NUMBER, format: '0.00' }, '1390000000 | stored-as-number: 1390000000 → 1390000000'],
    [
      'organizationCode',
      '450712347',
      { ...NUMBER, format: '0.0E+0' },
      '450712347 | stored-as-number: 450712347 → 450712347',
    ],
    ['organizationCode', '450712346', { ...NUMBER, format: '0.0E+0' }, ' | digits/scientific 450712346'],
    [
      'code',
      '1.5E+8',
      { stored: 'formula' },
      '150000000 | scientific: 1.5E+8 → 150000000 | stored-as-number: 150000000 → 150000000',
    ],
    [
      'code',
      '1E8',
      { stored: 'formula' },
      '100000000 | scientific: 1E8 → 100000000 | stored-as-number: 100000000 → 100000000',
    ],
    ['code', 'A1E8', { stored: 'formula' }, 'A1E8'],
    [
      'code',
      '1.25E+12',
      { stored: 'formula' },
      '1250000000000 | scientific: 1.25E+12 → 1250000000000 | stored-as-number: 1250000000000 → 1250000000000',
    ],
    ['code', '12E8', { stored: 'formula' }, '12E8'],
    ['code', '1E8A', { stored: 'formula' }, '1E8A'],
    ['code', '450712347', { stored: 'formula' }, '450712347'],
    ['code', '1E8 ', { stored: 'formula' }, '1E8 | spaces: 1E8  → 1E8'],
    ['code', '1E8', {}, '1E8'],
    ['code', '45717', { stored: 'date', date: '2025-03-01' }, ' | digits/date 2025-03-01'],
    ['code', '3月1日', { stored: 'date' }, ' | digits/date 3月1日'],
    ['text', '45717', { ...NUMBER, date: '2025-03-01' }, ' | digits/date 2025-03-01'],
    ['text', '45717', { date: '2025-03-01' }, '45717'],
    ['number', '45717', { ...NUMBER, date: '2025-03-01' }, ' | digits/date 2025-03-01'],
    ['sequence', '45717', { ...NUMBER, date: '2025-03-01' }, '45717'],
    ['date', '45717', { ...NUMBER, date: '2025-03-01' }, '2025-03-01'],
    ['text', '#N/A', { stored: 'error' }, ' | cell/error-value #N/A'],
  ])('%s %s %j', (key, text, more, wanted) => {
    expect(cleaned(key, text, more)).toBe(wanted);
  });
});

describe('digits that a check digit proves', () => {
  it.each<[string, string, Partial<Cell>, string]>([
    ['organizationCode', '71234568', {}, '71234568 | digits/leading-zero 71234568 → 071234568'],
    ['organizationCode', '7123468', {}, '7123468 | digits/leading-zero 7123468 → 007123468'],
    ['organizationCode', '71234567', {}, '71234567'],
    ['organizationCode', 'A0012104', {}, 'A0012104'],
    ['organizationCode', '712A4566', {}, '712A4566'],
    ['organizationCode', '450712347', {}, '450712347'],
    ['organizationCode', '45', {}, '45'],
    ['uscc', '911522010783762860', NUMBER, ' | digits/precision-lost 911522010783762860 → 911522010783762860'],
    ['uscc', '911522010783762800', NUMBER, ' | digits/precision-lost 911522010783762800'],
    ['uscc', '9.1152201078376286E17', NUMBER, ' | digits/precision-lost 9.1152201078376286E17'],
    ['code', '71234568', {}, '71234568'],
    ['batch', '71234568', {}, '71234568'],
    ['batch', '71234560', {}, '71234560'],
    ['tag', '71234568', {}, '71234568'],
    ['ward', '110', {}, '110'],
    ['code', '1234567890123456', NUMBER, ' | digits/precision-lost 1234567890123456'],
    ['phone', '3912345601', {}, '3912345601'],
  ])('%s %s %j', (key, text, more, wanted) => {
    expect(cleaned(key, text, more)).toBe(wanted);
  });

  it('puts two or three zeros back, and says why', () => {
    const reader = HOSPITALS.byKey.get('organizationCode');
    const found = Array.from({ length: 2000 }, (_, index) => String(index + 100_000)).flatMap((text) => {
      const { fault } = reader ? cleanField(reader, cell(text), 'A1') : {};
      return fault === undefined ? [] : [fault];
    });

    expect(found.length).toBeGreaterThan(100);
    expect(found.every(({ fix, seen }) => fix === `000${seen}`)).toBe(true);
    expect(found[0]).toMatchObject({ code: 'digits/leading-zero', proof: '补上前面的 0 后校验位相符' });
  });

  it('says what proves the last digits of a long number', () => {
    const reader = HOSPITALS.byKey.get('uscc');

    expect(reader && cleanField(reader, cell('911522010783762860', NUMBER), 'E5').fault).toEqual({
      code: 'digits/precision-lost',
      column: 'uscc',
      seen: '911522010783762860',
      fix: '911522010783762860',
      proof: '文件中保留的各位数字与校验位相符',
      cell: 'E5',
    });
  });
});

describe('a formula whose result is not in the file', () => {
  it.each<[string, Partial<Cell>, string, string, string | undefined]>([
    ['text', { formula: 'B2&C2' }, '=B2&C2', 'formula', 'cell/formula-without-result'],
    ['text', {}, '=', 'formula', 'cell/formula-without-result'],
    ['sequence', { formula: 'ROW()-1' }, '', 'blank', undefined],
  ])('in %s %j', (key, more, raw, stored, code) => {
    const reader = FORM.byKey.get(key);
    if (!reader) throw new Error(`no column ${key}`);
    const { field, fault } = cleanField(reader, cell('', { stored: 'formula', ...more }), 'B7');
    expect([field.value, field.raw, field.stored, field.cell, fault?.code]).toEqual(['', raw, stored, 'B7', code]);
  });
});
