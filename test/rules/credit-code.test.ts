import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CREDIT_CHARACTERS, creditCheckCharacter, passesBothChecks } from '../../src/rules/codes/credit-code.ts';
import { diagnoseCreditCode } from '../../src/rules/codes/diagnose-credit-code.ts';
import { organizationCheckCharacter } from '../../src/rules/codes/organization-code.ts';
import { proposeCreditCode, repairIllegalLetters } from '../../src/rules/codes/repair-credit-code.ts';
import { makeUscc, pick, seededRandom } from '../support/codes.ts';
import { judgeValue, NOBODYS_ID } from '../support/judge-value.ts';

const GOOD = '12510100450712347E';
const GUANGZHOU = `12440100450712347${creditCheckCharacter('12440100450712347')}`;
const codes = (value: string, row = {}, unit = '成都市'): string[] => [
  ...judgeValue('uscc', value, { row, unit }).keys(),
];

describe('a credit code', () => {
  it.each([
    ['a public hospital', GOOD, []],
    ['a company', makePrefixed('91'), []],
    ['one that ends in 0', '911522010783762860', ['uscc/division']],
    ['blank', '', ['cell/required']],
    ['a placeholder', '待补', ['cell/placeholder']],
    ['a citizen’s number', NOBODYS_ID, ['uscc/id-card']],
    ['a citizen’s number that passes mod 31', '362322198709086409', ['uscc/id-card']],
    ['a medical-insurance code', 'H51010400001', ['uscc/medical-insurance']],
    ['an insurance code of a pharmacy', 'P51010400001', ['uscc/medical-insurance']],
    ['a registration number', '45071234751010411A1001', ['uscc/wrong-column']],
    ['an organisation code', '450712347', ['uscc/wrong-column']],
    ['a mobile number', '13900001234', ['uscc/wrong-column']],
    ['a landline', '028-86123456', ['uscc/wrong-column']],
    ['a mailbox', 'luo@163.com', ['uscc/wrong-column']],
    ['a business licence of old', '510100000012345', ['uscc/wrong-column']],
    ['a Chinese character inside', '1251010一450712347E', ['uscc/characters']],
    ['a letter among the digits of the division', '125101D0450712347E', ['uscc/characters']],
    ['one character short', '12510100450712347', ['uscc/length']],
    ['one character long', '12510100450712347EE', ['uscc/length']],
    ['the letter O', '1251010O450712347E', ['uscc/illegal-letter']],
    ['the letters I and O', 'I251O100450712347E', ['uscc/illegal-letter']],
    ['two characters swapped', '12510100450721347E', ['uscc/check-digit']],
    ['one character changed', '12510100450712347F', ['uscc/check-digit']],
    ['mod 31 right, mod 11 wrong', '12510100450712340Q', ['uscc/organization-part']],
    ['a prefix that does not exist', '145101004507123478', ['uscc/prefix']],
    ['the department of religion', '71510100450712347B', ['uscc/department']],
    ['issued in another province', GUANGZHOU, ['uscc/division']],
  ])('%s: %s → %j', (_, value, expected) => {
    expect(codes(value)).toEqual(expected);
  });

  it('of a unit without divisions of its own may come from anywhere', () => {
    expect(codes(GUANGZHOU, {}, '委直属医疗机构')).toEqual([]);
  });

  it.each([
    ['a trade union', makePrefixed('81'), 'notice'],
    ['the army', makePrefixed('A1'), 'notice'],
    ['agriculture', makePrefixed('N1'), undefined],
  ])('of %s is pointed out with its weight', (_, value, severity) => {
    expect(judgeValue('uscc', value).get('uscc/department')?.severity).toBe(severity);
    expect(judgeValue('uscc', value).size).toBe(1);
  });
});

function makePrefixed(prefix: string): string {
  const body = `${prefix}510100450712347`;
  return body + creditCheckCharacter(body);
}

describe('a proposal', () => {
  it.each([
    ['O for 0', '1251010O450712347E', GOOD],
    ['I for 1 and O for 0', 'I251O100450712347E', GOOD],
    ['two neighbours swapped, the organisation code beside it', '12510100450721347E', GOOD],
  ])('for %s', (_, value, fix) => {
    const row = { organizationCode: '450712347' };
    const [fault] = [...judgeValue('uscc', value, { row }).values()];

    expect(fault?.fix).toBe(fix);
    expect(fault?.proof).toContain('仅此一种可能');
  });

  it('is not made where more than one reading passes, or the last character alone may be wrong', () => {
    expect(judgeValue('uscc', '12510100450712347F').get('uscc/check-digit')?.fix).toBeUndefined();
  });

  it('of the organisation code comes from the sound credit code of the row', () => {
    const row = { uscc: GOOD };

    expect(judgeValue('organizationCode', '', { row }).get('cell/required')?.fix).toBe('450712347');
    expect(judgeValue('organizationCode', '450712374', { row }).get('organization-code/check-digit')?.fix).toBe(
      '450712347',
    );
    expect(
      judgeValue('organizationCode', '450712374', { row: { uscc: '12510100450721347E' } }).get(
        'organization-code/check-digit',
      )?.fix,
    ).toBeUndefined();
  });
});

/** Legal first two characters and some divisions of all parts of the country. */
const PREFIXES = [
  '12',
  '52',
  '91',
  '92',
  '93',
  '11',
  '13',
  '19',
  '31',
  '33',
  '41',
  '51',
  '53',
  '59',
  '61',
  '71',
  '81',
  'A1',
  'N1',
  'Y1',
];
const DIVISIONS = [
  '100000',
  '110119',
  '110120',
  '320119',
  '441900',
  '442000',
  '510000',
  '510100',
  '510104',
  '510120',
  '511920',
  '513419',
  '371920',
  '652801',
];

/** An organisation code of any eight characters of the credit code's set. */
function anyOrganizationCode(random: () => number): string {
  const body = Array.from({ length: 8 }, () => pick(random, [...CREDIT_CHARACTERS])).join('');
  return body + organizationCheckCharacter(body);
}

function digitOrganizationCode(random: () => number): string {
  const body = String(10_000_000 + Math.floor(random() * 90_000_000));
  return body + organizationCheckCharacter(body);
}

describe('properties of credit codes', () => {
  it('no valid code of 31,000 is refused', () => {
    const random = seededRandom(31);
    const refused: string[] = [];
    let endInZero = 0;
    for (let count = 0; count < 31_000; count += 1) {
      const organizationCode = count % 2 === 0 ? anyOrganizationCode(random) : digitOrganizationCode(random);
      const code = makeUscc(random, {
        organizationCode,
        prefix: pick(random, PREFIXES),
        division: pick(random, DIVISIONS),
      });
      if (code.endsWith('0')) endInZero += 1;
      if (diagnoseCreditCode(code) !== 'ok') refused.push(code);
    }

    expect(refused).toEqual([]);
    expect(endInZero).toBeGreaterThan(800);
  });

  it('every substitution of one character and every swap of neighbours is caught', () => {
    const random = seededRandom(18);
    const missed: string[] = [];
    for (let count = 0; count < 60; count += 1) {
      const code = makeUscc(random, { organizationCode: anyOrganizationCode(random) });
      for (const wrong of [...substitutions(code), ...swaps(code)])
        if (diagnoseCreditCode(wrong) === 'ok') missed.push(wrong);
    }

    expect(missed).toEqual([]);
  });

  it('every caught code is told by exactly one rule', () => {
    const random = seededRandom(7);
    for (const wrong of substitutions(makeUscc(random))) expect([...judgeValue('uscc', wrong).keys()]).toHaveLength(1);
  });

  it('letters that are never used are read back, exactly, or not at all', () => {
    const random = seededRandom(5);
    const typed: Readonly<Record<string, string>> = { 0: 'O', 1: 'I', 2: 'Z', 5: 'S' };
    const wrong: string[] = [];
    let mended = 0;
    for (let count = 0; count < 300; count += 1) {
      const code = makeUscc(random);
      for (const [index, character] of [...code].entries()) {
        const letter = typed[character];
        if (letter === undefined) continue;
        const fix = repairIllegalLetters(code.slice(0, index) + letter + code.slice(index + 1))?.fix;
        if (fix === code) mended += 1;
        else if (fix !== undefined) wrong.push(fix);
      }
    }

    expect(wrong).toEqual([]);
    expect(mended).toBeGreaterThan(2000);
  });

  it('a proposal always passes both checks, whatever was typed', () => {
    const text = fc.string({
      unit: fc.constantFrom(...CREDIT_CHARACTERS, 'I', 'O', 'S', 'V', 'Z'),
      minLength: 16,
      maxLength: 20,
    });
    fc.assert(
      fc.property(text, (typed) => {
        for (const fix of [repairIllegalLetters(typed)?.fix, proposeCreditCode(typed)?.fix]) {
          expect(fix === undefined || passesBothChecks(fix)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('a swap, a look-alike or a superfluous character is never mended into another code when the organisation code is given', () => {
    const random = seededRandom(9);
    const others: string[] = [];
    let mended = 0;
    for (let count = 0; count < 60; count += 1) {
      const code = makeUscc(random);
      const organizationCode = code.slice(8, 17);
      for (const wrong of [...swaps(code), ...doublings(code)]) {
        const fix = proposeCreditCode(wrong, organizationCode)?.fix;
        if (fix === code) mended += 1;
        else if (fix !== undefined) others.push(fix);
      }
    }

    expect(others).toEqual([]);
    expect(mended).toBeGreaterThan(500);
  });
});

function substitutions(code: string): string[] {
  return [...code].flatMap((own, index) =>
    [...CREDIT_CHARACTERS]
      .filter((other) => other !== own)
      .map((other) => code.slice(0, index) + other + code.slice(index + 1)),
  );
}

function swaps(code: string): string[] {
  return [...code.slice(1)]
    .map((second, index) => code.slice(0, index) + second + code.charAt(index) + code.slice(index + 2))
    .filter((swapped) => swapped !== code);
}

function doublings(code: string): string[] {
  return [...code].map((character, index) => code.slice(0, index) + character + code.slice(index));
}
