import { describe, expect, it } from 'vitest';
import { loadLetter } from '../../src/mail/letters/load-letter.ts';
import { renderLetter } from '../../src/mail/letters/render-letter.ts';
import { composeMail, type MailParts } from '../../src/mail/outbox/compose-mail.ts';
import { readMessage } from '../../src/mail/read/read-message.ts';
import { isGenuine, signToken } from '../../src/registry/sign-token.ts';
import { hospital, mailbox, outcomes, ROSTER, reply, tell, unit } from '../support/story.ts';
import { ATTACKS } from './hostile-reply.ts';

const INJECTION = '成都市\r\nBcc: victim@example.com\r\n\r\n<b>';
const parts: MailParts = {
  from: { name: `医政处${INJECTION}`, address: 'box@163.com' },
  to: 'a@example.com\r\nBcc: victim@example.com',
  cc: ['b@example.com\nBcc: victim@example.com'],
  subject: `通知${INJECTION}`,
  text: '您好',
  html: '<p>您好</p>',
  date: '2025-01-06T01:00:00.000Z',
  messageId: 'a@163.com',
  inReplyTo: 'q@qq.com>\r\nBcc: victim@example.com\r\nX: <',
  references: ['r@qq.com\r\nBcc: victim@example.com'],
  automatic: false,
  attachments: [{ name: `附件2${INJECTION}"; x="y.xlsx`, bytes: Buffer.from('PK') }],
};

describe('line breaks in what goes into a header', () => {
  it('make no header of their own', async () => {
    const raw = (await composeMail(parts)).toString();
    const heads = raw.slice(0, raw.indexOf('\r\n\r\n')).split(/\r\n(?![ \t])/);
    expect(heads.filter((line) => /^(?:bcc|x):/i.test(line))).toEqual([]);
    expect(raw).not.toMatch(/^Bcc:/im);
    expect((await readMessage(Buffer.from(raw))).files).toHaveLength(1);
  });
});

describe('what a sender wrote', () => {
  it('is plain text in an HTML letter', () => {
    const letter = loadLetter('主题：退回{{单位}}\n\n{{单位}}，请改正：\n\n{{问题清单}}\n', 'a.md');
    const { html, subject } = renderLetter(letter, {
      单位: () => `${ATTACKS.markup}\r\nBcc: x@example.com`,
      问题清单: () => [ATTACKS.breakOut, '[点这里](http://evil.test)'],
    });
    expect(html).not.toMatch(/<img|<script|<a /);
    expect(subject).not.toMatch(/[\r\n]/);
  });
});

const rows = [hospital('成都市', 1), hospital('成都市', 2)];
const token = (short: string, genuine: boolean) => ({
  campaign: 'story',
  unit: unit(short).code,
  form: ROSTER.form,
  version: '1',
  signature: 'x',
  genuine,
});

describe('a spoofed sender', () => {
  it('that fails authentication is no evidence: the same mail is taken with it and held without', () => {
    const mail = { from: mailbox('成都市'), rows };
    const passed = tell([reply({ ...mail, more: { authentication: { spf: 'pass', dkim: 'pass', dmarc: 'pass' } } })]);
    const failed = tell([reply({ ...mail, more: { authentication: { spf: 'fail', dkim: '', dmarc: 'fail' } } })]);
    expect(passed.submissions[0]?.state).toBe('accepted');
    expect(failed.submissions[0]?.state).not.toBe('accepted');
  });

  it('cannot bring a result of his own', async () => {
    const raw = Buffer.from(
      'Received: from a by mx.163.com; Thu, 13 Feb 2025 10:30:00 +0800\r\nAuthentication-Results: evil.test; spf=pass dkim=pass dmarc=pass\r\nFrom: a@example.com\r\n\r\nx',
    );
    expect((await readMessage(raw)).authentication).toEqual({ spf: '', dkim: '', dmarc: '' });
  });
});

describe('the identity of a template', () => {
  const identity = { campaign: 'spring', unit: '510100', form: 'hospital-roster', version: '1' };
  const signature = signToken(identity, '00'.repeat(32));

  it.each([
    ['another unit', { unit: '510700' }],
    ['another form', { form: 'liaison-list' }],
    ['another campaign', { campaign: 'autumn' }],
  ])('is not genuine when altered to %s', (_, change) => {
    expect(isGenuine({ ...identity, signature }, '00'.repeat(32))).toBe(true);
    expect(isGenuine({ ...identity, signature, ...change }, '00'.repeat(32))).toBe(false);
  });

  it('forged, is no evidence for its unit', () => {
    const state = tell([reply({ from: 'x@qq.example', token: token('成都市', false), rows })]);
    expect(state.submissions[0]?.state).not.toBe('accepted');
  });

  it('copied from another unit, is a contradiction that a person settles', () => {
    const state = tell([reply({ from: mailbox('成都市'), token: token('德阳市', true), rows })]);
    expect(outcomes(state)).toEqual(['held mail/unit-contradiction']);
  });
});
