import { describe, expect, it } from 'vitest';
import { lookUpIn } from '../../src/text/look-up-in.ts';

describe('a look-up in a list', () => {
  const hospitals = ['青杠医院', '白果医院', '青杠中医院'];

  it('finds the items of a key in their order, and none of an unknown one', () => {
    const byPlace = lookUpIn((name: string) => name.slice(0, 2));

    for (let turn = 0; turn < 2; turn += 1) {
      expect(byPlace(hospitals, '青杠')).toEqual(['青杠医院', '青杠中医院']);
      expect(byPlace(hospitals, '白果')).toEqual(['白果医院']);
      expect(byPlace(hospitals, '黄连')).toEqual([]);
    }
    expect(byPlace([], '青杠')).toEqual([]);
    expect(byPlace(hospitals.slice(1), '青杠')).toEqual(['青杠中医院']);
  });

  it('looks at each list only once, beginning with an unknown key', () => {
    const asked: string[] = [];
    const byName = lookUpIn((name: string) => {
      asked.push(name);
      return name;
    });

    expect(byName(hospitals, '黄连')).toEqual([]);
    const once = asked.length;
    expect(byName(hospitals, '白果医院')).toEqual(['白果医院']);
    expect(asked).toHaveLength(once);
  });
});
