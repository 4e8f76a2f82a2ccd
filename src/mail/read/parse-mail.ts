import { type Attachment, simpleParser } from 'mailparser';
import type { MailAddress } from '../message.ts';
import type { MailEntity } from '../repair/read-entity.ts';
import type { Header } from '../repair/read-head.ts';
import { repairMessage } from '../repair/repair-message.ts';
import { takeAttachments } from '../repair/take-attachments.ts';
import type { Entry } from '../unpack/entry.ts';
import { collectAddresses } from './collect-addresses.ts';
import { findTables } from './find-tables.ts';
import { findTextTables } from './find-text-tables.ts';
import { findUuencoded } from './find-uuencoded.ts';
import { htmlToText } from './html-to-text.ts';
import { type MailRefusal, openMail } from './mail-bounds.ts';
import { ownText } from './own-text.ts';

/** A mail behind the parser: headers, the letter in both forms, attachments not yet opened. */
export interface ParsedMail {
  /** Headers as they came, in order, bytes decoded, encoded words still in place. */
  readonly headers: readonly Header[];
  readonly subject: string;
  readonly from: readonly MailAddress[];
  readonly replyTo: readonly MailAddress[];
  readonly to: readonly MailAddress[];
  readonly text: string;
  readonly html: string;
  /** Attachments in order, then files hidden in the letter (uuencode, a table typed into the body). */
  readonly entries: readonly Entry[];
  /** Parts of a delivery or read report, as text. */
  readonly reports: readonly string[];
}

const OPTIONS = {
  skipHtmlToText: true,
  skipTextToHtml: true,
  skipImageLinks: true,
  skipTextLinks: true,
  keepCidLinks: true,
  keepDeliveryStatus: true,
  checksumAlgo: false,
} as const;

const REPORT_TYPE = /^(?:message\/(?:delivery-status|disposition-notification|feedback-report)|text\/rfc822-headers)$/;

/** What a parser finds in a mail, and all its attachments. */
type ParsedParts = Omit<Awaited<ReturnType<typeof simpleParser>>, 'attachments'> & {
  readonly parts: readonly (Attachment | Entry)[];
};

/** The parser's view of the repaired mail; attachments that need none are put where they stood. */
async function parseRepaired(entity: MailEntity): Promise<ParsedParts> {
  const taken = takeAttachments(entity);
  const { attachments, ...mail } = await simpleParser(repairMessage(taken?.rest ?? entity), OPTIONS);
  if (!taken) return { ...mail, parts: attachments };
  const found = attachments.values();
  const parts = taken.parts.flatMap((part) => part ?? found.next().value ?? []);
  const isAll = parts.length === taken.parts.length && found.next().done === true;
  // A parser that sees the mail otherwise than we do must see all of it.
  if (isAll) return { ...mail, parts };
  const whole = await simpleParser(repairMessage(entity), OPTIONS);
  return { ...whole, parts: whole.attachments };
}

/** Bounds, repairs and parses one mail. Never throws: what cannot be parsed has a refusal. */
export async function parseMail(raw: Uint8Array): Promise<ParsedMail | { readonly refusal: MailRefusal }> {
  const opened = openMail(raw);
  if ('refusal' in opened) return opened;
  const { headers } = opened.entity;
  try {
    const mail = await parseRepaired(opened.entity);
    const html = typeof mail.html === 'string' ? mail.html : '';
    const typed = mail.text ?? '';
    const uuencoded = findUuencoded(typed);
    const written = uuencoded.rest.trim() === '' ? htmlToText(html) : uuencoded.rest;
    const subject = mail.subject ?? '';
    const entries: Entry[] = [];
    const reports: string[] = [];
    for (const part of mail.parts) {
      if (!('contentType' in part)) entries.push(part);
      else if (REPORT_TYPE.test(part.contentType)) reports.push(part.content.toString('utf8'));
      else entries.push(entryOf(part));
    }
    // The text beside an HTML letter says the same again.
    const hasMarkup = /<table\b/i.test(html);
    const tables = hasMarkup ? findTables(html, subject) : findTextTables(ownText(uuencoded.rest));
    entries.push(...uuencoded.entries, ...tables);
    // A report with nothing beside it is all that the mail says.
    const text = written.trim() === '' && entries.length === 0 ? reports.join('\n') : written;
    const [from, replyTo, to] = [mail.from, mail.replyTo, mail.to].map(collectAddresses);
    return { headers, subject, from: from ?? [], replyTo: replyTo ?? [], to: to ?? [], text, html, entries, reports };
  } catch {
    return {
      refusal: { code: 'mail/damaged', text: '邮件已损坏，读不出来', ask: '请重新发送，把表格直接作为附件' },
    };
  }
}

function entryOf({ filename, content, related, contentDisposition }: Attachment): Entry {
  return { name: filename ?? '', bytes: content, inline: related === true || contentDisposition === 'inline' };
}
