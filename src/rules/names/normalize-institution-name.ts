import { stripInvisible } from '../../text/strip-invisible.ts';

/** Ways of writing that never make another institution. */
const SPELLINGS: readonly (readonly [pattern: RegExp, plain: string])[] = [
  [/[醫]/gu, '医'],
  [/[縣]/gu, '县'],
  [/[區]/gu, '区'],
  [/人名医院|人人民医院|人民民医院|人民医医院/gu, '人民医院'],
  [/医院医院/gu, '医院'],
  [/妇幼保建/gu, '妇幼保健'],
  [/结和医院/gu, '结合医院'],
  [/付属/gu, '附属'],
  [/攀枝花是/gu, '攀枝花市'],
  [/股份有限公司|有限责任公司|有限公司$|\(集团\)|集团公司/gu, ''],
];

const ZERO = /[〇○◯零Oo]/gu;
const NUMERALS: Readonly<Record<string, string>> = {
  ...{ 一: '1', 二: '2', 三: '3', 四: '4', 五: '5', 六: '6', 七: '7', 八: '8', 九: '9' },
};
/** 四〇四, 4O4, 九0三, 三六三: number names of institutions, three digits or more. */
const NUMBER_NAME = /(?<!第)[一二三四五六七八九\d〇○◯零Oo]{3,}/gu;

function toDigits(text: string): string {
  return text.replace(ZERO, '0').replace(/[一二三四五六七八九]/gu, (numeral) => NUMERALS[numeral] ?? numeral);
}

/** One way of writing for a name: half width, no spaces, no slips, number names in digits. Brackets stay, as ( and ). */
export function normalizeInstitutionName(name: string): string {
  const plain = stripInvisible(name)
    .normalize('NFKC')
    .replace(/[\s"'“”‘’《》「」,，.。、·•;；:：_-]/gu, '')
    .replace(/[[【〔{]/gu, '(')
    .replace(/[\]】〕}]/gu, ')');
  let text = plain;
  for (const [pattern, replacement] of SPELLINGS) text = text.replace(pattern, replacement);
  return text.replace(NUMBER_NAME, toDigits);
}
