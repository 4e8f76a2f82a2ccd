import type { ReadingRule } from '../rule.ts';

/** A code that a spreadsheet kept as a number beyond its fifteen digits: the rest is gone and is never made up. */
export const digitsPrecisionLost: ReadingRule = {
  scope: 'reading',
  code: 'digits/precision-lost',
  severity: 'block',
  title: '长号码末几位已丢失',
  message: '“{column}”被表格软件当成了数字，只剩“{seen}”，第15位以后的数字已经丢失',
  remedy: '请把该列设为文本格式，对照证书重新键入完整号码。',
  example: { wrong: '5.10107E+21', right: '45071234751010411A1001' },
  source: 'Excel 规格：数字精度为15位',
};
