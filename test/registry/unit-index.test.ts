import { describe, expect, it } from 'vitest';
import { indexUnits } from '../../src/registry/unit-index.ts';
import { request, UNITS, unit } from '../support/story.ts';

const index = () =>
  indexUnits(
    UNITS.map((one) =>
      one.short === '德阳市'
        ? { ...one, emails: ['Deyang@WJW.cn', 'shared@wjw.cn'], cc: ['boss@wjw.cn', 'deyang@wjw.cn'] }
        : one,
    ).map((one) => (one.short === '绵阳市' ? { ...one, emails: ['shared@wjw.cn'] } : one)),
    [
      request('成都市', '<req-1@box>'),
      request('德阳市', 'req-2@box'),
      { ...request('成都市', '<question@box>'), unit: '' },
    ],
  );

describe('a unit is named in a text', () => {
  it.each<[string, string[]]>([
    ['成都市卫生健康委员会', ['510100']],
    ['关于成都上报的附件', ['510100']],
    ['成都、绵阳两市', ['510100', '510700']],
    ['绵阳科学城卫健委', ['51KXC']],
    ['中物院', ['51KXC']],
    ['锦江区报送', ['510100']],
    ['金堂县人民医院', ['510100']],
    ['甘孜藏族自治州', ['513300']],
    ['成 都 市', ['510100']],
    ['省直各单位', []],
    ['市辖区', []],
    ['北京市海淀区', []],
    ['', []],
    ['都', []],
    ['成', []],
    ['成都市成都市', ['510100']],
    ['市中区妇幼保健院', []],
    // Two characters are everyday words, though divisions bear them.
    ['渠县人民医院', []],
    ['攀枝花市东区', ['510400']],
    ['东区的医院', []],
  ])('%s', (text, units) => {
    expect(index().namedIn(text)).toEqual(units);
  });

  it('but not far down a long one', () => {
    expect(index().namedIn(`${'一'.repeat(1990)}成都市`)).toEqual(['510100']);
    expect(index().namedIn(`${'一'.repeat(2000)}成都市`)).toEqual([]);
  });

  it('what every prefecture has names none, not even the only one', () => {
    const only = indexUnits([unit('成都市')], []);

    expect(only.namedIn('市辖区')).toEqual([]);
    expect(only.namedIn('锦江区')).toEqual(['510100']);
  });

  it('a name of two units names neither, a longer one with it inside still one', () => {
    const [first, second] = [unit('成都市'), unit('德阳市')];
    const two = indexUnits(
      [
        { ...first, aliases: ['川西片区'] },
        { ...second, aliases: ['川西片区', '川西片区北'] },
      ],
      [],
    );

    expect(two.namedIn('川西片区')).toEqual([]);
    expect(two.namedIn('川西片区北')).toEqual(['510600']);
    expect(two.namedIn('川西片区和德阳市')).toEqual(['510600']);
  });

  it('a name of one letter, or of two that do not begin its own, is an everyday word', () => {
    const only = indexUnits([{ ...unit('成都市'), aliases: ['蓉', '蓉城', '成都', '天府之国'] }], []);

    expect([only.namedIn('蓉'), only.namedIn('蓉城'), only.namedIn('成都'), only.namedIn('天府之国')]).toEqual([
      [],
      [],
      ['510100'],
      ['510100'],
    ]);
  });
});

describe('a unit is found by', () => {
  it('its code', () => {
    expect(index().unit('510600')?.short).toBe('德阳市');
    expect(index().unit('999999')).toBeUndefined();
  });

  it.each<[string, string[]]>([
    ['deyang@wjw.cn', ['510600']],
    ['DEYANG@wjw.cn', ['510600']],
    ['boss@wjw.cn', ['510600']],
    ['shared@wjw.cn', ['510600', '510700']],
    ['nobody@wjw.cn', []],
    ['', []],
  ])('its address %s', (address, units) => {
    expect(index().ofAddress(address)).toEqual(units);
  });

  it.each([
    ['<req-1@box>', '510100'],
    [' <req-1@box> ', '510100'],
    ['req-1@box', '510100'],
    ['<req-2@box>', '510600'],
    ['<req-3@box>', undefined],
    ['<<req-1@box>', undefined],
    ['<req-1@>box>', undefined],
    ['<question@box>', undefined],
  ])('the mail sent to it %s', (id, code) => {
    expect(index().ofMessageId(id)).toBe(code);
  });

  it.each([
    ['510104', '510100'],
    ['510181', '510100'],
    ['510199', '510100'],
    ['511302', '511300'],
    ['110101', undefined],
    ['510000', undefined],
    ['', undefined],
  ])('the division %s', (division, code) => {
    expect(index().ofDivision(division)).toBe(code);
  });

  it('a division that has been renumbered since', () => {
    const past = indexUnits([{ ...unit('成都市'), divisions: ['510117'] }], []);

    expect(past.ofDivision('510124')).toBe('510100');
  });

  it('the longest prefix that fits', () => {
    const nested = indexUnits(
      [
        { ...unit('成都市'), divisions: ['51'] },
        { ...unit('德阳市'), divisions: ['5106'] },
        { ...unit('绵阳市'), divisions: ['510681'] },
      ],
      [],
    );

    expect(['510681', '510623', '511301'].map((code) => nested.ofDivision(code))).toEqual([
      '510700',
      '510600',
      '510100',
    ]);
  });
});
