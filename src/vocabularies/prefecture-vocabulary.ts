import { divisionName } from './divisions.ts';
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
  return {
    id: 'prefecture',
    title: '市（州）',
    source: 'GB/T 2260《中华人民共和国行政区划代码》；通知主送单位',
    terms: units.map(unitTerm),
  };
}

function unitTerm(unit: UnitNames): Term {
  const value = divisionName(unit.code) ?? unit.short;
  const province = divisionName(`${unit.code.slice(0, 2)}0000`) ?? '';
  const written = [unit.name, unit.short, ...unit.aliases];
  const spellings = [...written, ...[value, ...written].map((text) => province + text), ...prefixes(unit.code)];
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
