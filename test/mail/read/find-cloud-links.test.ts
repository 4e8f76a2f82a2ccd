import { describe, expect, it } from 'vitest';
import { findCloudLinks } from '../../../src/mail/read/find-cloud-links.ts';

const NETEASE =
  'https://mail.163.com/large-attachment-download/index.html?p=X-NETEASE-HUGE-ATTACHMENT&file=abc&title=x';
const QQ = 'https://wx.mail.qq.com/ftn/download?func=3&key=a1&code=b2';

describe('files that are links', () => {
  it('a huge attachment of 163, as html', () => {
    const html = `<div id="divNeteaseBigAttach"><div>从网易163邮箱发来的超大附件</div><a href="${NETEASE.replaceAll('&', '&amp;')}">附件2 医院信息汇总表.xlsx</a><span>(80.96M, 2026年8月17日 0:49 到期)</span><a href="${NETEASE.replaceAll('&', '&amp;')}">下载</a></div>`;
    expect(findCloudLinks('', html)).toEqual([
      {
        provider: '网易邮箱超大附件',
        name: '附件2 医院信息汇总表.xlsx',
        size: '80.96M',
        expires: '2026-08-16T16:49:00.000Z',
        url: NETEASE,
      },
    ]);
  });

  it('a huge attachment of QQ, as text', () => {
    const text = `从QQ邮箱发来的超大附件\n全市汇总.zip (1.2G, 2025年03月09日 18:05 到期)\n进入下载页面：${QQ}\n`;
    expect(findCloudLinks(text, '')).toEqual([
      { provider: 'QQ邮箱超大附件', name: '全市汇总.zip', size: '1.2G', expires: '2025-03-09T10:05:00.000Z', url: QQ },
    ]);
  });

  it('attributes of an older NetEase letter', () => {
    const html = `<a href="https://mail.163.com/disk/filecenter?file=1" filename="表.xls" filesize="90 MB" expiretime="1451101384423">下载</a>`;
    expect(findCloudLinks('', html)).toMatchObject([
      { name: '表.xls', size: '90 MB', expires: '2015-12-26T03:43:04.423Z' },
    ]);
  });

  it.each([
    ['https://docs.qq.com/sheet/DUabc', '腾讯文档'],
    ['https://pan.baidu.com/s/1abc?pwd=1234', '百度网盘'],
    ['https://www.kdocs.cn/l/abc', 'WPS云文档'],
    ['https://edisk.qiye.163.com/api/biz/attachment/download?identity=1', '网易企业邮箱云附件'],
    ['https://exmail.qq.com/cgi-bin/ftnExs_download?k=1', '腾讯企业邮箱超大附件'],
    ['https://mail.qq.com/cgi-bin/ftnExs_download?k=1&code=2', 'QQ邮箱超大附件'],
    ['https://u.163.com/t0/abc', '网易邮箱超大附件'],
    ['https://dashi.163.com/html/cloud-attachment-download/?key=1', '网易邮箱超大附件'],
    ['https://mail.126.com/large-attachment-download/index.html?file=1', '网易邮箱超大附件'],
  ])('%s is %s', (url, provider) => {
    expect(findCloudLinks(`见链接 ${url}。`, '')).toMatchObject([{ provider, url }]);
  });

  it.each([['https://www.163.com/news.html'], ['https://mail.qq.com/'], ['https://example.org/pan.baidu.com/s/1']])(
    '%s is none',
    (url) => {
      expect(findCloudLinks(`见 ${url}`, `<a href="${url}">x</a>`)).toEqual([]);
    },
  );

  it('the style block that 163 puts into every forwarded mail is no link', () => {
    expect(findCloudLinks('', '<style id="cloudAttachStyle">#divNeteaseBigAttach{display:none}</style>')).toEqual([]);
  });
});
