import { CREDIT_CHARACTERS, creditCheckCharacter } from '../../src/rules/codes/credit-code.ts';
import { organizationCheckCharacter } from '../../src/rules/codes/organization-code.ts';

/** A stream of numbers in [0, 1) that is the same for the same seed. */
export type Random = () => number;

/** Seeded generator (mulberry32): invented data must be the same on every machine. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One element of a list. */
export function pick<T>(random: Random, choices: readonly T[]): T {
  const chosen = choices[Math.floor(random() * choices.length)];
  if (chosen === undefined) throw new Error('nothing to pick from');
  return chosen;
}

function digits(random: Random, length: number): string {
  return Array.from({ length }, () => Math.floor(random() * 10)).join('');
}

/** An invented 组织机构代码 with the right check character; public hospitals have 4 in front. */
export function makeOrganizationCode(random: Random): string {
  const body = `4${digits(random, 7)}`;
  return body + organizationCheckCharacter(body);
}

/** An invented 组织机构代码 with letters in it, as newer ones have. */
export function makeNewOrganizationCode(random: Random): string {
  const body = `MA${Array.from({ length: 6 }, () => pick(random, [...CREDIT_CHARACTERS])).join('')}`;
  return body + organizationCheckCharacter(body);
}

/** The 统一社会信用代码 around an organisation code; both check digits right. */
export function makeUscc(
  random: Random,
  parts: { readonly organizationCode?: string; readonly prefix?: string; readonly division?: string } = {},
): string {
  const organizationCode = parts.organizationCode ?? makeOrganizationCode(random);
  const body = (parts.prefix ?? '12') + (parts.division ?? '510100') + organizationCode;
  return body + creditCheckCharacter(body);
}

/** The 22-character 登记号 that fits the organisation code: division 6, economic type 2, category 4, management 1. */
export function makeRegistrationNumber(parts: {
  readonly organizationCode: string;
  readonly division: string;
  readonly category: string;
  readonly economicType?: string;
  readonly management?: string;
}): string {
  const { organizationCode, division, category, economicType = '11', management = '1' } = parts;
  return organizationCode + division + economicType + category + management;
}

/** An invented mobile number of a segment in use. */
export function makeMobile(random: Random): string {
  return pick(random, ['130', '139', '151', '158', '177', '181', '189', '199']) + digits(random, 8);
}
