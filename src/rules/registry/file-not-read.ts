import type { ReadingRule } from '../rule.ts';

/** A file beside a table that was taken: it may hold what is still missing. */
export const fileNotRead: ReadingRule = {
  scope: 'reading',
  code: 'file/not-read',
  severity: 'error',
  title: '同一邮件中有文件没有读取',
  message: '同一邮件中的“{seen}”没有读取：{why}',
  remedy: '如其中有需要报送的内容，{ask}；只是盖章件、说明件的，不必处理。',
  example: { wrong: '附件2可以读取，附件3设了密码', right: '两个附件都能直接打开' },
  source: '通知附件2、附件3：以电子表格报送',
};
