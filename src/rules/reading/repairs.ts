import type { ReadingRule } from '../rule.ts';

const SOURCE = '整理规则：只改书写方式，不改内容，改前改后均留痕';
const NOTHING_TO_DO = '不必改；如不对，请在回信中说明。';

/** kind, short name, what was done, and an example of before and after. */
const REPAIRS: readonly (readonly [kind: string, title: string, done: string, wrong: string, right: string])[] = [
  ['full-width', '全角改半角', '全角字符已改为半角', '１３９００００１２３４', '13900001234'],
  ['invisible', '去掉看不见的字符', '夹有看不见的字符，已去掉', '13900001234（带零宽空格）', '13900001234'],
  ['apostrophe', '去掉前面的撇号', '前面的撇号已去掉', '’13900001234', '13900001234'],
  ['quoted', '去掉外层引号', '外层的等号和引号已去掉', '="13900001234"', '13900001234'],
  ['spaces', '去掉空格', '多余的空格已去掉', '139 0000 1234', '13900001234'],
  ['line-break', '去掉换行', '单元格内的换行已去掉', '示例市（换行）人民医院', '示例市人民医院'],
  ['hyphen', '去掉连字符', '连字符已去掉', '45071234-7', '450712347'],
  ['decimal', '去掉小数点', '号码后面的小数点已去掉', '13900001234.0', '13900001234'],
  ['scientific', '还原科学计数', '按数字存放的号码已还原为完整数字', '1.3900001234E10', '13900001234'],
  ['zero-format', '按显示补 0', '单元格按格式显示前面的 0，已照显示登记', '71234567', '071234567'],
  [
    'stored-as-number',
    '数字改为文本',
    '被存成了数字，各位完整，已按文本登记',
    '13900001234（数字）',
    '13900001234（文本）',
  ],
  ['upper-case', '改为大写', '小写字母已改为大写', '12510100450712347e', '12510100450712347E'],
  ['lower-case', '改为小写', '邮箱已改为小写', 'ZhangSan@163.com', 'zhangsan@163.com'],
  ['mail-link', '去掉邮箱链接', '邮箱前面的 mailto: 已去掉', 'mailto:zhangsan@163.com', 'zhangsan@163.com'],
  ['date', '日期改为规范写法', '日期已改为年-月-日的写法', '2025年3月1日', '2025-03-01'],
  ['number', '数字改为规范写法', '数字已改为规范写法', '1,200', '1200'],
  ['around', '去掉前后的字样', '号码、邮箱或名称前后的字样已去掉', '邮箱：zhangsan@163.com', 'zhangsan@163.com'],
  ['term', '按规范写法登记', '已按规范写法登记', '三级医院', '三级'],
  ['split', '一格拆成两列', '一格里写了两列的内容，已分开登记', '三级甲等', '三级、甲等'],
  ['ditto', '按上一行登记', '写的是“同上”，已按上一行登记', '同上', '成都市'],
  ['merged', '合并单元格', '在合并的单元格内，已按合并单元格的内容登记', '（合并的空格）', '成都市'],
  ['kept', '沿用此前报送', '这次没有填写，已沿用此前报送的内容（{seen}）', '（更正表没有这一栏）', '13900001234'],
  ['filled-down', '按上方登记', '空着，已按上方填写的内容登记', '（空）', '成都市'],
];

/** One notice a cleaning step; `from` is {seen}, `to` is {expected}. */
export const REPAIR_RULES: readonly ReadingRule[] = REPAIRS.map(([kind, title, done, wrong, right]) => ({
  scope: 'reading',
  code: `repair/${kind}`,
  severity: 'notice',
  title,
  // Where the cell itself held nothing there is nothing to quote.
  message: `“{column}”${wrong.startsWith('（') ? '' : '“{seen}”'}${done}：“{expected}”`,
  remedy: NOTHING_TO_DO,
  example: { wrong, right },
  source: SOURCE,
}));
