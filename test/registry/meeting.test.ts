import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMeeting, marksOf, marksOfValues } from '../../src/registry/meeting.ts';
import { prepareRules } from '../../src/registry/prepare-rules.ts';
import { isSame, type RowKeys } from '../../src/registry/row-keys.ts';
import { CAMPAIGN, ROSTER, registerRow } from '../support/registry-state.ts';

const PREPARED = { ...prepareRules(ROSTER, CAMPAIGN, () => undefined), province: [] };

function meeting(...units: readonly (readonly string[])[]): number[] {
  return [...findMeeting(units.map((values) => ({ strong: marksOfValues(values), weak: '' })))];
}

/** Whether two units, each with rows of these keys, have anything to do with each other. */
function meet(...units: readonly (readonly RowKeys[])[]): boolean {
  const judged = { fields: registerRow().fields, row: 5, sheet: 'Sheet1' };
  const marks = units.map((rows) =>
    marksOf(
      rows.map((keys) => ({ keys, judged })),
      PREPARED,
    ),
  );
  return findMeeting(marks).size > 0;
}

describe('units that share a value', () => {
  it.each([
    ['none with nothing', [[], []], []],
    ['none with different values', [['a', 'b'], ['c'], ['d']], []],
    ['the two that share one', [['a', 'b'], ['c'], ['b', 'd']], [0, 2]],
    ['all that share one with any other', [['a', 'x'], ['x', 'y'], ['y'], ['z']], [0, 1, 2]],
    ['none where one unit holds a value twice', [['a', 'a'], ['b']], []],
  ] as const)('are %s', (_, units, found) => {
    expect(meeting(...units)).toEqual(found);
  });

  it('are found among a hundred thousand values', () => {
    const units = Array.from({ length: 1000 }, (_, unit) => Array.from({ length: 100 }, (_, at) => `${unit}-${at}`));
    expect(meeting(...units, ['500-50'])).toEqual([500, 1000]);
  });

  it('tell no value of theirs', () => {
    const marks = marksOfValues(['phone 13912345678']);
    expect(Buffer.from(marks, 'base64')).toHaveLength(6);
    expect(marksOfValues(['phone 13912345678', 'phone 13912345678'])).toBe(marks);
  });
});

describe('units with rows that may be the same', () => {
  it.each<[string, RowKeys, RowKeys, boolean]>([
    ['with the same name and city', ['成都', '张三'], ['成都', '张三'], true],
    ['not with the name alone, where the cities differ', ['成都', '张三'], ['德阳', '张三'], false],
    ['with the name alone, where a city is blank', ['', '张三'], ['德阳', '张三'], true],
    ['with the name alone, where it is all there is', ['张三'], ['张三'], true],
    ['not with nothing at all', ['', ''], ['', ''], false],
    ['with two of three', ['c', 'r', 'n'], ['c', 'r', 'm'], true],
  ])('meet %s', (_, one, other, expected) => {
    expect(meet([one], [other])).toBe(expected);
  });

  it('always meet where a row is the same as one of the other unit', () => {
    const key = fc.constantFrom('', 'a', 'b');
    const rows = (size: number): fc.Arbitrary<string[][]> =>
      fc.array(fc.array(key, { minLength: size, maxLength: size }), { maxLength: 3 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }).chain((size) => fc.tuple(rows(size), rows(size))),
        ([one, other]) => {
          const same = one.some((a) => other.some((b) => isSame(a, b)));
          expect(same && !meet(one, other)).toBe(false);
        },
      ),
    );
  });
});
