import { describe, expect, it } from 'vitest';
import { judgeRowsOf, LIAISON, rowAmong } from '../support/judge-value.ts';

const OTHER = {
  name: '成都市岚舟人民医院',
  uscc: '12510100450718900A',
  organizationCode: '450718900',
  registrationNumber: '45071890051010411A1001',
  dataManagerName: '邓予安',
  dataManagerPhone: '15158204717',
  dataManagerEmail: 'deng@qq.com',
  sequence: '2',
};

const BLANK = { uscc: '', organizationCode: '', registrationNumber: '', dataManagerPhone: '', dataManagerEmail: '' };

type Rows = readonly ReturnType<typeof rowAmong>[];

/** `code@index`, in order. */
function told(rows: Rows, scope: 'sheet' | 'province'): string[] {
  return judgeRowsOf(rows, scope).map(
    ([code, fault]) => `${code}@${fault.index}${fault.severity === 'notice' ? ' notice' : ''}`,
  );
}

describe('the rows of one table', () => {
  it.each([
    ['two hospitals', {}, []],
    [
      'the same hospital twice',
      { name: '成都市霁溪人民医院', uscc: '12510100450712347E', registrationNumber: '45071234751010411A1001' },
      ['row/duplicate@1'],
    ],
    [
      'the same hospital, its name written otherwise',
      { name: '成都霁溪人民医院', uscc: '12510100450712347E', registrationNumber: '' },
      ['row/duplicate@1'],
    ],
    ['one credit code for two hospitals', { uscc: '12510100450712347E' }, ['row/same-code@1']],
    [
      'one registration number for two hospitals',
      { registrationNumber: '45071234751010411A1001' },
      ['row/same-registration@1'],
    ],
    ['one name, other codes', { name: '成都市霁溪人民医院' }, ['row/same-name@1']],
    [
      'a campus with a number of its own',
      {
        name: '成都市霁溪人民医院（锦屿院区）',
        uscc: '12510100450712347E',
        registrationNumber: '45071234751010411A1002',
      },
      [],
    ],
    [
      'a campus that calls itself otherwise',
      { name: '成都市霁溪人民医院锦屿分院', uscc: '12510100450712347E', registrationNumber: '45071234751011511A1001' },
      [],
    ],
    ['one telephone, two people', { dataManagerPhone: '13958204716' }, ['phone/shared@0', 'phone/shared@1']],
    [
      'one telephone, one person',
      { dataManagerPhone: '13958204716', dataManagerName: '罗知遥' },
      ['phone/shared@0 notice', 'phone/shared@1 notice'],
    ],
    ['one mailbox, two people', { dataManagerEmail: 'luozhiyao@163.com' }, ['email/shared@0', 'email/shared@1']],
    ['one mailbox in other case', { dataManagerEmail: 'LuoZhiYao@163.com' }, ['email/shared@0', 'email/shared@1']],
    ['a leap of the running number', { sequence: '4' }, ['row/gap@1']],
    ['no running number', { sequence: '' }, []],
    [
      'blanks are nothing in common',
      { uscc: '', registrationNumber: '', name: '', dataManagerPhone: '', dataManagerEmail: '' },
      [],
    ],
  ])('%s → %j', (_, changes, expected) => {
    expect(told([rowAmong({}), rowAmong({ ...OTHER, ...changes }, { row: 6 })], 'sheet')).toEqual(expected);
  });

  it('on different sheets may begin to count anew', () => {
    expect(
      told([rowAmong({ sequence: '3' }), rowAmong({ ...OTHER, sequence: '9' }, { sheet: '续表' })], 'sheet'),
    ).toEqual([]);
  });

  it.each([
    ['one after the other', [5, 6, 7], []],
    ['one blank row', [5, 7, 8], ['row/blank@1']],
    ['blank rows in two places', [5, 9, 10, 11, 14], ['row/blank@1', 'row/blank@4']],
    ['a table drawn with blank rows', [5, 7, 9, 11, 13], []],
  ])('%s, rows %j → %j', (_, numbers, expected) => {
    const rows = numbers.map((row) => rowAmong({ ...BLANK, name: `成都市岚舟第${row}医院`, sequence: '' }, { row }));

    expect(told(rows, 'sheet')).toEqual(expected);
  });

  it('are told by their place', () => {
    const [fault] = judgeRowsOf(
      [rowAmong({}), rowAmong({ ...OTHER, uscc: '12510100450712347E' }, { sheet: '续表', row: 3 })],
      'sheet',
    );

    expect(fault?.[1]).toMatchObject({
      column: 'uscc',
      related: [0],
      detail: { where: '工作表“Sheet1”第5行', other: '成都市霁溪人民医院' },
    });
  });

  it('of 附件3 are one', () => {
    const rows = [rowAmong({ name: '李四' }), rowAmong({ name: '王五' }, { row: 6 })];

    expect(judgeRowsOf(rows, 'sheet', LIAISON).map(([code]) => code)).toEqual(['row/too-many']);
  });
});

describe('the rows of the province', () => {
  const far = { unit: '绵阳市', row: 9 };

  it.each([
    ['two hospitals', {}, []],
    [
      'one hospital from two units',
      { name: '成都市霁溪人民医院', uscc: '12510100450712347E', registrationNumber: '45071234751010411A1001' },
      ['province/duplicate@0', 'province/duplicate@1'],
    ],
    ['one credit code', { uscc: '12510100450712347E' }, ['province/same-code@0', 'province/same-code@1']],
    [
      'one registration number',
      { registrationNumber: '45071234751010411A1001' },
      ['province/same-registration@0', 'province/same-registration@1'],
    ],
    ['one name and place', { name: '成都市霁溪人民医院' }, ['province/same-name@0', 'province/same-name@1']],
    ['one name, two places', { name: '绵阳市霁溪人民医院' }, []],
    ['a campus', { name: '成都市霁溪人民医院绵阳院区', uscc: '12510100450712347E' }, []],
    [
      'one telephone',
      { dataManagerPhone: '13958204716' },
      ['phone/shared-across-units@0', 'phone/shared-across-units@1'],
    ],
    [
      'one mailbox',
      { dataManagerEmail: 'luozhiyao@163.com' },
      ['email/shared-across-units@0', 'email/shared-across-units@1'],
    ],
  ])('%s → %j', (_, changes, expected) => {
    expect(told([rowAmong({}), rowAmong({ ...OTHER, prefecture: '绵阳市', ...changes }, far)], 'province')).toEqual(
      expected,
    );
  });

  it('of one unit are told by its table, not again', () => {
    expect(told([rowAmong({}), rowAmong({}, { row: 6 })], 'province')).toEqual([]);
  });
});
