import type { Form } from '../forms/form.ts';
import type { MailFile, MailMessage } from '../mail/message.ts';
import { readMessage } from '../mail/read/read-message.ts';
import { unpackFile } from '../mail/unpack/unpack-file.ts';
import type { FileReading } from '../registry/reading.ts';
import { isGenuine } from '../registry/sign-token.ts';
import { decodeWorkbook } from '../sheet/formats/decode-workbook.ts';
import { readWorkbook } from '../sheet/read-workbook.ts';
import type { Vocabulary } from '../vocabularies/vocabulary.ts';
import { type BareReading, EMPTY_READING } from './bare-reading.ts';

/** What reading depends on besides the bytes. */
export interface ReaderContext {
  readonly forms: readonly Form[];
  readonly vocabulary: (id: string, form: Form) => Vocabulary | undefined;
  /** Campaign key (hex) that proves template identities. */
  readonly key: string;
  readonly campaign: string;
  /** Passwords agreed with the units. */
  readonly passwords: readonly string[];
}

/** Reads one mail or loose file: unpack, decode, find the tables. Never throws for bad input. */
export async function readOriginal(
  message: string,
  source: 'mail' | 'file',
  name: string,
  bytes: Uint8Array,
  context: ReaderContext,
): Promise<BareReading> {
  if (source === 'file') {
    const files = await readFiles(await unpackFile(name.split('/').at(-1) ?? name, bytes), [], context);
    return { ...EMPTY_READING, message, source, subject: name, files };
  }
  const mail = await readMessage(bytes);
  return {
    message,
    source,
    messageId: mail.messageId,
    from: mail.from,
    replyTo: mail.replyTo.map((address) => address.address),
    subject: mail.subject,
    date: mail.date,
    references: mail.references,
    text: mail.text,
    kind: mail.kind,
    kindReason: mail.kindReason,
    bounced: mail.bounced,
    authentication: mail.authentication,
    links: mail.links,
    files: await readFiles(mail.files, mail.passwords, context),
    ...refusalOf(mail),
  };
}

function refusalOf(mail: MailMessage): Pick<BareReading, 'refusal'> {
  return mail.refusal ? { refusal: mail.refusal } : {};
}

async function readFiles(
  files: readonly MailFile[],
  passwords: readonly string[],
  context: ReaderContext,
): Promise<FileReading[]> {
  const readings: FileReading[] = [];
  for (const file of files) readings.push(await readFile(file, passwords, context));
  return readings;
}

async function readFile(file: MailFile, passwords: readonly string[], context: ReaderContext): Promise<FileReading> {
  const base = {
    path: file.path,
    name: file.name,
    kind: file.kind,
    sha256: file.sha256,
    size: file.size,
    tables: [],
    tokens: [],
  };
  if (file.refusal) return { ...base, fate: 'refused', refusal: file.refusal };
  if (file.role === 'container') return { ...base, fate: 'container' };
  if (!file.bytes) return { ...base, fate: 'refused', refusal: NOT_READ };
  const decoded = await decodeWorkbook(file.bytes, {
    name: file.name,
    passwords: [...passwords, ...context.passwords],
  });
  if (!decoded.ok) return { ...base, fate: 'refused', refusal: decoded.refusal };
  const read = readWorkbook(decoded.workbook, context.forms, { vocabularies: context.vocabulary });
  return {
    ...base,
    fate: read.tables.length > 0 ? 'read' : 'no-table',
    format: decoded.workbook.format,
    traits: decoded.workbook.traits,
    tables: read.tables,
    tokens: read.tokens.map((token) => ({
      ...token,
      genuine: token.campaign === context.campaign && isGenuine(token, context.key),
    })),
  };
}

const NOT_READ = { code: 'file/unread', text: '文件没有内容', ask: '请重新发送该文件' } as const;
