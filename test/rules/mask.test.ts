import { describe, expect, it } from 'vitest';
import { usccIdCard } from '../../src/rules/cell/uscc-id-card.ts';
import { hasPersonalNumber, maskPersonalNumbers } from '../../src/rules/codes/mask.ts';
import { composeFinding } from '../../src/rules/compose-finding.ts';
import { NOBODYS_ID } from '../support/judge-value.ts';

const MASKED = '519900***********6';

describe('a citizen’s number', () => {
  it.each([
    ['alone', NOBODYS_ID, MASKED],
    ['in a sentence', `身份证${NOBODYS_ID}，请查收`, `身份证${MASKED}，请查收`],
    ['glued to letters', `ID${NOBODYS_ID}`, `ID${MASKED}`],
    ['parted by spaces', '519900 19900307 8216', MASKED],
    ['in full width', '５１９９００１９９００３０７８２１６', MASKED],
    ['with a small x', '51010419900307821x', '510104***********X'],
    ['with a wrong check digit', '519900199003078210', '519900***********0'],
    ['twice', `${NOBODYS_ID}、${NOBODYS_ID}`, `${MASKED}、${MASKED}`],
  ])('%s is masked', (_, text, masked) => {
    expect(maskPersonalNumbers(text)).toBe(masked);
    expect(hasPersonalNumber(text)).toBe(true);
  });

  it.each([
    ['a credit code', '12510100450712347E'],
    ['a credit code of digits', '911522010783762860'],
    ['no day of the calendar', '519900199002318216'],
    ['a registration number', '45071234751010411A1001'],
    ['a longer number', `1${NOBODYS_ID}`],
    ['two phones', '13900001234 13800001234'],
    ['an empty text', ''],
  ])('%s is left alone', (_, text) => {
    expect(maskPersonalNumbers(text)).toBe(text);
    expect(hasPersonalNumber(text)).toBe(false);
  });

  it('stands in no part of a finding', () => {
    const fault = { column: 'uscc', seen: `${'、'.repeat(490)}${NOBODYS_ID}`, fix: NOBODYS_ID, expected: NOBODYS_ID };
    const context = { place: {}, header: '统一社会信用代码', name: NOBODYS_ID, uscc: NOBODYS_ID };

    expect(JSON.stringify(composeFinding(usccIdCard, fault, context))).not.toContain(NOBODYS_ID.slice(6, 14));
  });
});
