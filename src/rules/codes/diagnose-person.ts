import { isPlaceholder } from '../placeholder.ts';
import { hasPersonalNumber } from './mask.ts';

/** What is wrong with a text that should be one person's name: one verdict, the most telling first. */
export type PersonVerdict = 'ok' | 'told-elsewhere' | 'digits' | 'several' | 'institution' | 'title' | 'format';

/** Chinese characters of all planes; · parts the names of peoples of 凉山, 甘孜 and 阿坝. */
const NAME = /^[\p{Script=Han}〇]{2,}(?:·[\p{Script=Han}〇]+)*$|^[\p{Script=Han}〇]+·[\p{Script=Han}〇·]+$/u;
const SHORTEST_GLUED = 5;
const TITLES =
  /(?:副?(?:主任|科长|院长|处长|局长|部长|股长|组长|书记|主管|经理)(?:医师|护师|技师)?|负责人|管理员|联络员|医生|医师|护士长?|老师|工程师|先生|女士|同志|干事|科员)(?:[((（].*)?$/u;
const INSTITUTION =
  /(?:医院|卫生院|保健院|中心|卫生健康委|卫健委|卫健局|委员会|信息科|医务科|医务部|病案室|病案科|质控科|质控办|办公室|统计室|科$|部$)/u;
const SEVERAL = /[、/，,;；|&＆\n]|\s+\p{Script=Han}{2,}/u;

/** The verdict on a cleaned text. `told-elsewhere`: another rule has said it. */
export function diagnosePerson(text: string): PersonVerdict {
  if (NAME.test(text) && [...text].length <= 3 && !INSTITUTION.test(text)) return titleOf(text) === '' ? 'ok' : 'title';
  if (hasPersonalNumber(text) || isPlaceholder(text)) return 'told-elsewhere';
  if (/\d/.test(text)) return 'digits';
  if (INSTITUTION.test(text) && !isNameOfPeoples(text)) return 'institution';
  if (SEVERAL.test(text)) return 'several';
  if (titleOf(text) !== '') return 'title';
  return NAME.test(text) && (text.includes('·') || [...text].length < SHORTEST_GLUED + 4) ? 'ok' : 'format';
}

function isNameOfPeoples(text: string): boolean {
  return text.includes('·');
}

/** The title at the end of a name (张三科长 → 科长); '' when the rest would be no name. */
export function titleOf(text: string): string {
  const title = TITLES.exec(text);
  return title && title.index >= 1 ? title[0] : '';
}
