import { type InstitutionName, parseInstitutionName } from './names/parse-institution-name.ts';
import { placeLexicon } from './names/place-lexicon.ts';

/** same: one institution, as far as names can tell · likely: a person should look · different. */
export interface NameMatch {
  /** 0 to 1. */
  readonly score: number;
  readonly verdict: 'same' | 'likely' | 'different';
}

export interface NameContext {
  /** Six-digit codes of the 市（州） in which each name is reported, where known. */
  readonly prefectures?: readonly [string, string];
}

const SAME = 0.9;
const LIKELY = 0.7;
const AFFILIATED = 0.95;

/** Cores that hundreds of institutions share: only place and number tell them apart. */
const SHARED_CORES: ReadonlySet<string> = new Set([
  ...['人民医院', '中心医院', '中医医院', '中西医结合医院', '妇幼保健院', '精神病医院', '精神卫生中心', '传染病医院'],
  ...[
    '口腔医院',
    '肿瘤医院',
    '骨科医院',
    '眼科医院',
    '康复医院',
    '儿童医院',
    '妇产医院',
    '医院',
    '职工医院',
    '中心卫生院',
  ],
  ...['附属医院', '红十字会医院', '妇女儿童医院', '老年医院', '公共卫生临床医疗中心', '急救中心', '疾病预防控制中心'],
]);
/** What stands in front of a name without making another institution of it. */
const AFFILIATION = /^.*(?:大学|学院|公司|集团|医大|附属)$/u;

/**
 * How surely two names mean one institution. Codes decide, names are only evidence: never merge by this alone.
 * Knows places in front (省, 市, 县, former names), 第一 and 一, 〇 and 0, 中医院 and 中医医院, brackets, 院区 and second names.
 */
export function compareInstitutionNames(one: string, other: string, context: NameContext = {}): NameMatch {
  if (one === '' || other === '') return judge(0);
  const [first, second] = context.prefectures ?? ['', ''];
  const a = parseInstitutionName(one, placeLexicon(first.slice(0, 2)));
  const b = parseInstitutionName(other, placeLexicon(second.slice(0, 2)));
  const readings = [a, ...a.others].flatMap((left) =>
    [b, ...b.others].map((right) => score(left, right, first, second)),
  );
  return judge(a.campus === b.campus ? Math.max(...readings) : score(a, b, first, second));
}

function judge(value: number): NameMatch {
  if (value >= SAME) return { score: value, verdict: 'same' };
  return { score: value, verdict: value >= LIKELY ? 'likely' : 'different' };
}

function score(a: InstitutionName, b: InstitutionName, first: string, second: string): number {
  if (a.campus !== b.campus) return 0.3;
  if (a.ordinal !== b.ordinal) return 0.2;
  const shared = SHARED_CORES.has(a.core);
  const core = compareCores(a.core, b.core);
  const place = comparePlaces(a, b, first, second);
  if (place === 'conflict') return core === 1 && !shared ? 0.5 : 0.1;
  if (core < 1)
    return place === 'unsure' && core < AFFILIATED ? core * 0.8 : Math.min(core, place === 'unsure' ? 0.91 : 1);
  if (place === 'equal') return 1;
  // A name of its own needs no place; 人民医院 does.
  return shared ? 0.75 : 0.92;
}

/** 1 equal, 0.95 with an affiliation in front of one, otherwise less the more they differ. */
function compareCores(a: string, b: string): number {
  if (a === b) return 1;
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  if (SHARED_CORES.has(shorter) || shorter.length < 4) return 0.3;
  if (!longer.endsWith(shorter)) return 0.3;
  return AFFILIATION.test(longer.slice(0, longer.length - shorter.length)) ? AFFILIATED : 0.75;
}

/** equal: the same place · unsure: one side gives none, or a place around the other's · conflict: two places. */
function comparePlaces(
  a: InstitutionName,
  b: InstitutionName,
  first: string,
  second: string,
): 'equal' | 'unsure' | 'conflict' {
  const [left, right] = [placesOf(a, first), placesOf(b, second)];
  if (left.length === 0 || right.length === 0) {
    return isElsewhere(left.length === 0 ? right : left, left.length === 0 ? first : second) ? 'conflict' : 'unsure';
  }
  if (left.some((code) => right.includes(code))) return 'equal';
  return 'conflict';
}

/** A name without a place, reported in another prefecture than the other name's place. */
function isElsewhere(places: readonly string[], prefecture: string): boolean {
  if (prefecture === '' || places.length === 0) return false;
  return !places.some((code) => code.endsWith('0000') || code.startsWith(prefecture.slice(0, 4)));
}

/** 市人民医院 reported in 成都市 is the city's; 县人民医院 stays open. */
function placesOf(name: InstitutionName, prefecture: string): readonly string[] {
  if (name.places.length > 0 || prefecture === '') return name.places;
  if (name.bareLevel === '市' || name.bareLevel === '州') return [prefecture];
  return name.bareLevel === '省' ? [`${prefecture.slice(0, 2)}0000`] : [];
}

/** Names with the same key are the same in place, number, core and branch; `prefecture` (code or '') fills a missing place. */
export function institutionNameKey(name: string, prefecture: string): string {
  if (name === '') return '';
  const asked = `${prefecture}|${name}`;
  const known = KEYS.get(asked);
  if (known !== undefined) return known;
  const key = makeKey(name, prefecture);
  if (name.length <= LONGEST_KEPT) {
    if (KEYS.size >= MOST_KEPT) KEYS.clear();
    KEYS.set(asked, key);
  }
  return key;
}

/** A name is asked for by its table, by the province and by the register, and comes again in every reply. */
const KEYS = new Map<string, string>();
const MOST_KEPT = 20_000;
const LONGEST_KEPT = 64;

function makeKey(name: string, prefecture: string): string {
  const parsed = parseInstitutionName(name, placeLexicon(prefecture.slice(0, 2)));
  const given = placesOf(parsed, prefecture);
  const places = given.length > 0 ? given : [prefecture];
  return [places.join('/'), parsed.bareLevel === '县' ? '县' : '', parsed.ordinal, parsed.core, parsed.campus].join(
    '|',
  );
}

/** The branch that a name tells (天府院区 → 天府), '' for the whole institution. */
export function campusOfName(name: string): string {
  return parseInstitutionName(name, placeLexicon('')).campus;
}
