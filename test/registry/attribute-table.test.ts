import { describe, expect, it } from 'vitest';
import { attributeTable } from '../../src/registry/attribute-table.ts';
import type { WeighedEvidence } from '../../src/registry/message-evidence.ts';
import { indexUnits } from '../../src/registry/unit-index.ts';
import { UNITS, unit } from '../support/story.ts';

const index = indexUnits(UNITS, []);

/** Evidence in short: `kind unit weight`, the unit by its short name or `-` for none. */
function clue(text: string): WeighedEvidence {
  const [kind = '', short = '', weight = ''] = text.split(' ');
  const code = short === '-' ? '' : (UNITS.find((one) => one.short === short)?.code ?? short);
  return { kind, unit: code, seen: `${kind} ${short}`, weight } as WeighedEvidence;
}
const weighUp = (...clues: string[]) => attributeTable(clues.map(clue), index);

describe('evidence weighed up', () => {
  it.each<[string[], string, string]>([
    [['sender 成都市 support', 'city 成都市 support'], '成都市', 'accepted'],
    [['sender 成都市 support', 'name 成都市 hint'], '成都市', 'accepted'],
    [['sender 成都市 support', 'sender 成都市 support'], '成都市', 'one-kind'],
    [['city 成都市 support', 'sender 德阳市 note'], '成都市', 'one-kind'],
    [['city 成都市 support'], '成都市', 'unknown-sender'],
    [['name 成都市 hint', 'file 成都市 hint'], '成都市', 'unknown-sender'],
    [['sender 成都市 support', 'token 成都市 hint'], '成都市', 'one-kind'],
    [['sender 成都市 support', 'city 成都市 support', 'file 德阳市 support'], '成都市', 'contradiction'],
    [['sender 成都市 support', 'city 成都市 support', 'token 德阳市 hint'], '成都市', 'contradiction'],
    [['sender 成都市 support', 'city 成都市 support', 'name 德阳市 hint'], '成都市', 'accepted'],
    [['sender 成都市 support', 'city 成都市 support', 'thread 德阳市 note'], '成都市', 'accepted'],
    [['sender 成都市 support', 'city 成都市 support', 'authentication - note'], '成都市', 'accepted'],
    [['token 成都市 hint'], '', 'no-evidence'],
    [['sender 成都市 note'], '', 'no-evidence'],
    [['sender 某某市 support'], '', 'no-evidence'],
    [[], '', 'no-evidence'],
  ])('%j: %s %s', (clues, short, verdict) => {
    const found = weighUp(...clues);

    expect([found.unit, found.verdict]).toEqual([short === '' ? '' : unit(short).code, verdict]);
    expect(found.accepted).toBe(verdict === 'accepted');
  });

  it('tells what speaks for the unit, each once, and nothing that is only noted', () => {
    const clues = ['thread 成都市 note', 'city 成都市 support', 'city 成都市 support', 'file 成都市 support'];

    expect(weighUp(...clues).reason).toBe('city 成都市；file 成都市，互相一致');
    expect(weighUp(...clues, 'sender 德阳市 support').reason).toBe(
      '线索不一致：city 成都市；file 成都市；sender 德阳市',
    );
  });

  it('offers all units that anything names, the likeliest first', () => {
    const clues = ['thread 甘孜州 note', 'authentication - note', 'name 德阳市 hint', 'city 成都市 support'];

    expect(weighUp(...clues).candidates).toEqual(['成都市', '德阳市', '甘孜州'].map((short) => unit(short).code));
  });

  it('ranks sure kinds before many, many before few, and then in the official order', () => {
    const first = (...clues: string[]) => weighUp(...clues).unit;

    expect(first('name 成都市 hint', 'file 成都市 hint', 'city 德阳市 support')).toBe(unit('德阳市').code);
    expect(first('city 成都市 support', 'sender 德阳市 support', 'name 德阳市 hint')).toBe(unit('德阳市').code);
    expect(first('sender 德阳市 support', 'city 成都市 support')).toBe(unit('成都市').code);
  });
});

describe('a unit without divisions', () => {
  it.each([
    ['city 绵阳市 support', 'accepted'],
    ['name 绵阳市 support', 'accepted'],
    ['file 绵阳市 support', 'contradiction'],
    ['tag 绵阳市 support', 'contradiction'],
    ['thread 绵阳市 support', 'contradiction'],
  ])('against its sender and its file: %s', (clue, verdict) => {
    expect(weighUp('sender 科学城 support', 'file 科学城 support', clue)).toMatchObject({ unit: '51KXC', verdict });
  });

  it('comes first where kinds tie', () => {
    expect(weighUp('city 绵阳市 support', 'sender 科学城 support')).toMatchObject({
      unit: '51KXC',
      verdict: 'one-kind',
      candidates: ['51KXC', unit('绵阳市').code],
    });
  });
});
