import { CHINA_DIVISIONS } from './china-divisions-data.ts';
import { DIVISIONS_NOW_IN_CHONGQING, RETIRED_DIVISIONS, STATISTICAL_AREAS } from './retired-divisions-data.ts';

/** A division code that is no longer in force, with the one that took its place. */
export interface RetiredDivision {
  readonly code: string;
  readonly name: string;
  /** Last year in force. */
  readonly until: string;
  readonly successor: string;
  readonly successorName: string;
}

const CODE_LENGTH = 6;

function readTable(lines: readonly string[]): ReadonlyMap<string, string> {
  const entries = lines.flatMap((line) => line.split('|'));
  return new Map(entries.map((entry) => [entry.slice(0, CODE_LENGTH), entry.slice(CODE_LENGTH)]));
}

const CURRENT = readTable([...CHINA_DIVISIONS, STATISTICAL_AREAS]);

const RETIRED: ReadonlyMap<string, RetiredDivision> = new Map(
  RETIRED_DIVISIONS.flatMap((line) => line.split('|')).map((entry) => {
    const [code = '', name = '', until = '', successor = '', successorName = ''] = entry.split(' ');
    return [code, { code, name, until, successor, successorName }];
  }),
);

const MOVED_TO_CHONGQING: ReadonlySet<string> = new Set(DIVISIONS_NOW_IN_CHONGQING.split(' '));

/** Name of a six-digit division in force (GB/T 2260), e.g. 510104 → 锦江区; undefined when there is none. */
export function divisionName(code: string): string | undefined {
  return CURRENT.get(code);
}

/** What became of a code that is no longer in force; codes of 四川 since 1995. */
export function retiredDivision(code: string): RetiredDivision | undefined {
  return RETIRED.get(code);
}

/** True for a code of 四川 whose area went to 重庆市 in 1997. */
export function isNowInChongqing(code: string): boolean {
  return MOVED_TO_CHONGQING.has(code);
}

/** The code in force: the successor of a retired code, otherwise the code itself. */
export function currentDivision(code: string): string {
  return RETIRED.get(code)?.successor ?? code;
}

/** Divisions in force whose code starts with the prefix, in code order, the prefix's own entry included. */
export function divisionsUnder(prefix: string): readonly { readonly code: string; readonly name: string }[] {
  const found: { readonly code: string; readonly name: string }[] = [];
  // The whole country is gone through for every prefecture of a campaign.
  for (const [code, name] of CURRENT) if (code.startsWith(prefix)) found.push({ code, name });
  return found;
}

/** Full name down from the prefecture: 511002 → 内江市市中区. */
export function fullDivisionName(code: string): string | undefined {
  const name = divisionName(code);
  if (name === undefined || code.endsWith('00')) return name;
  const prefecture = divisionName(`${code.slice(0, 4)}00`);
  return prefecture === undefined || prefecture === name || /直辖|市辖区|^县$/.test(prefecture)
    ? name
    : prefecture + name;
}

/** All codes of 四川 that are no longer in force. */
export function retiredDivisions(): readonly RetiredDivision[] {
  return [...RETIRED.values()];
}
