import { divisionName, divisionsUnder } from './divisions.ts';
import type { Term, Vocabulary } from './vocabulary.ts';

/** What the vocabulary needs to know of a reporting unit. */
interface UnitNames {
  readonly code: string;
  readonly name: string;
  readonly short: string;
  readonly aliases: readonly string[];
}

/**
 * The answers of a 市（州） column: one term a reporting unit, in the order given. The canonical value is the
 * division's full name (GB/T 2260), or the unit's short name when it has no division of its own.
 */
export function prefectureVocabulary(units: readonly UnitNames[]): Vocabulary {
  const counties = new Map(units.map(({ code }) => [code, countiesOf(code)]));
  const only = namedOnce([...counties.values()].flat());
  return {
    id: 'prefecture',
    title: '市（州）',
    source: 'GB/T 2260《中华人民共和国行政区划代码》；通知主送单位',
    terms: units.map((unit) => unitTerm(unit, counties.get(unit.code) ?? [], only)),
  };
}

/** County names that one unit alone has: 市中区 is in 内江 and in 乐山. */
function namedOnce(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.filter((name, index) => names.indexOf(name) === index && names.lastIndexOf(name) === index));
}

/** Names of the counties under a prefecture's code; none for any other code. */
function countiesOf(code: string): readonly string[] {
  if (!/^\d{4}00$/.test(code) || code.endsWith('0000')) return [];
  return divisionsUnder(code.slice(0, 4))
    .filter((county) => county.code !== code && county.name !== '市辖区')
    .map(({ name }) => name);
}

function unitTerm(unit: UnitNames, counties: readonly string[], only: ReadonlySet<string>): Term {
  const value = divisionName(unit.code) ?? unit.short;
  const province = divisionName(`${unit.code.slice(0, 2)}0000`) ?? '';
  const written = [unit.name, unit.short, ...unit.aliases];
  const spellings = [
    ...written,
    ...[value, ...written].map((text) => province + text),
    ...prefixes(unit.code),
    // A county of the prefecture, with or without the prefecture before it.
    ...counties.filter((county) => only.has(county)),
    ...[value, unit.short, province + value, province + unit.short].flatMap((above) =>
      counties.map((county) => above + county),
    ),
  ];
  return {
    value,
    code: unit.code,
    spellings: [...new Set(spellings)].filter((text) => text !== value),
    facts: { unit: unit.code },
  };
}

/** 510100 is also written 5101. */
function prefixes(code: string): readonly string[] {
  return /^\d{4}00$/.test(code) ? [code.slice(0, 4)] : [];
}
