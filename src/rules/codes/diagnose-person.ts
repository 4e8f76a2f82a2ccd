import { isPlaceholder } from '../placeholder.ts';
import { hasPersonalNumber } from './mask.ts';
import { rememberLast } from './remember-last.ts';

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

/** Given names end in 科 and 部 as departments do: 罗科 and 唐文科 are people, 皮肤科 and 康复科 are none. */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文牟樊兰殷施洪翟倪庞颜庄聂鲁岳邢欧俞柴冉蒲敬青苟税雍代鲜母涂伍柳祝温骆柯';
const PERSON_LIKE_DEPARTMENT = new RegExp(
  `^(?:[${SURNAMES}][\\p{Script=Han}]?|欧阳|司马|上官|诸葛|司徒|东方)[科部]$`,
  'u',
);
const DEPARTMENTS = /^(?:康复|皮肤|文秘|方志|文教|文宣|石膏|高压|高干|白内|方便|金融|司法|康养|高职)[科部]$/u;

function isNamedLikeDepartment(text: string): boolean {
  return PERSON_LIKE_DEPARTMENT.test(text) && !DEPARTMENTS.test(text);
}

/** The verdict on a cleaned text. `told-elsewhere`: another rule has said it. */
export function diagnosePerson(text: string): PersonVerdict {
  return verdictOf(text);
}

const verdictOf = rememberLast(judge);

function judge(text: string): PersonVerdict {
  if (NAME.test(text) && [...text].length <= 3 && (!INSTITUTION.test(text) || isNamedLikeDepartment(text)))
    return titleOf(text) === '' ? 'ok' : 'title';
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

/** The title at the end of a name (张三科长 → 科长), or in place of one; '' without a title. */
export function titleOf(text: string): string {
  return TITLES.exec(text)?.[0] ?? '';
}
