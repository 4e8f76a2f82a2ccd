import { describe, expect, it } from 'vitest';
import { organizationCheckCharacter } from '../../src/rules/codes/organization-code.ts';
import { proposeCreditCode, repairIllegalLetters } from '../../src/rules/codes/repair-credit-code.ts';
import { makeNewOrganizationCode, makeUscc, seededRandom } from '../support/codes.ts';

/** Sound codes with `character` at the sixteenth place, in the middle of the organisation code. */
function codesWith(character: string, seed: number): string[] {
  const random = seededRandom(seed);
  return Array.from({ length: 20 }, () => {
    const body = makeNewOrganizationCode(random).slice(0, 7) + character;
    return makeUscc(random, { organizationCode: body + organizationCheckCharacter(body) });
  });
}

function withSixteenth(code: string, character: string): string {
  return code.slice(0, 15) + character + code.slice(16);
}

/** How many of the codes come back when `typed` stands for `meant`; the row's organisation code is known. */
function mended(typed: string, meant: string): number {
  return codesWith(meant, typed.charCodeAt(0)).filter(
    (code) => proposeCreditCode(withSixteenth(code, typed), code.slice(8, 17))?.fix === code,
  ).length;
}

describe('a character typed for one that looks like it', () => {
  it.each([
    ['0', 'DQ'],
    ['D', '0Q'],
    ['Q', '0D'],
    ['1', '7L'],
    ['7', '1T'],
    ['L', '1'],
    ['8', 'B3'],
    ['B', '8'],
    ['3', '8'],
    ['5', '6'],
    ['6', '5G'],
    ['G', '6'],
    ['2', '7'],
    ['U', 'Y'],
    ['Y', 'U'],
    ['C', 'G'],
    ['E', 'F'],
    ['F', 'E'],
    ['H', 'N'],
    ['N', 'HM'],
    ['M', 'N'],
    ['P', 'R'],
    ['R', 'P'],
    ['T', '7'],
    ['W', 'M'],
    ['K', 'X'],
    ['X', 'K'],
  ])('%s is read as %s', (typed, meant) => {
    for (const character of meant) expect(mended(typed, character)).toBe(20);
  });

  it.each([
    ['9', 'A'],
    ['A', '4'],
    ['4', '9'],
    ['J', 'L'],
  ])('%s is not read as %s', (typed, meant) => {
    expect(mended(typed, meant)).toBe(0);
  });
});

describe('a letter that credit codes do not have', () => {
  it.each([
    ['I', '1'],
    ['O', '0'],
    ['O', 'D'],
    ['Z', '2'],
    ['S', '5'],
    ['V', 'U'],
    ['V', 'Y'],
  ])('%s is read as %s', (typed, meant) => {
    for (const code of codesWith(meant, 11))
      expect(repairIllegalLetters(withSixteenth(code, typed), code.slice(8, 17))?.fix).toBe(code);
  });

  it('is read up to four times', () => {
    const code = '12510100450712347E';
    const own = code.slice(8, 17);

    expect(repairIllegalLetters('I25IOIOO450712347E', own)).toBeUndefined();
    expect(repairIllegalLetters('I25IOIO0450712347E', own)).toBeUndefined();
    expect(repairIllegalLetters('I25IOI00450712347E', own)?.fix).toBe(code);
    expect(repairIllegalLetters(code, own)).toBeUndefined();
    expect(repairIllegalLetters('I2510100450712347', own)).toBeUndefined();
  });

  it('three or more places are not spelt out', () => {
    expect(repairIllegalLetters('I25IO100450712347E')?.proof).toBe(
      '把代码中不用的字母换成形近字符，第18位校验位与第9至17位的组织机构代码校验位同时相符，且仅此一种可能',
    );
    expect(repairIllegalLetters('I251O100450712347E')?.proof).toContain('（第1、5位 IO→10）');
  });
});

describe('a proposal', () => {
  const random = seededRandom(77);
  const codes = Array.from({ length: 400 }, () => makeUscc(random));
  const swapped = codes.map((code) => code.slice(0, 10) + code.charAt(11) + code.charAt(10) + code.slice(12));

  it('for a swap is made whether the row’s organisation code is known or not, and is the same', () => {
    const found = swapped.map((text, index) => ({
      alone: proposeCreditCode(text)?.fix,
      beside: proposeCreditCode(text, codes[index]?.slice(8, 17))?.fix,
      code: codes[index],
    }));
    const alone = found.filter(({ alone, code }) => alone === code).length;

    expect(found.filter(({ beside, code }) => beside !== code && beside !== undefined)).toEqual([]);
    expect(found.filter(({ alone, code }) => alone !== code && alone !== undefined)).toEqual([]);
    expect(alone).toBeGreaterThan(200);
    expect(found.filter(({ beside, code }) => beside === code).length).toBeGreaterThanOrEqual(alone);
  });

  it('is never another body where the last character alone may be wrong', () => {
    const wrongEnds = codes.map((code) => code.slice(0, 17) + (code.endsWith('0') ? '1' : '0'));
    const fixes = wrongEnds.map((text) => proposeCreditCode(text)?.fix);

    expect(fixes.filter((fix, index) => fix !== undefined && fix !== codes[index])).toEqual([]);
    expect(fixes.filter((fix) => fix === undefined).length).toBeGreaterThan(300);
  });

  it('is made for a slip in front, where the first characters make no sense as they stand', () => {
    const slips = codes.map((code) => `21${code.slice(2)}`);

    expect(slips.map((text) => proposeCreditCode(text)?.fix).filter((fix) => fix !== undefined).length).toBeGreaterThan(
      200,
    );
  });

  it('for one character too many needs no organisation code; for one too few it does', () => {
    const doubled = codes.map((code) => code.slice(0, 9) + code.slice(8));
    const short = codes.map((code) => code.slice(0, 8) + code.slice(9));

    expect(doubled.filter((text, index) => proposeCreditCode(text)?.fix === codes[index]).length).toBeGreaterThan(200);
    expect(short.map((text) => proposeCreditCode(text)).filter((repair) => repair !== undefined)).toEqual([]);
    expect(
      short.filter((text, index) => proposeCreditCode(text, codes[index]?.slice(8, 17))?.fix === codes[index]).length,
    ).toBeGreaterThan(200);
  });

  it.each([0, 15, 16, 20])('is none for %i characters', (length) => {
    expect(proposeCreditCode('12510100450712347E00'.slice(0, length), '450712347')).toBeUndefined();
  });
});
