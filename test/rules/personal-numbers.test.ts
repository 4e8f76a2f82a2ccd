import { describe, expect, it } from 'vitest';
import { passesBothChecks } from '../../src/rules/codes/credit-code.ts';
import { isIdCard } from '../../src/rules/codes/id-card.ts';
import { hasPersonalNumber, isPersonal, maskPersonalNumbers } from '../../src/rules/codes/mask.ts';
import { NOBODYS_ID } from '../support/judge-value.ts';

/**
 * The first number of a region, born in 1921, that passes both checks of a credit code; `idCheck`
 * says whether the last character is a citizen's too. Computed, so that none stands in this file.
 */
function bothWays(region: string, idCheck: boolean): string {
  for (let day = 0; day < 365; day += 1) {
    const birth = new Date(Date.UTC(1921, 0, 1 + day)).toISOString().slice(0, 10).replaceAll('-', '');
    for (let serial = 0; serial < 11_000; serial += 1) {
      const end = String(Math.floor(serial / 11)).padStart(3, '0') + '0123456789X'.charAt(serial % 11);
      const number = region + birth + end;
      if (passesBothChecks(number) && isIdCard(number) === idCheck) return number;
    }
  }
  throw new Error(`no such number in ${region}`);
}

describe('a number that passes the checks of a credit code and looks like a citizen’s', () => {
  it.each([
    ['a county', '510104', true, true],
    ['a county of old', '510122', true, true],
    ['a county, the citizen’s check wrong', '510104', false, false],
    ['市辖区', '510101', true, false],
    ['no region', '519977', true, false],
    ['a prefix of institutions', '120104', true, false],
    ['a prefix of private bodies', '520103', true, false],
    ['a prefix that no institution has', '360102', true, true],
    ['a prefix that no institution has, the citizen’s check wrong', '360102', false, true],
  ])('of %s (%s, check %s): personal %s', (_, region, idCheck, personal) => {
    const number = bothWays(region, idCheck);

    expect(isPersonal(number)).toBe(personal);
    expect(hasPersonalNumber(`号码${number}。`)).toBe(personal);
    expect(maskPersonalNumbers(number)).toBe(personal ? `${region}***********${number.slice(-1)}` : number);
  });
});

describe('a citizen’s number in a text', () => {
  it.each([
    ['parted by hyphens', '519900-19900307-8216', '519900***********6'],
    ['parted once', '519900 199003078216', '519900***********6'],
    ['parted before the last four', '51990019900307 8216', '519900***********6'],
    ['with a full-width X', '51010419900307821Ｘ', '510104***********X'],
    ['with a small full-width x', '51010419900307821ｘ', '510104***********X'],
    ['among full-width words', `号：${NOBODYS_ID}；`, '号：519900***********6；'],
    ['short of one digit and another number', `${NOBODYS_ID.slice(1)} 1`, undefined],
    ['parted otherwise', '5199001 9900307 8216', undefined],
    ['parted by two spaces', '519900  19900307  8216', undefined],
    ['after a digit in full width', `５${NOBODYS_ID}`, undefined],
    ['before a digit in full width', `${NOBODYS_ID}５`, undefined],
    ['before a digit', `${NOBODYS_ID}5`, undefined],
    ['no digits at all', '一二三四五六七八九十一二三四五六七八九', undefined],
  ])('%s: %s → %s', (_, text, masked) => {
    expect(maskPersonalNumbers(text)).toBe(masked ?? text);
    expect(hasPersonalNumber(text)).toBe(masked !== undefined);
  });
});
