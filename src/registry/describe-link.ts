import { localTime } from '../text/local-time.ts';
import type { MessageReading } from './reading.ts';

/** Providers tell the end of a link in the time of China, whatever zone the office is in. */
const ZONE = 'Asia/Shanghai';

/** `附件2.xlsx（23.5M，2025-03-07 10:00 到期）`: name, size and expiry of a linked file, as far as the mail tells them. */
export function describeLink(link: MessageReading['links'][number]): string {
  const facts = [link.size, link.expires === '' ? '' : `${localTime(link.expires, ZONE)} 到期`].filter(
    (fact) => fact !== '',
  );
  return `${link.name || '网盘链接'}${facts.length === 0 ? '' : `（${facts.join('，')}）`}`;
}
