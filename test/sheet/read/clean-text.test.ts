import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanCommon, cleanLoose, cleanPerson, cleanTight } from '../../../src/sheet/read/clean-text.ts';
import type { Draft } from '../../../src/sheet/read/draft.ts';

/** What becomes of a text, and by which steps. */
function cleaned(text: string, clean: (draft: Draft) => void): readonly [string, string] {
  const draft: Draft = { text, repairs: [] };
  clean(draft);
  return [draft.text, draft.repairs.map(({ kind }) => kind).join(' ')];
}

const tight = (draft: Draft): void => cleanTight(draft, () => false);

describe('for every kind of cell', () => {
  it.each([
    ['13912345601', '13912345601', ''],
    ['青杠市（集团）医院', '青杠市（集团）医院', ''],
    ["'139", '139', 'apostrophe'],
    ["  '139", '139', 'apostrophe'],
    ['‘139', '139', 'apostrophe'],
    ['’139', '139', 'apostrophe'],
    ['＇139', '139', 'apostrophe'],
    ['`139', '139', 'apostrophe'],
    ["'", "'", ''],
    ["' 139", "' 139", ''],
    ["1'39", "1'39", ''],
    ['="139"', '139', 'quoted'],
    ['=""', '', 'quoted'],
    ['="a"&"b"', '="a"&"b"', ''],
    ['x="1"', 'x="1"', ''],
    ['="1" ', '="1"', 'spaces'],
    ['=1+1', '=1+1', ''],
    ['  甲 乙\u3000', '甲 乙', 'spaces'],
    ['\n甲\n', '\n甲\n', ''],
    ['甲 \n', '甲 \n', ''],
    ['\u200b甲\ufeff', '甲', 'invisible'],
    [" \u200b'甲 ", '甲', 'invisible apostrophe spaces'],
  ])('%j becomes %j (%s)', (text, to, steps) => {
    expect(cleaned(text, cleanCommon)).toEqual([to, steps]);
  });
});

describe('codes and numbers', () => {
  it.each([
    ['45071234-7', '45071234-7', ''],
    ['１２３Ａ', '123A', 'full-width'],
    ['①', '1', 'full-width'],
    ['1 2\u00a03', '123', 'full-width spaces'],
    ['1  2 3', '123', 'spaces'],
    ['1\n2', '12', 'line-break'],
    ['1 \r\n\r\n 2', '12', 'line-break'],
    ['1 2\n3', '123', 'line-break spaces'],
    ['＇1', '1', 'full-width apostrophe'],
    [' 1 ', '1', 'spaces'],
  ])('%j becomes %j (%s)', (text, to, steps) => {
    expect(cleaned(text, tight)).toEqual([to, steps]);
  });

  it.each([
    [' 甲 乙\n', '甲 乙', 'spaces'],
    ['甲\n乙', '甲\n乙', ''],
    ['１ ２', '1 2', 'full-width'],
  ])('two answers in %j stay apart', (text, to, steps) => {
    const asked: string[] = [];
    const keep = (part: string): boolean => asked.push(part) > 0;

    expect(cleaned(text, (draft) => cleanTight(draft, keep))).toEqual([to, steps]);
    expect(asked).toEqual([to]);
  });
});

describe('names and free text', () => {
  it.each([
    ['Hope-Hospital', 'Hope-Hospital', ''],
    ['Ｈｏｐｅ医院１', 'Hope医院1', 'full-width'],
    ['青杠市（集团）：甲，乙', '青杠市（集团）：甲，乙', ''],
    ['青杠市\n第一医院', '青杠市第一医院', 'line-break'],
    ['青杠市 \r\n\r\n 第一医院', '青杠市第一医院', 'line-break'],
    ['\n青杠市医院\n', '青杠市医院', 'line-break'],
    ['Hope\nHospital', 'Hope Hospital', 'line-break'],
    ['Hope \n\n Hospital', 'Hope Hospital', 'line-break'],
    ['Hope\n医院', 'Hope医院', 'line-break'],
    ['青杠市  第一\u3000医院', '青杠市第一医院', 'spaces'],
    ['（集团） 医院', '（集团）医院', 'spaces'],
    ['二〇 一八', '二〇一八', 'spaces'],
    ['阿依· 古丽', '阿依·古丽', 'spaces'],
    ['Hope  Hospital', 'Hope Hospital', 'spaces'],
    [' 医院 A 区 ', '医院 A 区', 'spaces'],
  ])('%j becomes %j (%s)', (text, to, steps) => {
    expect(cleaned(text, cleanLoose)).toEqual([to, steps]);
  });
});

describe('a person', () => {
  it.each([
    ['Anna', 'Anna', ''],
    ['赵一鸣', '赵一鸣', ''],
    ['赵 鸣', '赵鸣', 'spaces'],
    ['赵\u3000 鸣', '赵鸣', 'spaces'],
    ['赵\n鸣', '赵鸣', 'line-break'],
    ['赵\r鸣', '赵鸣', 'line-break'],
    ['欧阳 锋', '欧阳锋', 'spaces'],
    ['赵 一 鸣', '赵一鸣', 'spaces'],
    ['买买提 江', '买买提江', 'spaces'],
    ['买买提明 江', '买买提明 江', ''],
    ['赵  一 鸣 远', '赵 一 鸣 远', 'spaces'],
    ['赵一鸣 钱二喜', '赵一鸣 钱二喜', ''],
    ['赵一鸣\n钱二喜', '赵一鸣 钱二喜', 'line-break'],
    ['赵一 鸣远', '赵一 鸣远', ''],
    ['A 鸣', 'A 鸣', ''],
    ['A赵 鸣', 'A赵 鸣', ''],
    ['赵A 鸣', '赵A 鸣', ''],
    ['阿依．古丽', '阿依·古丽', 'full-width'],
    ['阿依•古丽・甲‧乙∙丙⋅丁', '阿依·古丽·甲·乙·丙·丁', 'full-width'],
    ['Ａｎｎａ', 'Anna', 'full-width'],
  ])('%j becomes %j (%s)', (text, to, steps) => {
    expect(cleaned(text, cleanPerson)).toEqual([to, steps]);
  });
});

describe('cleaning', () => {
  const text = fc.string({
    unit: fc.constantFrom('赵', '鸣', '·', '（', ' ', '\u3000', '\n', '\u200b', 'Ａ', 'a', '1', '-', '＝'),
    maxLength: 12,
  });

  it.each([
    ['tight', tight],
    ['loose', cleanLoose],
    ['person', cleanPerson],
  ])('%s is done once and for all, and tells each change', (_, clean) => {
    const all = (draft: Draft): void => {
      cleanCommon(draft);
      clean(draft);
    };
    fc.assert(
      fc.property(text, (written) => {
        const [once, steps] = cleaned(written, all);

        expect(cleaned(once, all)).toEqual([once, '']);
        expect(steps === '').toBe(once === written);
      }),
    );
  });
});
