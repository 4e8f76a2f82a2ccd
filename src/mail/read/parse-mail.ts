import { simpleParser } from 'mailparser';
import type { MailAddress } from '../message.ts';
import { detachBodies } from '../repair/detach-bodies.ts';
import type { MailEntity } from '../repair/read-entity.ts';
import type { Header } from '../repair/read-head.ts';
import { repairMessage } from '../repair/repair-message.ts';
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

/** The parser's view of the repaired mail, its attachments whole again. */
async function parseRepaired(
  entity: MailEntity,
  raw: Uint8Array,
  sha256: string | undefined,
): Promise<Awaited<ReturnType<typeof simpleParser>>> {
  const detached = detachBodies(raw, sha256);
  const mail = await simpleParser(repairMessage(entity, detached), OPTIONS);
  let found = 0;
  for (const attachment of mail.attachments) {
    const body =
      attachment.content.length > 100 ? undefined : detached.bodies.get(attachment.content.toString('latin1'));
    if (!body) continue;
    attachment.content = body;
    found += 1;
  }
  // A parser that saw the mail otherwise than we did must see all of it.
  return found === detached.bodies.size ? mail : simpleParser(repairMessage(entity), OPTIONS);
}

/** Bounds, repairs and parses one mail (`sha256` of it where it is known). Never throws: what cannot be parsed has a refusal. */
export async function parseMail(
  raw: Uint8Array,
  sha256?: string,
): Promise<ParsedMail | { readonly refusal: MailRefusal }> {
  const opened = openMail(raw);
  if ('refusal' in opened) return opened;
  const { headers } = opened.entity;
  try {
    const mail = await parseRepaired(opened.entity, raw, sha256);
    const html = typeof mail.html === 'string' ? mail.html : '';
    const typed = mail.text ?? '';
    const uuencoded = findUuencoded(typed);
    const written = uuencoded.rest.trim() === '' ? htmlToText(html) : uuencoded.rest;
    const subject = mail.subject ?? '';
    const entries: Entry[] = [];
    const reports: string[] = [];
    for (const attachment of mail.attachments) {
      if (REPORT_TYPE.test(attachment.contentType)) reports.push(attachment.content.toString('utf8'));
      else
        entries.push({
          name: attachment.filename ?? '',
          bytes: attachment.content,
          inline: attachment.related === true || attachment.contentDisposition === 'inline',
        });
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
