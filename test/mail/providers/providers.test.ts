import { describe, expect, it } from 'vitest';
import { mayBePlain } from '../../../src/mail/providers/account.ts';
import { findProvider, PROVIDERS, serversOf } from '../../../src/mail/providers/providers.ts';

describe('the provider of an address', () => {
  it.each([
    ['a@163.com', '163'],
    ['a@VIP.163.com', '163'],
    ['a@126.com', '126'],
    ['1@qq.com', 'qq'],
    ['a@139.com', '139'],
    ['a@sina.cn', 'sina'],
    ['a@wjw.example.gov.cn', 'generic'],
  ])('%s is %s', (address, id) => {
    expect(findProvider(address)?.id).toBe(id);
  });

  it('is the named one, whatever the address', () => {
    expect(findProvider('a@wjw.example.gov.cn', 'coremail')?.id).toBe('coremail');
    expect(findProvider('a@163.com', 'nobody')).toBeUndefined();
  });
});

describe('the servers of an address', () => {
  it.each([
    ['a@163.com', undefined, 'imap.163.com:993', 'smtp.163.com:465'],
    ['a@vip.163.com', undefined, 'imap.vip.163.com:993', 'smtp.vip.163.com:465'],
    ['a@yeah.net', undefined, 'imap.yeah.net:993', 'smtp.yeah.net:465'],
    ['a@126.com', undefined, 'imap.126.com:993', 'smtp.126.com:465'],
    ['a@wjw.example.cn', 'qiye.163', 'imap.qiye.163.com:993', 'smtp.qiye.163.com:994'],
    ['1@qq.com', undefined, 'imap.qq.com:993', 'smtp.qq.com:465'],
    ['a@foxmail.com', undefined, 'imap.qq.com:993', 'smtp.qq.com:465'],
    ['a@wjw.example.cn', 'exmail.qq', 'imap.exmail.qq.com:993', 'smtp.exmail.qq.com:465'],
    ['a@139.com', undefined, 'imap.139.com:993', 'smtp.139.com:465'],
    ['a@sina.com', undefined, 'imap.sina.com:993', 'smtp.sina.com:465'],
    ['a@sina.cn', undefined, 'imap.sina.cn:993', 'smtp.sina.cn:465'],
    ['a@wjw.example.gov.cn', 'coremail', undefined, undefined],
    ['a@wjw.example.gov.cn', undefined, undefined, undefined],
  ])('%s (%s)', (address, id, receiving, sending) => {
    const provider = findProvider(address, id);
    const { imap, smtp } = provider ? serversOf(provider, address) : {};

    expect(imap && `${imap.host}:${imap.port}`).toBe(receiving);
    expect(smtp && `${smtp.host}:${smtp.port}`).toBe(sending);
  });
});

describe('every provider', () => {
  it.each(PROVIDERS.map((provider) => [provider.id, provider] as const))(
    '%s encrypts, paces itself and says where the secret is made',
    (_id, provider) => {
      for (const endpoint of [provider.imap, provider.smtp]) expect(endpoint?.secure ?? true).toBe(true);
      expect(provider.limits.secondsBetween).toBeGreaterThan(0);
      expect(provider.limits.perConnection).toBeGreaterThan(0);
      expect(provider.limits.perDay).toBeGreaterThan(24);
      expect(provider.pollSeconds).toBeGreaterThanOrEqual(60);
      expect(provider.secretAdvice).toMatch(/授权码|密码/);
    },
  );

  it('is there', () => {
    expect(PROVIDERS.map((provider) => provider.id)).toEqual(
      expect.arrayContaining(['163', '126', 'qiye.163', 'qq', 'exmail.qq', '139', 'sina', 'coremail', 'generic']),
    );
  });

  it('has an id of its own', () => {
    expect(new Set(PROVIDERS.map((provider) => provider.id)).size).toBe(PROVIDERS.length);
  });
});

describe('a connection without encryption', () => {
  it.each([
    ['127.0.0.1', true],
    ['localhost', true],
    ['10.0.0.5', false],
    ['127.0.0.1.example.com', false],
  ])('to %s is allowed: %s', (host, allowed) => {
    expect(mayBePlain({ host, port: 143, secure: false })).toBe(allowed);
  });
});
