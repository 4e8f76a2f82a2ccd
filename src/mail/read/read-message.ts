import { classifyMail } from '../classify/classify-mail.ts';
import { findBounced } from '../classify/find-bounced.ts';
import type { Letter } from '../classify/letter.ts';
import type { MailFile, MailMessage } from '../message.ts';
import { type Header, headerOf } from '../repair/read-head.ts';
import { type Budget, newBudget } from '../unpack/bounds.ts';
import type { Entry } from '../unpack/entry.ts';
import { unpackEntry } from '../unpack/unpack-entry.ts';
import { findCloudLinks } from './find-cloud-links.ts';
import { findPasswords } from './find-passwords.ts';
import { ownHtml } from './own-html.ts';
import { ownText } from './own-text.ts';
import { type ParsedMail, parseMail } from './parse-mail.ts';
import { readAuthentication } from './read-authentication.ts';

const MAX_REFERENCES = 200;

/**
 * Takes a mail apart: bounded, repaired on a copy, parsed, its containers opened, its kind judged. Never
 * throws: a mail that cannot be taken apart comes back with a refusal.
 */
export async function readMessage(raw: Uint8Array): Promise<MailMessage> {
  const mail = await parseMail(raw);
  if ('refusal' in mail) return { ...NOTHING, refusal: mail.refusal };
  const files = await unpackAll(mail.entries, newBudget());
  const from = mail.from[0] ?? NOTHING.from;
  const text = ownText(mail.text);
  const letter: Letter = {
    headers: mail.headers,
    from: from.address,
    subject: mail.subject,
    text: mail.text,
    reports: mail.reports,
    hasWorkbook: files.some((file) => carriesData(file, files, isReport(mail, from.address))),
  };
  const classification = classifyMail(letter);
  const own = mail.to.map((address) => address.address);
  return {
    messageId: /<([^<>\s]+)>/.exec(headerOf(mail.headers, 'message-id'))?.[1] ?? '',
    from,
    replyTo: mail.replyTo,
    to: mail.to,
    subject: mail.subject,
    date: readDate(headerOf(mail.headers, 'date')),
    references: readReferences(mail.headers),
    text,
    fullText: mail.text,
    ...classification,
    bounced: classification.kind === 'bounce' ? findBounced(letter, own, returnedHeads(mail)) : NOTHING.bounced,
    authentication: readAuthentication(mail.headers),
    files,
    links: findCloudLinks(text, ownHtml(mail.html, mail.subject)),
    passwords: findPasswords(`${text}\n${mail.text}`),
  };
}

const NOTHING: MailMessage = {
  messageId: '',
  from: { address: '', name: '' },
  replyTo: [],
  to: [],
  subject: '',
  date: '',
  references: [],
  text: '',
  fullText: '',
  kind: 'ordinary',
  kindReason: '',
  bounced: { addresses: [], messageIds: [] },
  authentication: { spf: '', dkim: '', dmarc: '' },
  files: [],
  links: [],
  passwords: [],
};

async function unpackAll(entries: readonly Entry[], budget: Budget): Promise<MailFile[]> {
  const files: MailFile[] = [];
  for (const entry of entries) files.push(...(await unpackEntry(entry, '', budget, 0)));
  return files;
}

/** Machines that give a mail back: what is inside it is ours, not the sender's. */
function isReport(mail: ParsedMail, from: string): boolean {
  return mail.reports.length > 0 || /^(?:mailer-daemon|postmaster)@/.test(from);
}

const NO_DATA = new Set(['image', 'text', 'html', 'xml', 'pdf', 'empty', 'signature', 'vcard', 'calendar', 'mail']);

/** A workbook, or something that may hold one. */
function carriesData(file: MailFile, files: readonly MailFile[], report: boolean): boolean {
  if (file.refusal?.code === 'file/system-file' || NO_DATA.has(file.kind)) return false;
  const returned = files.filter((other) => other.kind === 'mail');
  return !report || !returned.some((mail) => file.path.startsWith(`${mail.path}!`));
}

/** Header blocks of mails attached to this one, where a bounce gives back what it could not deliver. */
function returnedHeads(mail: ParsedMail): string[] {
  return mail.entries.map((entry) => Buffer.from(entry.bytes.subarray(0, 32_768)).toString('latin1'));
}

/** Ids in the raw header, because libraries stumble over Foxmail's commas. */
function readReferences(headers: readonly Header[]): string[] {
  const found = new Set<string>();
  for (const header of headers) {
    if (!/^(?:in-reply-to|references)$/i.test(header.name)) continue;
    for (const [, id = ''] of header.value.matchAll(/<([^<>\s,]+)>/g)) found.add(id);
  }
  return [...found].slice(0, MAX_REFERENCES);
}

/** ISO instant of a Date header; '' when it cannot be read (a library would say now). */
function readDate(value: string): string {
  const time = Date.parse(value.replace(/\([^)]*\)/g, '').trim());
  return Number.isNaN(time) ? '' : new Date(time).toISOString();
}
