import { normalizeInstitutionName } from './normalize-institution-name.ts';
import { leadingPlace, type PlaceLexicon } from './place-lexicon.ts';

/** A name taken apart. Names that a bracket gives besides (又名, 挂牌) stand in `others`. */
export interface InstitutionName {
  /** Codes of the most exact place in front; [] when the name gives none. */
  readonly places: readonly string[];
  /** 市, 县, 区, 州, 省 without the place's name (市人民医院); '' otherwise. */
  readonly bareLevel: string;
  /** 1 for 第一 and 一, 0 without a number. */
  readonly ordinal: number;
  /** What the institution is called, in one way of writing. */
  readonly core: string;
  /** Branch of the institution (天府院区 → 天府); '' for the whole. */
  readonly campus: string;
  readonly others: readonly InstitutionName[];
}

const ORDINALS: Readonly<Record<string, number>> = {
  ...{ 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10, 十一: 11, 十二: 12 },
};
/** 第一, 二, 3 in front of a general name; 404 is part of the name. */
const ORDINAL = /第?(十[一二]?|[一二三四五六七八九]|(?<!\d)\d{1,2})(?=人民|中医|中西|医院|院$|妇幼|骨科|附属|职工)/u;
const CAMPUS =
  /^(.*?(?:医院|保健院|卫生院|中心|防治院))(.{0,12}?)(?:院区|分院|分部|院部|医疗区|病区|门诊部|([东西南北新老本总])[院区])$/u;
const FORMER = /^(?:原|曾用名|旧称|前身)/u;
const BESIDES = /^(?:又名|挂牌|第二名称|亦称|加挂|即|简称)[:：]?/u;
const GENERAL = /(?:医院|保健院|卫生院|中心|疗养院|防治院|护理院)$/u;

const CORES: readonly (readonly [pattern: RegExp, plain: string])[] = [
  [/中医\(?综合\)?医院$/u, '中医医院'],
  [/(?<!中西)中医院$/u, '中医医院'],
  [/中西医结合院$/u, '中西医结合医院'],
  [/妇幼保健(?:和)?计划生育服务(?:中心|院)$/u, '妇幼保健院'],
  [/妇幼保健(?:服务)?(?:中心|医院)$/u, '妇幼保健院'],
  [/妇幼院$/u, '妇幼保健院'],
  [/精神病(?:专科)?医?院$/u, '精神病医院'],
  [/传染病院$/u, '传染病医院'],
  [/口腔(?:专科|病)医院$/u, '口腔医院'],
  [/肿瘤(?:专科|病)医院$/u, '肿瘤医院'],
  [/^人医$/u, '人民医院'],
  [/^院$/u, '医院'],
];

/** Takes a name apart; `lexicon` knows the places that may stand in front. */
export function parseInstitutionName(name: string, lexicon: PlaceLexicon): InstitutionName {
  const { outside, inside } = partBrackets(normalizeInstitutionName(name));
  const campusInside = inside.map(campusOf).find((campus) => campus !== '') ?? '';
  const others = inside
    .map((text) => text.replace(BESIDES, ''))
    .filter((text) => !FORMER.test(text) && GENERAL.test(text) && campusOf(text) === '')
    .map((text) => parsePlain(text, lexicon, []));
  const parsed = parsePlain(outside, lexicon, others);
  return campusInside === '' ? parsed : { ...parsed, campus: campusInside };
}

function partBrackets(text: string): { readonly outside: string; readonly inside: readonly string[] } {
  const inside = [...text.matchAll(/\(([^()]*)\)/gu)].map((match) => match[1] ?? '');
  const kept = text.replace(/中医\(综合\)/gu, '中医').replace(/\([^()]*\)/gu, '');
  return { outside: kept.replace(/[()]/gu, ''), inside: inside.filter((part) => part !== '综合') };
}

/** A bracket that names a branch: (天府院区), (东院). */
function campusOf(text: string): string {
  const named = /^(.{1,12}?)(?:院区|分院|分部)$/u.exec(text)?.[1] ?? /^([东西南北新老本总])[院区]$/u.exec(text)?.[1];
  return named ?? '';
}

function parsePlain(text: string, lexicon: PlaceLexicon, others: readonly InstitutionName[]): InstitutionName {
  const branch = CAMPUS.exec(text);
  const whole = branch?.[1] ?? text;
  const campus = branch ? (branch[2] ?? '') + (branch[3] ?? '') : '';
  const { places, rest } = takePlaces(whole, lexicon);
  const bareLevel =
    places.length === 0 ? (/^[省市州县区](?=[第一二三四五六七八九十人中妇精口传藏]|\d)/u.exec(rest)?.[0] ?? '') : '';
  const numbered = bareLevel === '' ? rest : rest.slice(1);
  const ordinal = ORDINAL.exec(numbered);
  const core = ordinal ? numbered.replace(ordinal[0], '') : numbered;
  return {
    places,
    bareLevel,
    ordinal: ordinal ? (ORDINALS[ordinal[1] ?? ''] ?? Number(ordinal[1])) : 0,
    core: plainCore(core, ordinal !== null),
    campus: campus === '' && branch ? '分' : campus,
    others,
  };
}

/** 省, 市, 县 one after the other; the last one taken is the most exact. */
function takePlaces(
  text: string,
  lexicon: PlaceLexicon,
): { readonly places: readonly string[]; readonly rest: string } {
  let rest = text;
  let places: readonly string[] = [];
  for (let round = 0; round < 3; round += 1) {
    const found = leadingPlace(rest, lexicon);
    if (!found) break;
    const within = places.length === 0 ? found.codes : found.codes.filter((code) => liesUnder(code, places));
    if (within.length === 0) break;
    places = within;
    rest = rest.slice(found.name.length);
  }
  // 乐山市中区: the 市 of 乐山市 and of 市中区 written once.
  const shared = rest.startsWith('中区') && places.length > 0 ? (lexicon.codes.get('市中区') ?? []) : [];
  const district = shared.filter((code) => liesUnder(code, places));
  return district.length > 0 ? { places: district, rest: rest.slice(2) } : { places, rest };
}

function liesUnder(code: string, parents: readonly string[]): boolean {
  return parents.some((parent) => parent !== code && code.startsWith(parent.replace(/(?:00){1,2}$/, '')));
}

function plainCore(core: string, numbered: boolean): string {
  let text = core;
  for (const [pattern, plain] of CORES) text = text.replace(pattern, plain);
  // 市一医院, 第一院 are short for 第一人民医院.
  return numbered && text === '医院' ? '人民医院' : text;
}
