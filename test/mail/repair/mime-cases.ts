import iconv from 'iconv-lite';

/** One mail as clients really write it, and what a reader has to find in it. */
export interface MimeCase {
  readonly name: string;
  readonly raw: Buffer;
  readonly subject?: string;
  readonly sender?: string;
  readonly text?: string;
  /** Path and content of each file; a container is named without content. */
  readonly files?: readonly (readonly [path: string, content?: Buffer])[];
}

/** Text pieces are written as UTF-8, Buffers as they are. */
export function bytes(...pieces: readonly (string | Buffer)[]): Buffer {
  return Buffer.concat(pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : piece)));
}

export function gbk(text: string): Buffer {
  return iconv.encode(text, 'gb18030');
}

export function base64(content: Buffer | string): string {
  return Buffer.from(content).toString('base64');
}

/** RFC 2047 word of one charset label around any bytes. */
export function word(label: string, content: Buffer): string {
  return `=?${label}?B?${base64(content)}?=`;
}

export function percent(content: Buffer): string {
  return [...content].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}

export const SUBJECT = '报送医院信息汇总表';
export const SENDER = '王小明';
export const NAME = '附件2 医院信息汇总表.xls';
export const TEXT = '您好，附件为我市医院信息汇总表，请查收。';
/** Any bytes that are not text; an OLE signature makes them a leaf. */
export const CONTENT = Buffer.concat([
  Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  Buffer.from([0, 255, 254, 13, 10, 61, 46]),
]);

interface Pieces {
  /** Lines after the fixed ones, each ended by CRLF. */
  readonly head?: string | Buffer;
  readonly textHead?: string | Buffer;
  readonly textBody?: string | Buffer;
  readonly fileHead?: string | Buffer;
  readonly end?: string;
}

const PLAIN_TEXT = 'Content-Type: text/plain; charset=utf-8\r\n';
const XLS = 'application/vnd.ms-excel';

/** A mail of one text and one attachment in which single pieces can be replaced. */
export function mail(pieces: Pieces): Buffer {
  return bytes(
    pieces.head ??
      `From: ${word('UTF-8', Buffer.from(SENDER))} <wang@unit.example>\r\nSubject: ${word('UTF-8', Buffer.from(SUBJECT))}\r\n`,
    'To: collector@office.example\r\nMessage-ID: <case@unit.example>\r\nMIME-Version: 1.0\r\n',
    'Content-Type: multipart/mixed; boundary="edge"\r\n\r\nThis is a multi-part message\r\n--edge\r\n',
    pieces.textHead ?? PLAIN_TEXT,
    '\r\n',
    pieces.textBody ?? TEXT,
    '\r\n--edge\r\n',
    pieces.fileHead ?? `Content-Type: ${XLS}; name="a.xls"\r\nContent-Disposition: attachment; filename="a.xls"\r\n`,
    'Content-Transfer-Encoding: base64\r\n\r\n',
    base64(CONTENT),
    pieces.end ?? '\r\n--edge--\r\n',
  );
}

/** Attachment headers with the given parameters, which begin with `; `. */
export function attachment(typeParameters: string | Buffer, dispositionParameters: string | Buffer): Buffer {
  return bytes(
    `Content-Type: ${XLS}`,
    typeParameters,
    '\r\nContent-Disposition: attachment',
    dispositionParameters,
    '\r\n',
  );
}
