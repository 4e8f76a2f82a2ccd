import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/sheet/formats/decode-text.ts';
import { decodeWorkbook } from '../../../src/sheet/formats/decode-workbook.ts';
import { ROWS, textsOf } from './plain-rows.ts';

/** 中文,代码 in GBK, written by hand: Node decodes GB18030 and does not encode it. */
const GBK = Buffer.from([0xd6, 0xd0, 0xce, 0xc4, 0x2c, 0xb4, 0xfa, 0xc2, 0xeb, 0x2c, 0x61, 0x0d, 0x0a]);
/** 𠮷 in GB18030, four bytes. */
const FOUR_BYTES = Buffer.from([0x95, 0x34, 0xb2, 0x35]);

function utf16(text: string, big: boolean): Buffer {
  const bytes = Buffer.from(text, 'utf16le');
  return big ? bytes.swap16() : bytes;
}

function delimited(separator: string): string {
  return `${ROWS.map((row) => row.join(separator)).join('\r\n')}\r\n`;
}

describe.each([',', ';', '\t', '|'])('text separated by %j', (separator) => {
  const text = delimited(separator);
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 little endian with a mark', utf16(`\ufeff${text}`, false)],
    ['UTF-16 big endian with a mark', utf16(`\ufeff${text}`, true)],
    ['UTF-16 little endian without a mark', utf16(text, false)],
    ['UTF-16 big endian without a mark', utf16(text, true)],
  ])('%s', async (_, bytes) => {
    expect(textsOf(await decodeWorkbook(bytes))).toEqual(ROWS);
  });
});

describe('Chinese encodings', () => {
  it('reads GBK and GB18030', async () => {
    expect(textsOf(await decodeWorkbook(GBK))).toEqual([['中文', '代码', 'a']]);
    expect(decodeText(Buffer.concat([GBK, FOUR_BYTES]))?.text).toContain('𠮷');
  });
  it('believes the bytes, not a wrong declaration', () => {
    const page = '<html><meta charset="gb2312"><table><tr><td>成都市</td></tr></table>';
    expect(decodeText(Buffer.from(page))?.text).toBe(page);
  });
  it('bears a last character that was cut in half', () => {
    expect(decodeText(Buffer.from('成都市,雅安市').subarray(0, -1))).toMatchObject({
      text: '成都市,雅安',
      damaged: false,
    });
  });
  it('takes binary data for what it is', () => {
    expect(decodeText(Buffer.from([1, 0, 0, 2, 0, 3, 0, 0, 9, 0, 0, 0]))).toBeUndefined();
  });
});

describe('csv as people write it', () => {
  it.each([
    [
      'a quoted line break',
      'a,"b\nc",d\n1,2,3\n',
      [
        ['a', 'b\nc', 'd'],
        ['1', '2', '3'],
      ],
    ],
    [
      'doubled quotes',
      'a,"说""好""",d\n1,2,3',
      [
        ['a', '说"好"', 'd'],
        ['1', '2', '3'],
      ],
    ],
    [
      'a stray quote swallows no row',
      'a,b\n"张三,1\n李四,2\n"王五,3\n',
      [
        ['a', 'b'],
        ['"张三', '1'],
        ['李四', '2'],
        ['"王五', '3'],
      ],
    ],
    [
      "Excel's trick for leading zeros",
      'a,b\n="061883855",2\n',
      [
        ['a', 'b'],
        ['061883855', '2'],
      ],
    ],
    [
      'a line that names the separator',
      'sep=;\na;b,c\n1;2\n',
      [
        ['a', 'b,c'],
        ['1', '2'],
      ],
    ],
  ])('%s', async (_, text, rows) => {
    expect(textsOf(await decodeWorkbook(Buffer.from(text)))).toEqual(rows);
  });
  it('a note is no table', async () => {
    expect(textsOf(await decodeWorkbook(Buffer.from('您好，附件请查收。\n谢谢\n')))).toBe('file/not-workbook');
  });
});
