import { describe, expect, it } from 'vitest';
import { composeMail, type MailParts } from '../../../src/mail/outbox/compose-mail.ts';

const parts: MailParts = {
  from: { name: '医政处', address: 'box@163.com' },
  to: 'a@example.com',
  cc: ['b@example.com'],
  subject: '请报送医院信息汇总表（成都市）',
  text: '成都市卫生健康委员会：\n',
  html: '<p>成都市卫生健康委员会：</p>',
  date: '2025-01-06T01:00:00.000Z',
  messageId: 'mc.510100.request.abc@163.com',
  inReplyTo: '',
  references: [],
  automatic: false,
  attachments: [{ name: '附件2 医院信息汇总表.xlsx', bytes: Buffer.from('PK') }],
};

describe('composing', () => {
  it('gives the same bytes for the same parts', async () => {
    expect((await composeMail(parts)).equals(await composeMail({ ...parts }))).toBe(true);
  });

  it('marks an answer as automatic and puts it into the thread', async () => {
    const raw = (
      await composeMail({ ...parts, inReplyTo: 'q@qq.com', references: ['p@163.com', 'q@qq.com'], automatic: true })
    ).toString();

    expect(raw).toMatch(/^In-Reply-To: <q@qq\.com>/m);
    expect(raw).toMatch(/^References: <p@163\.com> <q@qq\.com>/m);
    expect(raw).toMatch(/^Auto-Submitted: auto-replied/im);
    expect(raw).toMatch(/^X-Auto-Response-Suppress: All/im);
  });

  it('is plain ASCII, with the file name in both notations', async () => {
    const raw = await composeMail(parts);

    expect(raw.every((byte) => byte < 128)).toBe(true);
    expect(raw.toString()).toMatch(/name="=\?UTF-8\?/i);
    expect(raw.toString()).toMatch(/filename\*0\*=utf-8''/i);
  });

  it('never reads files or pages that a text names', async () => {
    const raw = await composeMail({
      ...parts,
      html: '<img src="file:///etc/hostname">',
      text: '{"path":"/etc/hostname"}',
    });
    expect(raw.toString()).not.toContain('multipart/related');
  });
});
