import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSame, pairRows, type RowKeys, rowKeys } from '../../src/registry/row-keys.ts';
import type { Fields } from '../../src/rules/field.ts';
import { LIAISON, ROSTER } from '../support/story.ts';

/** Rows by their keys: `U1 R1 N1`, `-` where blank. */
function keys(text: string): RowKeys {
  return text.split(' ').map((key) => (key === '-' ? '' : key));
}

function fields(values: Record<string, string>): Fields {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, { value, raw: value, stored: 'text', cell: 'A1', repairs: [] }]),
  );
}

describe('two rows stand for the same', () => {
  it.each([
    ['all keys alike', 'U1 R1 N1', 'U1 R1 N1', true],
    ['one code of another', 'U1 R1 N1', 'U2 R1 N1', true],
    ['the name of another', 'U1 R1 N1', 'U1 R1 N2', true],
    ['one key only, the others against it', 'U1 R1 N1', 'U1 R2 N2', false],
    ['one key for and one against', 'U1 R1 -', 'U1 R2 -', false],
    ['one key and nothing against it', 'U1 - -', 'U1 R1 N1', true],
    ['the name only, where neither has a code', '- - N1', '- - N1', true],
    ['the name only, where one has codes', 'U1 R1 N1', '- - N1', true],
    ['the name only, against two codes', 'U1 R1 N1', 'U2 R2 N1', false],
    ['nothing at all', '- - -', '- - -', false],
    ['blanks against keys', 'U1 R1 N1', '- - -', false],
    ['a shorter list', 'U1 R1 N1', 'U1 R1', true],
    ['an empty list', 'U1 R1 N1', '-', false],
  ])('%s', (_, a, b, same) => {
    expect(isSame(keys(a), keys(b))).toBe(same);
    expect(isSame(keys(b), keys(a))).toBe(same);
  });
});

describe('the rows of two tables are paired', () => {
  it.each([
    ['in any order', ['U1 R1 N1', 'U2 R2 N2'], ['U2 R2 N2', 'U1 R1 N1'], [1, 0]],
    ['a new one with none', ['U1 R1 N1'], ['U2 R2 N2', 'U1 R1 N1'], [-1, 0]],
    ['by the credit code', ['U1 R1 N1'], ['U1 R9 N1'], [0]],
    ['by the registration number where the credit code is corrected', ['U1 R1 N1'], ['U9 R1 N1'], [0]],
    ['by a code with one other key against it', ['U1 R1 -'], ['U1 R9 -'], [0]],
    ['not by a code with both others against it', ['U1 R1 N1'], ['U1 R9 N9'], [-1]],
    ['not by a registration number with both others against it', ['U1 R1 N1'], ['U9 R1 N9'], [-1]],
    ['by the name alone, whatever the codes', ['U1 R1 N1'], ['U9 R9 N1'], [0]],
    ['by the name alone, where there is no code', ['- - N1'], ['- - N1'], [0]],
    ['a blank key with nothing', ['- - N1', '- - N2'], ['- - N3'], [-1]],
    ['rows without any key with nothing', ['- - -'], ['- - -'], [-1]],
    ['a code that two old rows share with neither', ['U1 R1 N1', 'U1 R2 N2'], ['U1 - -'], [-1]],
    ['a code that two new rows share with neither', ['U1 - -'], ['U1 R1 N1', 'U1 R2 N2'], [-1, -1]],
    ['a shared code, once the other row has found its own', ['U1 R1 N1', 'U1 R2 N2'], ['U1 R2 N2', 'U1 - -'], [1, 0]],
    ['a shared new code, once the other row has found its own', ['U1 R1 N1', 'U1 - -'], ['U1 R1 N1', 'U1 - -'], [0, 1]],
    ['the very same row before one that only shares a code', ['U1 R1 N1', 'U2 R1 N2'], ['U2 R1 N2', 'U1 - -'], [1, 0]],
    ['two identical rows with neither', ['U1 R1 N1', 'U1 R1 N1'], ['U1 R1 N1'], [-1]],
    ['a name, though its old row is taken, with none', ['U1 R1 N1'], ['U1 R1 N1', '- - N1'], [0, -1]],
    ['nothing with nothing', [], ['U1 R1 N1'], [-1]],
    ['nothing', ['U1 R1 N1'], [], []],
    ['by one of four keys with two against it', ['U1 R1 X1 N1'], ['U1 R9 X9 N1'], [0]],
    ['not by one of four keys with three against it', ['U1 R1 X1 N1'], ['U1 R9 X9 N9'], [-1]],
    ['by one of two keys with the other against it', ['U1 N1'], ['U1 N9'], [0]],
    ['keys that only run together alike with none', ['U1 R1- -'], ['U1R 1- -'], [-1]],
  ])('%s', (_, old, fresh, pairs) => {
    expect(pairRows(old.map(keys), fresh.map(keys))).toEqual(pairs);
  });

  it('each with at most one, and shuffled rows find themselves', () => {
    const key = fc.constantFrom('', 'a', 'b', 'c', 'd');
    const table = fc.array(fc.tuple(key, key, key), { maxLength: 8 });
    fc.assert(
      fc.property(table, table, (old, fresh) => {
        const pairs = pairRows(old, fresh).filter((at) => at >= 0);
        expect(new Set(pairs).size).toBe(pairs.length);
      }),
    );
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6]), (order) => {
        const old = [0, 1, 2, 3, 4, 5, 6].map((at) => [`u${at}`, `r${at % 3}`, `n${at}`]);
        expect(
          pairRows(
            old,
            order.map((at) => old[at] ?? []),
          ),
        ).toEqual(order);
      }),
    );
  });
});

describe('keys of a row', () => {
  const uscc = '12510100450712347E';
  const registrationNumber = '45071234751010411A1001';
  const name = '示例市第一人民医院';

  it.each([
    [
      'codes without dashes, in capitals',
      { uscc: '1251-0100-450712347e', registrationNumber },
      [uscc, registrationNumber, ''],
    ],
    ['placeholders are none', { uscc: '无', registrationNumber: '暂无' }, ['', '', '']],
    ['nothing written', {}, ['', '', '']],
    ['a city without a name is none', { prefecture: '成都市' }, ['', '', '']],
  ])('%s', (_, values, expected) => {
    expect(rowKeys(ROSTER, fields(values), '510100')).toEqual(expected);
  });

  it('a name with and without its city, and however it is written, is one', () => {
    const of = (values: Record<string, string>) => rowKeys(ROSTER, fields(values), '510100')[2] ?? '';

    expect(of({ prefecture: '成都市', name })).not.toBe('');
    expect(of({ prefecture: '成都市', name: '示例市第1人民医院' })).toBe(of({ prefecture: '成都市', name }));
    expect(of({ prefecture: '成都市', name: '成都市康宁医院' })).toBe(of({ prefecture: '成都市', name: '康宁医院' }));
    expect(of({ name })).not.toBe('');
    expect(of({ name })).not.toBe(of({ prefecture: '成都市', name }));
    expect(of({ prefecture: '甲市', name: '乙医院' })).not.toBe(of({ prefecture: '甲', name: '市乙医院' }));
  });

  it('the place of the unit matters to a name, not to a code', () => {
    const values = fields({ uscc, prefecture: '成都市', name: '成都市康宁医院' });

    expect(rowKeys(ROSTER, values, '')[0]).toBe(uscc);
    expect(rowKeys(ROSTER, values, '510600')[0]).toBe(uscc);
  });

  it('people are found by what was written, width and spaces aside', () => {
    expect(rowKeys(LIAISON, fields({ prefecture: '成都市', name: '何 文静' }), '')).toEqual(['成都市', '何文静']);
    expect(rowKeys(LIAISON, fields({ prefecture: '', name: '-' }), '')).toEqual(['', '']);
  });
});
