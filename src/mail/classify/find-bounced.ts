import type { MailMessage } from '../message.ts';
import type { Letter } from './letter.ts';

const ADDRESS = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g;
const RECIPIENT = /^(?:Final-Recipient|Original-Recipient)\s*:\s*(?:[\w-]+\s*;)?\s*<?([^\s<>;]+@[^\s<>;]+?)>?\s*$/gim;
const MESSAGE_ID = /Message-?ID\s*[:：]\s*<?([^<>\s，。]{3,400}@[^<>\s，。]{1,200})>?/gi;
const ANY_ID = /<([^<>\s@]{8,200}@[\w.-]{3,200})>/g;
const DAEMON = /^(?:mailer-daemon|postmaster|noreply|no-reply)@/i;
/** Message-IDs look like addresses, but have long random left sides. */
const LOOKS_LIKE_ID = /[0-9a-f]{12,}|javamail|coremail|tencent_/;
const MAX_FOUND = 50;

/**
 * For a bounce: which addresses could not be reached, and which mails it is about. A report (RFC 3464) says so;
 * Chinese providers often write plain text, so there every address counts that is neither the reporter's
 * nor ours. `own` are the addresses the bounce was sent to; `attached` the texts of returned mails.
 */
export function findBounced(
  letter: Letter,
  own: readonly string[],
  attached: readonly string[],
): MailMessage['bounced'] {
  const addresses = new Set<string>();
  const messageIds = new Set<string>();
  for (const report of letter.reports) {
    for (const block of failedBlocks(report))
      for (const [, address = ''] of block.matchAll(RECIPIENT)) addresses.add(address.toLowerCase());
  }
  const failed = headerValues(letter, 'x-failed-recipients');
  for (const [address] of failed.matchAll(ADDRESS)) addresses.add(address.toLowerCase());
  if (addresses.size === 0) for (const address of addressesInText(letter, own)) addresses.add(address);
  for (const text of [...letter.reports, ...attached, letter.text])
    for (const [, id = ''] of text.matchAll(MESSAGE_ID)) messageIds.add(id);
  const references = `${headerValues(letter, 'in-reply-to')} ${headerValues(letter, 'references')}`;
  for (const [, id = ''] of references.matchAll(ANY_ID)) messageIds.add(id);
  if (messageIds.size === 0)
    for (const [, id = ''] of letter.text.matchAll(ANY_ID)) if (!addresses.has(id.toLowerCase())) messageIds.add(id);
  return { addresses: [...addresses].slice(0, MAX_FOUND), messageIds: [...messageIds].slice(0, MAX_FOUND) };
}

/** One block a recipient, separated by empty lines; a report about a delay is no failure. */
function failedBlocks(report: string): string[] {
  return report
    .split(/\r?\n\r?\n/)
    .filter((block) => !/^Action\s*:\s*(?:delayed|delivered|relayed|expanded)/im.test(block));
}

function addressesInText(letter: Letter, own: readonly string[]): string[] {
  const text = letter.text
    .slice(0, 100_000)
    .replace(MESSAGE_ID, '')
    .replace(/^(?:From|发件人)\s*[:：].*$/gim, '');
  const found: string[] = [];
  for (const [address] of text.matchAll(ADDRESS)) {
    const lower = address.toLowerCase();
    if (lower === letter.from || own.includes(lower) || DAEMON.test(lower) || LOOKS_LIKE_ID.test(lower)) continue;
    found.push(lower);
  }
  return found;
}

function headerValues(letter: Letter, name: string): string {
  return letter.headers
    .filter((header) => header.name.toLowerCase() === name)
    .map((header) => header.value)
    .join(' ');
}
