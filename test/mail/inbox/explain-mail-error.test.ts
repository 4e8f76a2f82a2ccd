import { describe, expect, it } from 'vitest';
import { explainMailError } from '../../../src/mail/inbox/explain-mail-error.ts';
import type { MailAccount } from '../../../src/mail/providers/account.ts';
import { NETEASE_163 } from '../../../src/mail/providers/netease-163.ts';
import { Outage } from '../../../src/text/outage.ts';
import { UserError } from '../../../src/text/user-error.ts';

const endpoint = { host: 'imap.163.com', port: 993, secure: true };
const account: MailAccount = {
  address: 'box@163.com',
  user: 'box@163.com',
  name: '',
  provider: NETEASE_163,
  imap: endpoint,
  smtp: endpoint,
  secret: 'SECRET-CODE',
};
const fault = (more: Readonly<Record<string, unknown>>): Error => Object.assign(new Error('Command failed'), more);

describe('a fault of the mail server in Chinese', () => {
  it.each([
    [
      'unsafe login',
      { responseText: 'SELECT Unsafe Login. Please contact kefu@188.com for help' },
      '拒绝打开邮箱',
      '客户端授权码',
    ],
    [
      'refused secret',
      { authenticationFailed: true, response: 'NO LOGIN Login error' },
      '拒绝登录 box@163.com',
      '不要连续重试',
    ],
    ['unknown authority', { code: 'SELF_SIGNED_CERT_IN_CHAIN' }, '证书没有通过验证', '根证书'],
  ])('%s is for the clerk to mend', (_what, more, message, advice) => {
    const told = explainMailError(fault(more), account);

    expect(told).toBeInstanceOf(UserError);
    expect(told.message).toContain(message);
    expect((told as UserError).nextStep).toContain(advice);
  });

  it.each([
    ['no such name', { code: 'ENOTFOUND' }, '找不到服务器地址'],
    ['closed port', { code: 'ECONNREFUSED' }, '服务器拒绝连接'],
    ['silence', { code: 'ETIMEDOUT' }, '超过时间没有应答'],
    ['BYE', { code: 'NoConnection', reason: 'Server is too busy' }, '没有正常应答：Server is too busy'],
    ['anything else', {}, '没有正常应答：连接中断'],
  ])('%s is an outage', (_what, more, message) => {
    const told = explainMailError(fault(more), account);

    expect(told).toBeInstanceOf(Outage);
    expect(told.message).toContain(message);
    expect((told as Outage).advice).not.toBe('');
  });

  it('never repeats the secret or keeps the library’s error', () => {
    const told = explainMailError(
      fault({ responseText: `bad command LOGIN box SECRET-CODE\r\n${'x'.repeat(999)}` }),
      account,
    );

    expect(told.message).not.toContain('SECRET-CODE');
    expect(told.message.length).toBeLessThan(300);
    expect(JSON.stringify(told.cause ?? '')).not.toContain('SECRET-CODE');
  });
});
