import { describe, expect, it } from 'vitest';
import { compilePattern } from '../../src/rules/compile-pattern.ts';
import { groupRows, rowValue, spansUnits } from '../../src/rules/group-rows.ts';
import { numberParameter, siblingField, siblingValue, textParameter } from '../../src/rules/read-parameter.ts';
import { relateRows } from '../../src/rules/relate-rows.ts';
import type { JudgedRow } from '../../src/rules/rule.ts';
import { UserError } from '../../src/text/user-error.ts';
import { fieldsOf, rowAmong } from '../support/judge-value.ts';

const PARAMETERS = {
  creditCode: 'uscc',
  registrationNumber: 'registrationNumber',
  name: 'name',
  prefecture: 'prefecture',
};
const NOTHING = { uscc: '', registrationNumber: '', name: '', prefecture: '成都市' };

/** `first-second relation` of every pair. */
function related(...changes: readonly Readonly<Record<string, string>>[]): string[] {
  const rows = changes.map((change) => rowAmong({ ...NOTHING, ...change }));
  return relateRows({ rows, parameters: PARAMETERS }).map((pair) => `${pair.first}-${pair.second} ${pair.relation}`);
}

describe('rows that share a key', () => {
  const rows = ['甲', '', '乙', '甲', '', '甲'].map((name) => rowAmong({ name }));

  it('are grouped; rows without a key belong to no group', () => {
    expect(groupRows(rows, (row) => row.fields['name']?.value ?? '')).toEqual([[0, 3, 5]]);
    expect(groupRows(rows, (_, index) => String(index % 2))).toEqual([
      [0, 2, 4],
      [1, 3, 5],
    ]);
  });

  it('span units when more than one reported them', () => {
    const mixed = [rowAmong({}), rowAmong({}, { unit: '绵阳市' }), rowAmong({})];

    expect(spansUnits(mixed, [0, 2])).toBe(false);
    expect(spansUnits(mixed, [0, 1])).toBe(true);
    expect(spansUnits(mixed, [])).toBe(false);
  });

  it('tell their value by the parameter', () => {
    expect(rowValue(rowAmong({}), { column: 'grade' }, 'column')).toBe('甲等');
    expect(rowValue(rowAmong({}), { column: 'grade' }, 'other')).toBe('');
  });
});

describe('what two rows have in common', () => {
  const [CODE, LICENCE] = ['12510100450712347E', '45071234751010411A1001'];

  it.each([
    ['nothing', [{ uscc: CODE }, { registrationNumber: LICENCE }], []],
    ['blanks', [{}, {}], []],
    [
      'code and licence',
      [
        { uscc: CODE, registrationNumber: LICENCE },
        { uscc: CODE, registrationNumber: LICENCE },
      ],
      ['0-1 same'],
    ],
    [
      'code and name, two licences',
      [
        { uscc: CODE, name: '成都市霁溪医院', registrationNumber: 'A' },
        { uscc: CODE, name: '霁溪医院', registrationNumber: 'B' },
      ],
      ['0-1 same'],
    ],
    [
      'code, the first licence blank',
      [
        { uscc: CODE, name: '霁溪医院' },
        { uscc: CODE, name: '岚舟医院', registrationNumber: 'B' },
      ],
      ['0-1 same'],
    ],
    [
      'code, the second licence blank',
      [
        { uscc: CODE, name: '霁溪医院', registrationNumber: 'A' },
        { uscc: CODE, name: '岚舟医院' },
      ],
      ['0-1 same'],
    ],
    [
      'code, two licences',
      [
        { uscc: CODE, name: '霁溪医院', registrationNumber: 'A' },
        { uscc: CODE, name: '岚舟医院', registrationNumber: 'B' },
      ],
      ['0-1 code'],
    ],
    [
      'code, a branch by its word',
      [
        { uscc: CODE, name: '霁溪医院', registrationNumber: 'A' },
        { uscc: CODE, name: '岚舟医院东院区', registrationNumber: 'B' },
      ],
      ['0-1 campus'],
    ],
    [
      'code, a longer name',
      [
        { uscc: CODE, name: '霁溪医院', registrationNumber: 'A' },
        { uscc: CODE, name: '霁溪医院康复楼', registrationNumber: 'B' },
      ],
      ['0-1 campus'],
    ],
    [
      'code, a shorter name',
      [
        { uscc: CODE, name: '霁溪医院康复楼', registrationNumber: 'A' },
        { uscc: CODE, name: '霁溪医院', registrationNumber: 'B' },
      ],
      ['0-1 campus'],
    ],
    [
      'licence, two codes',
      [
        { uscc: 'A', name: '霁溪医院', registrationNumber: LICENCE },
        { uscc: 'B', name: '岚舟医院', registrationNumber: LICENCE },
      ],
      ['0-1 registration'],
    ],
    [
      'licence and name, two codes',
      [
        { uscc: 'A', name: '霁溪医院', registrationNumber: LICENCE },
        { uscc: 'B', name: '成都市霁溪医院', registrationNumber: LICENCE },
      ],
      ['0-1 same'],
    ],
    [
      'licence, once with a hyphen',
      [
        { name: '霁溪医院', registrationNumber: LICENCE },
        { name: '岚舟医院', registrationNumber: '45071234-751010411A1001' },
      ],
      ['0-1 registration'],
    ],
    [
      'licence alone, no names',
      [{ registrationNumber: LICENCE }, { registrationNumber: LICENCE }],
      ['0-1 registration'],
    ],
    [
      'name alone',
      [
        { uscc: 'A', name: '霁溪医院' },
        { uscc: 'B', name: '成都市霁溪医院' },
      ],
      ['0-1 name'],
    ],
    ['name in another city', [{ name: '霁溪医院' }, { name: '霁溪医院', prefecture: '绵阳市' }], []],
    [
      'three rows are held against the first',
      [{ uscc: CODE }, { uscc: CODE }, { uscc: CODE }],
      ['0-1 same', '0-2 same'],
    ],
    [
      'pairs come in the order of the later row',
      [{ name: '霁溪医院', uscc: 'A' }, { uscc: CODE }, { uscc: CODE }, { name: '霁溪医院', uscc: 'B' }],
      ['1-2 same', '0-3 name'],
    ],
    [
      'two pairs with one later row',
      [
        { name: '霁溪医院', uscc: 'A' },
        { uscc: 'B', name: '岚舟医院' },
        { name: '霁溪医院', uscc: 'B', registrationNumber: 'L' },
      ],
      ['0-2 name', '1-2 same'],
    ],
  ])('%s', (_, changes, expected) => {
    expect(related(...changes)).toEqual(expected);
  });

  it('a name without a city is read in the city of its unit; a unit that is no area has none', () => {
    const rowIn = (unit: string, name: string, code: string): JudgedRow =>
      rowAmong({ ...NOTHING, prefecture: '', name, uscc: code }, { unit });
    const relations = (...rows: readonly JudgedRow[]): string[] =>
      relateRows({ rows, parameters: PARAMETERS }).map((pair) => pair.relation);

    expect(relations(rowIn('成都市', '市人民医院', 'A'), rowIn('成都市', '成都市人民医院', 'B'))).toEqual(['name']);
    expect(relations(rowIn('绵阳市', '市人民医院', 'A'), rowIn('成都市', '成都市人民医院', 'B'))).toEqual([]);
    expect(relations(rowIn('委直属医疗机构', '市人民医院', 'A'), rowIn('成都市', '成都市人民医院', 'B'))).toEqual([]);
  });

  it('rows of no known unit and no city are held together by their names', () => {
    const unknown = ['A', 'B'].map((uscc) => {
      const { fields, row, sheet } = rowAmong({ ...NOTHING, prefecture: '', name: '霁溪医院', uscc });
      return { fields, row, sheet };
    });

    expect(relateRows({ rows: unknown, parameters: PARAMETERS }).map((pair) => pair.relation)).toEqual(['name']);
  });

  it('is found once for the same rows and asked again for other parameters', () => {
    const rows = [rowAmong({ ...NOTHING, uscc: CODE }), rowAmong({ ...NOTHING, uscc: CODE })];
    const first = relateRows({ rows, parameters: PARAMETERS });

    expect(relateRows({ rows, parameters: { ...PARAMETERS } })).toBe(first);
    expect(relateRows({ rows, parameters: { name: 'name' } })).toEqual([]);
  });
});

describe('a parameter', () => {
  const parameters = { column: 'name', most: 3, flag: true, list: ['a'] };

  it('is read as what it is', () => {
    expect([
      textParameter(parameters, 'column'),
      textParameter(parameters, 'most'),
      textParameter(parameters, 'no'),
    ]).toEqual(['name', '', '']);
    expect([numberParameter(parameters, 'most'), numberParameter(parameters, 'column')]).toEqual([3, undefined]);
  });

  it('names a sibling column', () => {
    const fields = fieldsOf({ name: '霁溪医院' });

    expect(siblingValue(fields, parameters, 'column')).toBe('霁溪医院');
    expect(siblingField(fields, parameters, 'column')).toBe(fields['name']);
    expect(siblingValue(fields, { column: 'level' }, 'column')).toBe('');
    expect(siblingField(fields, parameters, 'no')).toBeUndefined();
  });
});

describe('a pattern of a form', () => {
  it('is compiled once, for the whole text, in full Unicode', () => {
    expect(compilePattern('.{2}')).toBe(compilePattern('.{2}'));
    expect(compilePattern('.{2}').test('𠮷𠮷')).toBe(true);
    expect(compilePattern('甲|乙').test('甲乙')).toBe(false);
  });

  it('that is none is told with the pattern and what to do', () => {
    expect(() => compilePattern('(')).toThrow(UserError);
    expect(() => compilePattern('(')).toThrow('表格定义中的规则 text/pattern 写有不正确的正则表达式：(');
    expect(() => compilePattern('(')).toThrow(expect.objectContaining({ nextStep: '请改正该表达式。' }));
  });
});
