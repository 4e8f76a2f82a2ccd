import type { ReadingRule } from '../rule.ts';

/** A sheet called 填写样例 beside the sheet that was filled in. */
export const tableExampleSheet: ReadingRule = {
  scope: 'reading',
  code: 'table/example-sheet',
  severity: 'notice',
  title: '样例工作表没有读取',
  message: '工作表“{sheet}”是填写样例（{count} 行），没有读取',
  remedy: '不必改；如其中也有要报送的内容，请移到正式的表里。',
  example: { wrong: '工作表“填写样例”里的行', right: '工作表“附件2”里的行' },
  source: '通知附件2、附件3的表格样式',
};
