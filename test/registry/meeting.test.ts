import { describe, expect, it } from 'vitest';
import { findMeeting, marksOfValues } from '../../src/registry/meeting.ts';

function meeting(...units: readonly (readonly string[])[]): number[] {
  return [...findMeeting(units.map(marksOfValues))];
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
