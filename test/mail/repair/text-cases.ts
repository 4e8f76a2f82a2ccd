import { base64, bytes, CONTENT, gbk, type MimeCase, mail, NAME, SENDER, SUBJECT, TEXT, word } from './mime-cases.ts';

const html = `<html><body><p>${TEXT}</p></body></html>`;
const gbSubject = gbk(SUBJECT);

function textCase(name: string, textHead: string, textBody: Buffer | string, text = TEXT): MimeCase {
  return { name, raw: mail({ textHead, textBody }), text };
}

function quotedPrintable(content: Buffer): string {
  return [...content].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}

function headCase(name: string, head: Buffer | string): MimeCase {
  return { name, raw: mail({ head }), subject: SUBJECT, sender: SENDER };
}

/** Subjects, senders and bodies behind right, wrong and missing labels. */
export const TEXT_CASES: readonly MimeCase[] = [
  {
    name: '10 raw 8-bit GBK in every header',
    raw: mail({
      head: bytes('From: "', gbk(SENDER), '" <wang@unit.example>\r\nSubject: ', gbSubject, '\r\n'),
      fileHead: bytes('Content-Type: application/vnd.ms-excel; name="', gbk(NAME), '"\r\n'),
    }),
    subject: SUBJECT,
    sender: SENDER,
    files: [[NAME, CONTENT]],
  },
  textCase('12 label gb2312, content GBK', 'Content-Type: text/plain; charset=gb2312\r\n', gbk('镕堃喆'), '镕堃喆'),
  textCase(
    '13 label gb2312, content GB18030 of four bytes',
    'Content-Type: text/plain; charset="gb2312"\r\nContent-Transfer-Encoding: base64\r\n',
    base64(gbk('㐂㛃先生您好')),
    '㐂㛃先生您好',
  ),
  textCase(
    '14 label utf-8, content GBK',
    'Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n',
    gbk(TEXT),
  ),
  textCase(
    '15 label iso-8859-1, content GBK',
    'Content-Type: text/plain; charset=ISO-8859-1\r\nContent-Transfer-Encoding: base64\r\n',
    base64(gbk(TEXT)),
  ),
  textCase('16 no label, GBK 8bit', 'Content-Type: text/plain\r\n', gbk(TEXT)),
  textCase('17 label us-ascii, content UTF-8', 'Content-Type: text/plain; charset=us-ascii\r\n', TEXT),
  headCase(
    '18 words labelled ISO-8859-1 around GBK',
    `From: ${word('ISO-8859-1', gbk(SENDER))} <wang@unit.example>\r\nSubject: ${word('ISO-8859-1', gbSubject)}\r\n`,
  ),
  {
    name: '19 unknown label everywhere',
    raw: mail({
      head: `From: ${word('x-unknown', gbk(SENDER))} <wang@unit.example>\r\nSubject: ${word('x-unknown', gbSubject)}\r\n`,
      textHead: 'Content-Type: text/plain; charset=x-unknown\r\n',
      textBody: gbk(TEXT),
      fileHead: `Content-Type: application/octet-stream; name="${word('x-unknown', gbk(NAME))}"\r\n`,
    }),
    subject: SUBJECT,
    sender: SENDER,
    text: TEXT,
    files: [[NAME, CONTENT]],
  },
  headCase(
    '27 two words without a blank, split inside a character',
    `From: ${word('gbk', gbk(SENDER))} <wang@unit.example>\r\nSubject: ${word('gbk', gbSubject.subarray(0, 5))}${word('gbk', gbSubject.subarray(5))}\r\n`,
  ),
  headCase(
    '28 gb2312 quoted-printable word',
    `From: =?gb2312?Q?${quotedPrintable(gbk(SENDER))}?= <wang@unit.example>\r\nSubject: =?gb2312?Q?${quotedPrintable(gbSubject)}?=\r\n`,
  ),
  {
    name: '32 upper case types',
    raw: mail({
      textHead: 'CONTENT-TYPE: TEXT/PLAIN; CHARSET=GBK\r\nCONTENT-TRANSFER-ENCODING: QUOTED-PRINTABLE\r\n',
      textBody: quotedPrintable(gbk(TEXT)),
      fileHead: 'CONTENT-TYPE: APPLICATION/OCTET-STREAM; NAME="A.XLS"\r\nCONTENT-DISPOSITION: ATTACHMENT\r\n',
    }),
    text: TEXT,
    files: [['A.XLS', CONTENT]],
  },
  { name: '33 closing boundary missing', raw: mail({ end: '\r\n' }), text: TEXT, files: [['a.xls', CONTENT]] },
  textCase(
    '34 html, label only in meta',
    'Content-Type: text/html\r\n',
    gbk(
      html.replace('<html>', '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head>'),
    ),
  ),
  {
    name: '36 LF only',
    raw: Buffer.from(mail({}).toString('latin1').replaceAll('\r\n', '\n'), 'latin1'),
    subject: SUBJECT,
    text: TEXT,
    files: [['a.xls', CONTENT]],
  },
  textCase('37 html in GBK', 'Content-Type: text/html; charset=gbk\r\n', gbk(html)),
  headCase(
    '38 words labelled utf-8 around GBK',
    `From: ${word('utf-8', gbk(SENDER))} <wang@unit.example>\r\nSubject: ${word('utf-8', gbSubject)}\r\n`,
  ),
];
