import type { ReadingRule } from '../rule.ts';

/** A code whose leading zeros went when it was stored as a number; proposed when its check digit proves them. */
export const digitsLeadingZero: ReadingRule = {
  scope: 'reading',
  code: 'digits/leading-zero',
  severity: 'error',
  title: '前面的 0 丢失',
  message: '“{column}”的“{seen}”前面的 0 被表格软件去掉了',
  remedy: '请把该列设为文本格式，补上前面的 0。',
  example: { wrong: '71234567', right: '071234567' },
  source: 'GB 11714-1997：代码含前导 0 时位数固定',
};
