import { isPlaceName } from '../../vocabularies/place-names.ts';
import { isPlaceholder } from '../placeholder.ts';
import { hasPersonalNumber } from './mask.ts';
import { rememberLast } from './remember-last.ts';

/** What is wrong with a text that should be the full name of a medical institution. */
export type InstitutionVerdict =
  | 'ok'
  | 'told-elsewhere'
  | 'place-only'
  | 'person'
  | 'too-short'
  | 'no-place'
  | 'no-general-name';

const SHORTEST = 4;
/** General names of the 实施细则, and what follows them in real names. */
const GENERAL =
  /(?:医院|卫生院|保健院|保健所|疗养院|防治院|防治所|护理院|中心|门诊部|诊所|急救站|院区|分院|总院|研究所|[医病]院)/u;
const GENERAL_ONLY =
  /^(?:第?[一二三四五六七八九十\d]{0,3})?(?:市|县|区|州|省)?(?:第?[一二三四五六七八九十\d]{0,3})?(?:人民|中心|中医|中西医结合|妇幼保健|妇女儿童|综合|专科|口腔|精神病|精神卫生|传染病)?(?:医院|保健院|中心)$/u;

const SLIPS: readonly (readonly [wrong: RegExp, right: string])[] = [
  [/人名医院/u, '人民医院'],
  [/人人民医院/u, '人民医院'],
  [/人民民医院/u, '人民医院'],
  [/人民医医院/u, '人民医院'],
  [/医院医院/u, '医院'],
  [/[醫][院]/u, '医院'],
  [/攀枝花是/u, '攀枝花市'],
  [/妇幼保建院/u, '妇幼保健院'],
  [/中西医结和/u, '中西医结合'],
  [/医院完$|医完$/u, '医院'],
];

/** The verdict on a cleaned text. `told-elsewhere`: another rule has said it. */
export function diagnoseInstitutionName(text: string): InstitutionVerdict {
  return verdictOf(text);
}

const verdictOf = rememberLast(judge);

function judge(text: string): InstitutionVerdict {
  const general = GENERAL.test(text);
  if (general && [...text].length > 12) return 'ok';
  if (hasPersonalNumber(text) || isPlaceholder(text)) return 'told-elsewhere';
  if (!general && isPlaceName(text)) return 'place-only';
  if (GENERAL_ONLY.test(text)) return [...text].length < SHORTEST ? 'too-short' : 'no-place';
  if (general) return 'ok';
  if (/^\p{Script=Han}{2,4}$/u.test(text)) return 'person';
  return [...text].length < SHORTEST ? 'too-short' : 'no-general-name';
}

/** A slip that is never part of a name, with the whole name corrected; undefined when there is none. */
export function findNameSlip(
  text: string,
): { readonly wrong: string; readonly right: string; readonly corrected: string } | undefined {
  for (const [pattern, right] of SLIPS) {
    const found = pattern.exec(text);
    if (found) return { wrong: found[0], right, corrected: text.replace(pattern, right) };
  }
  return undefined;
}
