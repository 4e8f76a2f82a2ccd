import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isScientificRemnant,
  losesPrecision,
  takeStoredNumber,
  wholeDigits,
} from '../../../src/sheet/read/clean-digits.ts';
import type { Draft } from '../../../src/sheet/read/draft.ts';
import { cell } from './read.ts';

describe('the digits of a stored number', () => {
  it.each([
    ['13912345601', '13912345601'],
    ['13912345601.0', '13912345601'],
    ['12.', '12'],
    [' 12 ', '12'],
    ['+12', '12'],
    ['-12', '-12'],
    ['007', '7'],
    ['0', '0'],
    ['0.0', '0'],
    ['1.3912345601E10', '13912345601'],
    ['1.3912345601e+10', '13912345601'],
    ['5.10107E+21', '5101070000000000000000'],
    ['1E40', `1${'0'.repeat(40)}`],
    ['1E41', undefined],
    ['100E-2', '1'],
    ['0E-2', '0'],
    ['00E-2', '0'],
    ['10E-2', undefined],
    ['1E-41', undefined],
    ['1.5', undefined],
    ['0.5', undefined],
    ['1.25E1', undefined],
    ['1.20E1', '12'],
    ['', undefined],
    ['x1', undefined],
    ['1x', undefined],
    ['1E', undefined],
    ['1E1000', undefined],
    ['.5', undefined],
  ])('%j are %j', (lexical, digits) => {
    expect(wholeDigits(lexical)).toBe(digits);
  });

  it('are those of any whole number, however it is written', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.nat(6), (number, zeros) => {
        const digits = String(number);

        expect(wholeDigits(`${digits}.${'0'.repeat(zeros)}`)).toBe(digits);
        expect(wholeDigits(`${digits}${'0'.repeat(zeros)}E-${zeros}`)).toBe(digits);
        expect(wholeDigits(`${digits}E${zeros}`)).toBe(String(number * 10n ** BigInt(zeros)));
      }),
    );
  });

  it.each([
    ['123456789012345', false],
    ['1234567890123456', true],
    ['-123456789012345', false],
    ['-1234567890123456', true],
  ])('%s lose their last places: %s', (digits, lost) => {
    expect(losesPrecision(digits)).toBe(lost);
  });
});

describe('what is left of a long number', () => {
  it.each(['5.10107E+21', '5.1e+9', '5E+21', '-5.1E+21', '+5.1E+21', '5.10107E21', '-5.1E2', '5.1E+123'])(
    '%s',
    (text) => {
      expect(isScientificRemnant(text)).toBe(true);
    },
  );

  it.each([
    '5E21',
    '12.3E+21',
    '5.E+21',
    '5.1E+1234',
    '5.1E1234',
    'A5.1E+21',
    '5.1E+21A',
    'A5.1E21',
    '5.1E21A',
    '5.1',
    'E+21',
    '',
  ])('is not %j', (text) => {
    expect(isScientificRemnant(text)).toBe(false);
  });
});

describe('a number that is an answer in digits', () => {
  it.each([
    ['450712347', undefined, '450712347', 'stored-as-number'],
    ['450712347.0', undefined, '450712347', 'decimal stored-as-number'],
    ['4.50712347E8', undefined, '450712347', 'scientific stored-as-number'],
    ['4.50712347e8', undefined, '450712347', 'scientific stored-as-number'],
    ['71234568', '000000000', '071234568', 'zero-format stored-as-number'],
    ['71234568', '"0"', '71234568', 'stored-as-number'],
    ['7', '"000"', '007', 'zero-format stored-as-number'],
    ['7', '000_)', '007', 'zero-format stored-as-number'],
    ['7', '000;-000', '007', 'zero-format stored-as-number'],
    ['7', '000.0', '7', 'stored-as-number'],
    ['7', '#000', '7', 'stored-as-number'],
    ['7', '0', '7', 'stored-as-number'],
    ['77', '00', '77', 'stored-as-number'],
  ])('%s shown as %j is %s (%s)', (text, format, digits, steps) => {
    const draft: Draft = { text, repairs: [] };
    takeStoredNumber(
      draft,
      cell(text, { stored: 'number', ...(format === undefined ? {} : { format }) }),
      wholeDigits(text) ?? '',
    );

    expect(draft.text).toBe(digits);
    expect(draft.repairs.map(({ kind }) => kind).join(' ')).toBe(steps);
    expect(draft.repairs.at(-1)).toEqual({ kind: 'stored-as-number', from: digits, to: digits });
  });
});
