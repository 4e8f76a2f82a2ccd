import { attachment, bytes, CONTENT, gbk, type MimeCase, mail, NAME, percent, word } from './mime-cases.ts';

const utf8 = Buffer.from(NAME);
const gb = gbk(NAME);
const expected = [[NAME, CONTENT]] as const;

function nameCase(name: string, fileHead: Buffer | string): MimeCase {
  return { name, raw: mail({ fileHead }), files: expected };
}

/** File names: RFC 2047, RFC 2231, both, neither. */
export const NAME_CASES: readonly MimeCase[] = [
  nameCase('01 name as UTF-8 word', attachment('', `; filename="${word('UTF-8', utf8)}"`)),
  nameCase('02 name as GBK word', attachment('', `; filename="${word('GBK', gb)}"`)),
  nameCase('03 name as GB18030 word', attachment('', `; filename="${word('gb18030', gb)}"`)),
  nameCase('04 RFC 2231 UTF-8', attachment('', `; filename*=UTF-8''${percent(utf8)}`)),
  nameCase('05 RFC 2231 GBK', attachment('', `; filename*=GBK'zh'${percent(gb)}`)),
  nameCase(
    '06 RFC 2231 continued, split inside a character',
    attachment(
      '',
      `;\r\n filename*0*=utf-8''${percent(utf8.subarray(0, 7))};\r\n filename*1*=${percent(utf8.subarray(7))}`,
    ),
  ),
  nameCase(
    '07 two words split inside a GBK character',
    attachment('', `; filename="${word('gb2312', gb.subarray(0, 7))}\r\n ${word('gb2312', gb.subarray(7))}"`),
  ),
  nameCase('08 raw 8-bit GBK', attachment('', bytes('; filename="', gb, '"'))),
  nameCase('09 raw 8-bit UTF-8', attachment('', bytes('; filename="', utf8, '"'))),
  nameCase(
    '11 QQ: octet-stream with name',
    `Content-Type: application/octet-stream; charset="gb18030"; name="${word('gb18030', gb)}"\r\nContent-Disposition: attachment; filename="${word('gb18030', gb)}"\r\n`,
  ),
  nameCase('20 name in the type only', `Content-Type: application/vnd.ms-excel; name="${word('GBK', gb)}"\r\n`),
  nameCase('21 filename and filename*', attachment('', `; filename="??2.xls"; filename*=UTF-8''${percent(utf8)}`)),
  nameCase('23 word without quotes', attachment('', `; filename=${word('UTF-8', utf8)}`)),
  nameCase('24 word inside RFC 2231', attachment('', `; filename*=utf-8''${word('utf-8', utf8)}`)),
  nameCase('25 percent encoding without star', attachment('', `; filename="${percent(utf8)}"`)),
  nameCase(
    '26 two words split inside a UTF-8 character',
    attachment(`; name="${word('utf-8', utf8.subarray(0, 8))} ${word('utf-8', utf8.subarray(8))}"`, ''),
  ),
  {
    name: '22 inline without name',
    raw: mail({ fileHead: 'Content-Type: application/octet-stream\r\nContent-Disposition: inline\r\n' }),
    files: [['未命名.xls', CONTENT]],
  },
];
