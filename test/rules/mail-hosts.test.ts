import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { halfWidthAddress, insertAt, isMisspeltHost, mendHost } from '../../src/rules/codes/mail-hosts.ts';

const PROVIDERS = (
  '163.com qq.com 126.com 139.com yeah.net foxmail.com 189.cn sina.com sina.cn sohu.com aliyun.com outlook.com hotmail.com ' +
  'gmail.com icloud.com wo.cn tom.com 21cn.com 263.net vip.163.com vip.qq.com vip.sina.com live.com msn.com wo.com.cn'
).split(' ');

describe('the host of a large provider', () => {
  it.each(PROVIDERS)('%s is right, and wrong without its full stops', (host) => {
    expect(isMisspeltHost(host)).toBe(false);
    expect(isMisspeltHost(host.replaceAll('.', ''))).toBe(true);
    expect(mendHost(host.replaceAll('.', ''))).toEqual([host]);
    expect(insertAt(`luo${host}`)).toBe(`luo@${host}`);
  });

  it.each(['jixi-yiyuan.cn', 'scwjw.gov.cn', 'edu.cn', '163', 'company.com', 'com.cn'])(
    '%s may be anybody’s',
    (host) => {
      expect(isMisspeltHost(host)).toBe(false);
      expect(mendHost(host)).toEqual([]);
    },
  );
});

describe('a misspelt host', () => {
  it.each([
    ['136.com', '163.com 126.com'],
    ['136.con', '163.com 126.com'],
    ['162.com', '163.com 126.com'],
    ['164.com', '163.com'],
    ['16.com', '163.com'],
    ['13.com', '163.com 139.com'],
    ['12.com', '126.com'],
    ['1163.com', '163.com'],
    ['1633.com', '163.com'],
    ['163.cn', '163.com'],
    ['163.net', '163.com'],
    ['126.cn', '126.com'],
    ['qq.cn', 'qq.com'],
    ['qq.net', 'qq.com'],
    ['qqq.com', 'qq.com'],
    ['q.com', 'qq.com'],
    ['vip.com', ''],
    ['foxmial.com', 'foxmail.com'],
    ['foxmai.com', 'foxmail.com'],
    ['outlok.com', 'outlook.com'],
    ['outloo.com', 'outlook.com'],
    ['gmial.com', 'gmail.com'],
    ['gmai.com', 'gmail.com'],
    ['hotmial.com', 'hotmail.com'],
    ['hotmai.com', 'hotmail.com'],
    ['189.com', '189.cn'],
    ['139.cn', '139.com'],
    ['yeah.com', 'yeah.net'],
    ['sian.com', 'sina.com'],
    ['sohu.cn', 'sohu.com'],
    ['souhu.com', 'sohu.com'],
    ['aliyum.com', 'aliyun.com'],
    ['icould.com', 'icloud.com'],
    ['163,com', '163.com'],
    ['163:com', '163.com'],
    ['163,.com', '163.com'],
    ['162,com', '163.com 126.com'],
    ['gmial.con', 'gmail.com'],
    ['jixi.con', 'jixi.com'],
  ])('%s is to be %s', (host, meant) => {
    expect(isMisspeltHost(host)).toBe(true);
    expect(mendHost(host).join(' ')).toBe(meant);
  });

  it.each('con cim cm co ocm cmo vom xom comm coom com. ccom cpm come c0m om com, coml com.com'.split(' '))(
    '163.%s ends in .com',
    (ending) => {
      expect(isMisspeltHost(`163.${ending}`)).toBe(true);
      expect(mendHost(`163.${ending}`)).toEqual(['163.com']);
    },
  );

  it.each(['163.con.cn', 'con', 'xcon.cn'])('%s does not end in a slip of .com', (host) => {
    expect(isMisspeltHost(host)).toBe(false);
  });
});

describe('the sign that an address lacks', () => {
  it.each([
    ['luo163.com', 'luo@163.com'],
    ['LUO163.COM', 'LUO@163.com'],
    ['luo.zhi_yao-1163.com', 'luo.zhi_yao-1@163.com'],
    ['luovip.163.com', 'luo@vip.163.com'],
    ['luo#163.com', 'luo@163.com'],
    ['luo￥163.com', 'luo@163.com'],
    ['luo.qq.com', 'luo@qq.com'],
    ['luo·qq.com', 'luo@qq.com'],
    ['l163.com', 'l@163.com'],
    ['163.com', undefined],
    ['#163.com', undefined],
    ['_luo163.com', undefined],
    ['罗163.com', undefined],
    ['luo##163.com', undefined],
    ['luo zhi163.com', undefined],
    ['luo163.com.cn', undefined],
    ['luo', undefined],
  ])('%s → %s', (text, mended) => {
    expect(insertAt(text)).toBe(mended);
  });

  it('is found for every name before every host', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z][a-z0-9]{0,8}[a-uw-z]$/), fc.constantFrom(...PROVIDERS), (name, host) => {
        expect(insertAt(name + host)?.replace('@', '')).toBe(name + host);
      }),
      { numRuns: 200 },
    );
  });
});

describe('an address in half width', () => {
  it.each([
    ['ｌｕｏ＠１６３．ｃｏｍ', 'luo@163.com'],
    ['luo@163。com', 'luo@163.com'],
    ['luo@163｡com', 'luo@163.com'],
    ['luo@163、com', 'luo@163.com'],
    ['luo@163，com', 'luo@163.com'],
    ['luo@163,com', 'luo@163.com'],
    ['luo @ 163　.com', 'luo@163.com'],
    ['luo@mail。163。com', 'luo@mail.163.com'],
  ])('%s → %s', (text, plain) => {
    expect(halfWidthAddress(text)).toBe(plain);
  });
});
