import iconv from 'iconv-lite';

export interface SampleAttachment {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly type?: string;
}

export interface SampleMail {
  readonly from: string;
  readonly fromName?: string;
  readonly to?: string;
  readonly subject: string;
  /** ISO instant. */
  readonly date: string;
  readonly text: string;
  readonly html?: string;
  readonly attachments?: readonly SampleAttachment[];
  /** utf-8 (webmail), gbk (older clients), raw-gbk (8-bit headers without any label). */
  readonly charset?: 'utf-8' | 'gbk' | 'raw-gbk';
  readonly messageId?: string;
  readonly inReplyTo?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** A raw mail as clients of this country write them; the same bytes for the same input. */
export function buildMail(mail: SampleMail): Buffer {
  const charset = mail.charset ?? 'utf-8';
  const encoding = charset === 'utf-8' ? 'utf-8' : 'gbk';
  const boundary = '----=_Part_2025_sample';
  const word = (text: string): Buffer => headerWord(text, charset);
  const lines: Buffer[] = [
    header(
      'Received',
      Buffer.from(`from mail.example.org (unknown [192.0.2.10]) by mx.example.com; ${rfcDate(mail.date)}`),
    ),
    header(
      'From',
      Buffer.concat([
        mail.fromName === undefined ? Buffer.alloc(0) : Buffer.concat([word(mail.fromName), Buffer.from(' ')]),
        Buffer.from(`<${mail.from}>`),
      ]),
    ),
    header('To', Buffer.from(`<${mail.to ?? 'collector@example.com'}>`)),
    header('Subject', word(mail.subject)),
    header('Date', Buffer.from(rfcDate(mail.date))),
    ...(mail.messageId === undefined ? [] : [header('Message-ID', Buffer.from(`<${mail.messageId}>`))]),
    ...(mail.inReplyTo === undefined
      ? []
      : [
          header('In-Reply-To', Buffer.from(`<${mail.inReplyTo}>`)),
          header('References', Buffer.from(`<${mail.inReplyTo}>`)),
        ]),
    ...Object.entries(mail.headers ?? {}).map(([name, value]) => header(name, Buffer.from(value))),
    header('MIME-Version', Buffer.from('1.0')),
  ];
  const label = charset === 'raw-gbk' ? 'gb2312' : encoding;
  const body = part(`Content-Type: text/plain; charset=${label}`, iconv.encode(mail.text, encoding));
  const html =
    mail.html === undefined
      ? []
      : [part(`Content-Type: text/html; charset=${label}`, iconv.encode(mail.html, encoding))];
  const files = (mail.attachments ?? []).map((file) => attachmentPart(file, charset));
  if (html.length + files.length === 0) return Buffer.concat([...lines, body]);
  const parts = [body, ...html, ...files].flatMap((one) => [Buffer.from(`--${boundary}\r\n`), one]);
  return Buffer.concat([
    ...lines,
    header('Content-Type', Buffer.from(`multipart/mixed; boundary="${boundary}"`)),
    Buffer.from('\r\n'),
    ...parts,
    Buffer.from(`--${boundary}--\r\n`),
  ]);
}

function header(name: string, value: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${name}: `), value, Buffer.from('\r\n')]);
}

function headerWord(text: string, charset: 'utf-8' | 'gbk' | 'raw-gbk'): Buffer {
  if (/^[\x20-\x7e]*$/.test(text)) return Buffer.from(text);
  if (charset === 'raw-gbk') return iconv.encode(text, 'gbk');
  const label = charset === 'gbk' ? 'gb18030' : 'UTF-8';
  const chunks = text.match(/.{1,12}/gsu) ?? [];
  return Buffer.from(
    chunks
      .map((chunk) => `=?${label}?B?${iconv.encode(chunk, charset === 'gbk' ? 'gbk' : 'utf-8').toString('base64')}?=`)
      .join('\r\n '),
  );
}

function part(head: string, content: Buffer): Buffer {
  return Buffer.from(`${head}\r\nContent-Transfer-Encoding: base64\r\n\r\n${wrapped(content)}\r\n`);
}

function attachmentPart(file: SampleAttachment, charset: 'utf-8' | 'gbk' | 'raw-gbk'): Buffer {
  const name = headerWord(file.name, charset);
  return Buffer.concat([
    Buffer.from(`Content-Type: ${file.type ?? 'application/octet-stream'}; name="`),
    name,
    Buffer.from('"\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename="'),
    name,
    Buffer.from(`"\r\n\r\n${wrapped(Buffer.from(file.bytes))}\r\n`),
  ]);
}

function wrapped(content: Buffer): string {
  return (content.toString('base64').match(/.{1,76}/g) ?? []).join('\r\n');
}

/** RFC 5322 date in China's zone. */
function rfcDate(iso: string): string {
  const local = new Date(Date.parse(iso) + 8 * 3_600_000);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${DAYS[local.getUTCDay()]}, ${local.getUTCDate()} ${MONTHS[local.getUTCMonth()]} ${local.getUTCFullYear()} ${two(local.getUTCHours())}:${two(local.getUTCMinutes())}:${two(local.getUTCSeconds())} +0800`;
}
