import { describe, expect, it } from 'vitest';
import { mayBePlain } from '../../../src/mail/providers/account.ts';
import { findProvider, PROVIDERS } from '../../../src/mail/providers/providers.ts';

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

describe('every provider', () => {
  it.each(PROVIDERS.map((provider) => [provider.id, provider] as const))(
    '%s encrypts, paces itself and says where the secret is made',
    (_id, provider) => {
      for (const endpoint of [provider.imap, provider.smtp]) expect(endpoint?.secure ?? true).toBe(true);
      expect(provider.limits.secondsBetween).toBeGreaterThan(0);
      expect(provider.secretAdvice).toMatch(/授权码|密码/);
    },
  );

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
