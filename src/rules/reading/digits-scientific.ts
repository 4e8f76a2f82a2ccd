import type { ReadingRule } from '../rule.ts';

/** What is left of a long number once it was shown with an exponent and saved as text. */
export const digitsScientific: ReadingRule = {
  scope: 'reading',
  code: 'digits/scientific',
  severity: 'block',
  title: '号码成了科学计数',
  message: '“{column}”填的“{seen}”是长号码变成科学计数后剩下的样子，原来的数字已经丢失',
  remedy: '请把该列设为文本格式，重新键入完整号码。',
  example: { wrong: '5.10107E+21', right: '45071234751010411A1001' },
  source: 'Excel 规格：常规格式的长数字按科学计数显示',
};
