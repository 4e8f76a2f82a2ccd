import type { CloudLink } from '../message.ts';
import { decodeEntities } from './decode-entities.ts';
import { htmlToText } from './html-to-text.ts';
import { readExpiry } from './read-expiry.ts';
import { scanHtml } from './scan-html.ts';

const MAX_LINKS = 20;
/** Characters on each side of a link that may speak of it. */
const AROUND = 1500;
const MAX_LETTER = 2 * 1024 * 1024;

/** Addresses under which providers keep 超大附件 and shared files. */
const PROVIDERS: readonly (readonly [provider: string, pattern: RegExp])[] = [
  ['网易企业邮箱云附件', /^(?:[\w-]+\.)*qiye\.163\.com\/.*(?:attachment|cloud|large|share)/i],
  [
    '网易邮箱超大附件',
    /^(?:mail|dashi|w?u|wp)\.?(?:mail)?\.(?:163|126|yeah)\.(?:com|net)\/.*(?:large-attachment|cloud-attachment|HUGE-ATTACHMENT|file)/i,
  ],
  ['网易邮箱超大附件', /^u\.163\.com\/\w+/i],
  ['腾讯企业邮箱超大附件', /^(?:[\w-]+\.)*exmail\.qq\.com\/.*(?:ftn|download)/i],
  ['QQ邮箱超大附件', /^(?:[\w-]+\.)*mail\.qq\.com\/.*(?:ftn|exs_ftn)/i],
  ['139邮箱超大附件', /^(?:[\w-]+\.)*mail\.10086\.cn\/.*(?:disk|largefile|download|share)/i],
  ['天翼云', /^(?:[\w-]+\.)*cloud\.189\.cn\/.+/i],
  ['新浪邮箱超大附件', /^(?:[\w-]+\.)*mail\.sina\.com\.cn\/filecenter\/.+/i],
  ['腾讯文档', /^docs\.qq\.com\/.+/i],
  ['百度网盘', /^(?:pan|yun)\.baidu\.com\/.+/i],
  ['WPS云文档', /^(?:[\w-]+\.)*(?:kdocs\.cn|wps\.cn)\/.+/i],
  ['阿里云盘', /^(?:www\.)?(?:aliyundrive|alipan)\.com\/.+/i],
  ['腾讯微云', /^share\.weiyun\.com\/.+/i],
  ['夸克网盘', /^pan\.quark\.cn\/s\/.+/i],
  ['钉钉文档', /^alidocs\.dingtalk\.com\/.+/i],
  ['飞书文档', /^[\w-]+\.feishu\.cn\/(?:docx?|sheets?|file|drive|base)\/.+/i],
  ['石墨文档', /^shimo\.im\/.+/i],
  ['金山表单', /^f\.wps\.cn\/.+/i],
];

/**
 * Links to files that are not in the mail itself, with what the letter says about them. Only the sender's own
 * part is given in. Nothing is downloaded: the address comes from outside and may lead anywhere.
 */
export function findCloudLinks(text: string, html: string): CloudLink[] {
  const links = new Map<string, CloudLink>();
  for (const link of [...linksOfHtml(html.slice(0, MAX_LETTER)), ...linksOfText(text.slice(0, MAX_LETTER))]) {
    if (!links.has(link.url) && links.size < MAX_LINKS) links.set(link.url, link);
  }
  return [...links.values()];
}

function linksOfHtml(html: string): CloudLink[] {
  const found: CloudLink[] = [];
  let previous = 0;
  for (const { tag, closing, raw, at } of scanHtml(html)) {
    if (tag === 'a' && closing) previous = at;
    if (tag !== 'a' || closing) continue;
    const href = /\bhref\s*=\s*["']?([^"'\s>]{8,2000})/i.exec(raw.slice(0, 4000))?.[1] ?? '';
    const url = decodeEntities(href);
    const provider = providerOf(url);
    if (provider === '') continue;
    // What belongs to a link stands shortly before it (name, size) or behind it (expiry).
    const around = htmlToText(html.slice(Math.max(previous, at - AROUND), at + raw.length + AROUND));
    const label = htmlToText(html.slice(at, at + raw.length + AROUND).split('</a')[0] ?? '');
    found.push({ provider, url, ...describe(label, around), ...attributesOf(raw) });
    if (found.length >= MAX_LINKS) break;
  }
  return found;
}

function linksOfText(text: string): CloudLink[] {
  const found: CloudLink[] = [];
  for (const match of text.matchAll(/https?:\/\/[^\s<>"'，。；）\u4E00-\u9FFF]{4,2000}/gi)) {
    const url = match[0];
    const provider = providerOf(url);
    if (provider === '') continue;
    const around = text.slice(Math.max(0, match.index - 300), match.index + url.length + 200);
    found.push({ provider, url, ...describe('', around.replace(url, '')) });
    if (found.length >= MAX_LINKS) break;
  }
  return found;
}

function providerOf(url: string): string {
  const address = url.replace(/^https?:\/\//i, '');
  if (address === url) return '';
  return PROVIDERS.find(([, pattern]) => pattern.test(address))?.[0] ?? '';
}

const FILE_NAME =
  /([^\r\n\t\\/:*?"<>|（(：]{1,120}\.(?:xlsx?|xlsm|xlsb|et|ods|csv|zip|rar|7z|docx?|wps|pdf|jpe?g|png|tar|gz))(?![\w])/i;
const GENERIC_LABEL = /^(?:下载|点击|进入|查看|打开|https?:|前往)/;
const SIZE = /(?<![\w.])(\d+(?:\.\d+)?\s?(?:[KMGT]B?|字节))(?![\w])/i;

function describe(label: string, around: string): Pick<CloudLink, 'name' | 'size' | 'expires'> {
  const name = FILE_NAME.exec(label)?.[1] ?? FILE_NAME.exec(around)?.[1] ?? (GENERIC_LABEL.test(label) ? '' : label);
  return { name: name.trim().slice(0, 120), size: SIZE.exec(around)?.[1] ?? '', expires: readExpiry(around) };
}

/** Older NetEase letters carry `filename`, `filesize` and `expiretime` as attributes. */
function attributesOf(tag: string): Partial<Pick<CloudLink, 'name' | 'size' | 'expires'>> {
  const name = /\bfilename\s*=\s*"([^"]{1,200})"/i.exec(tag)?.[1];
  const size = /\bfilesize\s*=\s*"([^"]{1,40})"/i.exec(tag)?.[1];
  const expires = /\bexpiretime\s*=\s*"(\d{12,14})"/i.exec(tag)?.[1];
  return {
    ...(name === undefined ? {} : { name: decodeEntities(name) }),
    ...(size === undefined ? {} : { size }),
    ...(expires === undefined ? {} : { expires: new Date(Number(expires)).toISOString() }),
  };
}
