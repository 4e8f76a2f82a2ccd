import { isOrganizationCode } from './organization-code.ts';

/** The 31 characters of GB 32100-2015: no I, O, S, V, Z. */
export const CREDIT_CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
export const CREDIT_LENGTH = 18;

const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const MODULUS = 31;
const SHAPE = /^[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/;

const VALUES: ReadonlyMap<string, number> = new Map(
  [...CREDIT_CHARACTERS].map((character, value) => [character, value]),
);

/**
 * Check character of a 统一社会信用代码, GB 32100-2015 chapter 4: `body` is its first 17 characters.
 * '' when one of them is outside the character set.
 */
export function creditCheckCharacter(body: string): string {
  let sum = 0;
  for (let index = 0; index < WEIGHTS.length; index += 1) {
    const value = VALUES.get(body.charAt(index));
    if (value === undefined) return '';
    sum += value * (WEIGHTS[index] ?? 0);
  }
  return CREDIT_CHARACTERS.charAt((MODULUS - (sum % MODULUS)) % MODULUS);
}

/** Eighteen characters of the set, the division in digits. */
export function hasCreditShape(text: string): boolean {
  return SHAPE.test(text);
}

/** True when the last character is right (mod 31). */
export function hasCreditCheck(text: string): boolean {
  return hasCreditShape(text) && creditCheckCharacter(text) === text.charAt(CREDIT_LENGTH - 1);
}

/** Characters 9 to 17: the organisation code inside a credit code. */
export function embeddedOrganizationCode(creditCode: string): string {
  return creditCode.slice(8, 17);
}

/** Both check digits are right: mod 31 over all, and GB 11714 mod 11 over characters 9 to 17. */
export function passesBothChecks(text: string): boolean {
  return hasCreditCheck(text) && isOrganizationCode(embeddedOrganizationCode(text));
}
