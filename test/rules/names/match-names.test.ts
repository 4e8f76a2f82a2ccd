import { describe, expect, it } from 'vitest';
import { compareInstitutionNames } from '../../../src/rules/match-institution-names.ts';
import { labelledPairs, type NamePair } from './pairs.ts';

const PAIRS = labelledPairs();

function isSame({ one, other, prefecture }: NamePair): boolean {
  const context = prefecture === '' ? {} : { prefectures: [prefecture, prefecture] as const };
  return compareInstitutionNames(one, other, context).verdict === 'same';
}

describe('the matcher of names', () => {
  it('is held against at least 300 labelled pairs', () => {
    expect(PAIRS.length).toBeGreaterThanOrEqual(300);
    expect(PAIRS.filter(({ same }) => same).length).toBeGreaterThanOrEqual(150);
  });

  it('reaches a precision of 0.98 at a recall of 0.9', () => {
    const right = PAIRS.filter((pair) => pair.same && isSame(pair));
    const missed = PAIRS.filter((pair) => pair.same && !isSame(pair));
    const wrong = PAIRS.filter((pair) => !pair.same && isSame(pair));
    const precision = right.length / (right.length + wrong.length);
    const recall = right.length / (right.length + missed.length);
    console.info(`names: ${PAIRS.length} pairs, precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}`);
    for (const { one, other } of missed) console.info(`  not joined: ${one} | ${other}`);
    for (const { one, other } of wrong) console.info(`  wrongly joined: ${one} | ${other}`);

    expect(precision).toBeGreaterThanOrEqual(0.98);
    expect(recall).toBeGreaterThanOrEqual(0.9);
  });

  it('does not depend on the order of the names', () => {
    const turned = PAIRS.filter((pair) => isSame(pair) !== isSame({ ...pair, one: pair.other, other: pair.one }));

    expect(turned).toEqual([]);
  });

  it('never says that a name is not itself', () => {
    const names = [...new Set(PAIRS.flatMap(({ one, other }) => [one, other]))];

    expect(names.filter((name) => compareInstitutionNames(name, name).verdict === 'different')).toEqual([]);
  });

  it.each([
    ['人民医院', '人民医院', 'likely'],
    ['成都霁溪医院', '霁溪医院', 'same'],
    ['德阳市人民医院', '人民医院', 'likely'],
    ['德阳市人民医院', '绵阳市人民医院', 'different'],
    ['霁溪大学澄澜医院', '澄澜医院', 'same'],
  ])('%s and %s without a city: %s', (one, other, verdict) => {
    expect(compareInstitutionNames(one, other).verdict).toBe(verdict);
  });
});
