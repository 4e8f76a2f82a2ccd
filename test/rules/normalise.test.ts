import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnoseCreditCode } from '../../src/rules/codes/diagnose-credit-code.ts';
import { halfWidthAddress } from '../../src/rules/codes/mail-hosts.ts';
import { maskPersonalNumbers } from '../../src/rules/codes/mask.ts';
import { dropHyphen } from '../../src/rules/codes/organization-code.ts';
import { dropRegistrationHyphen } from '../../src/rules/codes/registration-number.ts';
import { normalizeInstitutionName } from '../../src/rules/names/normalize-institution-name.ts';
import { fold } from '../../src/text/fold.ts';
import { judgeValue } from '../support/judge-value.ts';

const WRITTEN = fc.string({
  unit: fc.constantFrom(...'成都市第一二三〇○0O零人民医院中西（）()［］－- ·0123456789ＡABXx＠@。.醫妇幼保健'),
  maxLength: 30,
});

describe('bringing a text to one way of writing', () => {
  it.each([
    ['the name of an institution', normalizeInstitutionName],
    ['a text to be compared', fold],
    ['an address', halfWidthAddress],
    ['an organisation code', dropHyphen],
    ['a registration number', dropRegistrationHyphen],
    ['a masked text', maskPersonalNumbers],
  ])('%s: a second time changes nothing', (_, normalise) => {
    fc.assert(
      fc.property(WRITTEN, (text) => {
        expect(normalise(normalise(text))).toBe(normalise(text));
      }),
      { numRuns: 300 },
    );
  });
});

describe('any text in any column', () => {
  it.each([
    'name',
    'organizationCode',
    'uscc',
    'registrationNumber',
    'category',
    'level',
    'grade',
    'dataManagerName',
    'dataManagerPhone',
    'dataManagerEmail',
  ])('%s: is judged without an exception and named in no fault of another column', (key) => {
    fc.assert(
      fc.property(fc.oneof(WRITTEN, fc.string({ maxLength: 600 })), (text) => {
        for (const fault of judgeValue(key, text).values()) expect(fault.column).toBe(key);
      }),
      { numRuns: 150 },
    );
  });
});

describe('codes that were issued with a wrong check digit', () => {
  it.each(['91350203M0001FUE2P', '91350203M0001QKT19'])(
    '%s is told by the one rule that a waiver can cover',
    (code) => {
      expect(diagnoseCreditCode(code)).toBe('check-digit');
      expect([...judgeValue('uscc', code).keys()]).toEqual(['uscc/check-digit']);
    },
  );
});
