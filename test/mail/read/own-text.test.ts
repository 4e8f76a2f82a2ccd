import { describe, expect, it } from 'vitest';
import { ownText } from '../../../src/mail/read/own-text.ts';

describe('the sender’s own text', () => {
  it.each<[string, string]>([
    ['QQ', '见附件。\n\n------------------ 原始邮件 ------------------\n发件人: "收集"\n请报送'],
    ['163', '见附件。\n\n\n在 2025-01-10 09:30:00，"收集" <a@b.example> 写道：\n> 请报送'],
    ['163 with year', '见附件。\n在2025年1月10日 09:30，收集<a@b.example>写道：\n请报送'],
    ['163 dashes', '见附件。\n---- 回复的原邮件 ----\n发件人 收集\n请报送'],
    ['Foxmail', '见附件。\n\n发件人： 收集\n发送时间： 2025-01-10 09:30\n收件人： 某市\n主题： 通知\n请报送'],
    ['Outlook', '见附件。\n-----Original Message-----\nFrom: a\nSent: b\n请报送'],
    ['Gmail', '见附件。\nOn Fri, Jan 10, 2025 at 9:30 AM 收集 <a@b.example> wrote:\n> 请报送'],
    ['quoted lines between', '> 请报送\n见附件。\n> 请报送'],
    ['underscores', '见附件。\n________________________________\n发件人: 收集'],
  ])('%s', (_, text) => {
    expect(ownText(text)).toBe('见附件。');
  });

  it.each([['发件人：医政科 张三'], ['我在 2025-01-10 写道：见附件的说明书也请一并审阅'], ['---\n此致\n敬礼']])(
    'keeps %j',
    (text) => {
      expect(ownText(text)).toBe(text);
    },
  );
});
