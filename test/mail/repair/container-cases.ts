import { writeTnef } from '../unpack/write-tnef.ts';
import { base64, bytes, CONTENT, gbk, type MimeCase, mail, NAME, SENDER, SUBJECT, TEXT, word } from './mime-cases.ts';

const HEAD = `From: ${word('UTF-8', Buffer.from(SENDER))} <wang@unit.example>\r\nSubject: ${word('UTF-8', Buffer.from(SUBJECT))}\r\nMIME-Version: 1.0\r\n`;
const inner = mail({ fileHead: bytes('Content-Type: application/vnd.ms-excel; name="', gbk(NAME), '"\r\n') });

function single(typeHead: string, body: Buffer | string): Buffer {
  return bytes(
    HEAD,
    'Content-Type: multipart/mixed; boundary=out\r\n\r\n--out\r\n',
    typeHead,
    '\r\n',
    body,
    '\r\n--out--\r\n',
  );
}

function uuencode(content: Buffer): string {
  const lines: string[] = [];
  for (let at = 0; at < content.length; at += 45) {
    const slice = content.subarray(at, at + 45);
    let line = sixBits(slice.length);
    for (let from = 0; from < slice.length; from += 3) {
      const group = ((slice[from] ?? 0) << 16) | ((slice[from + 1] ?? 0) << 8) | (slice[from + 2] ?? 0);
      for (const shift of [18, 12, 6, 0]) line += sixBits((group >> shift) & 63);
    }
    lines.push(line);
  }
  return `begin 644 ${NAME}\r\n${lines.join('\r\n')}\r\n\`\r\nend\r\n`;
}

function sixBits(value: number): string {
  return value === 0 ? '`' : String.fromCharCode(32 + value);
}

/** Files inside other files. */
export const CONTAINER_CASES: readonly MimeCase[] = [
  {
    name: '29 message/rfc822, 8bit',
    raw: single(
      'Content-Type: message/rfc822\r\nContent-Transfer-Encoding: 8bit\r\nContent-Disposition: attachment\r\n',
      inner,
    ),
    files: [['原邮件.eml'], [`原邮件.eml!${NAME}`, CONTENT]],
  },
  {
    name: '30 message/rfc822, base64',
    raw: single(
      'Content-Type: message/rfc822; name="original.eml"\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename="original.eml"\r\n',
      base64(inner).replace(/.{76}/g, '$&\r\n'),
    ),
    files: [['original.eml'], [`original.eml!${NAME}`, CONTENT]],
  },
  {
    name: '31 winmail.dat',
    raw: single(
      'Content-Type: application/ms-tnef; name="winmail.dat"\r\nContent-Transfer-Encoding: base64\r\n',
      base64(writeTnef([{ title: gbk(NAME), data: CONTENT }])),
    ),
    files: [['winmail.dat'], [`winmail.dat!${NAME}`, CONTENT]],
  },
  {
    name: '35 uuencode in the letter',
    raw: bytes(HEAD, 'Content-Type: text/plain; charset=utf-8\r\n\r\n', TEXT, '\r\n\r\n', uuencode(CONTENT)),
    text: TEXT,
    files: [[NAME, CONTENT]],
  },
];
