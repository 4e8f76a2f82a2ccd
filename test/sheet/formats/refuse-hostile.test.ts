import * as XLSX from '@e965/xlsx';
import { afterAll, describe, expect, it } from 'vitest';
import { closeDecoder, decodeWorkbook } from '../../../src/sheet/formats/decode-workbook.ts';
import { writeZip } from '../../../src/sheet/formats/zip/write-zip.ts';
import { ROWS, textsOf } from './plain-rows.ts';

afterAll(closeDecoder);

const made = XLSX.utils.book_new();
XLSX.utils.book_append_sheet(made, XLSX.utils.aoa_to_sheet(ROWS.map((row) => [...row])), 's');
const XLS = XLSX.write(made, { type: 'buffer', bookType: 'biff8' }) as Buffer;
const XLSB = XLSX.write(made, { type: 'buffer', bookType: 'xlsb', compression: true }) as Buffer;

function changed(bytes: Buffer, change: (copy: Buffer) => void): Buffer {
  const copy = Buffer.from(bytes);
  change(copy);
  return copy;
}

/** All four words of every directory entry point at each other. */
function loopedDirectory(bytes: Buffer): Buffer {
  return changed(bytes, (copy) => {
    const start = (copy.readUInt32LE(48) + 1) * 512;
    for (let entry = 0; entry < 4; entry++)
      for (const word of [68, 72, 76]) copy.writeUInt32LE((entry + 1) % 4, start + entry * 128 + word);
  });
}

function loopedChains(bytes: Buffer): Buffer {
  return changed(bytes, (copy) => {
    const start = (copy.readUInt32LE(76) + 1) * 512;
    for (let sector = 0; sector < 128; sector++) copy.writeUInt32LE(sector, start + sector * 4);
  });
}

function ods(table: string): Buffer {
  const content = `<office:document-content xmlns:office="o"><office:spreadsheet><table:table table:name="a">${table}</table:table></office:spreadsheet></office:document-content>`;
  return Buffer.from(
    writeZip([
      { name: 'content.xml', bytes: Buffer.from(content) },
      { name: 'META-INF/manifest.xml', bytes: Buffer.from('<manifest/>') },
    ]),
  );
}

describe('what is no fillable table is refused with its reason', () => {
  it.each([
    ['nothing', Buffer.alloc(0), 'file/empty'],
    ['zero bytes', Buffer.alloc(4096), 'file/empty'],
    ['PDF', Buffer.from('%PDF-1.7\n'), 'file/pdf'],
    ['JPEG', Buffer.from('ffd8ffe000104a46', 'hex'), 'file/picture'],
    ['PNG', Buffer.from('89504e470d0a1a0a', 'hex'), 'file/picture'],
    ['HEIC', Buffer.from('\0\0\0\x18ftypheic'), 'file/picture'],
    ['MP4', Buffer.from('\0\0\0\x18ftypisom'), 'file/media'],
    ['RAR', Buffer.from('Rar!\x1a\x07\0'), 'file/archive'],
    ['program', Buffer.from('4d5a90000300000004000000ffff0000', 'hex'), 'file/program'],
    ['RTF', Buffer.from('{\\rtf1 x}'), 'file/rtf'],
    ['OFD', Buffer.from(writeZip([{ name: 'OFD.xml', bytes: Buffer.from('<a/>') }])), 'file/ofd'],
    ['any zip', Buffer.from(writeZip([{ name: 'a.txt', bytes: Buffer.from('a') }])), 'file/archive'],
    ['blank HTML table', Buffer.from('<table><tr><td>&nbsp;</td></tr></table>'), 'file/empty-workbook'],
  ])('%s', async (_, bytes, code) => {
    const decoded = await decodeWorkbook(bytes);
    expect(textsOf(decoded)).toBe(code);
    expect(!decoded.ok && decoded.refusal.ask).not.toBe('');
  });
});

describe('hostile files are refused, and the next file is read', () => {
  it.each([
    ['directory loop', loopedDirectory(XLS), 'file/corrupt'],
    ['chain loop', loopedChains(XLS), 'file/corrupt'],
    ['cut compound file', XLS.subarray(0, 1600), 'file/corrupt'],
    ['corrupt deflate', changed(XLSB, (copy) => copy.fill(0x5a, 60, 120)), 'file/corrupt'],
    [
      'a cell repeated to the end of the sheet',
      ods(
        '<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="16000"><text:p>x</text:p></table:table-cell></table:table-row>',
      ),
      'file/too-large',
    ],
    ['a row of commas', Buffer.from(','.repeat(200_000)), 'file/too-large'],
    ['deeply nested tables', Buffer.from('<table><tr><td>'.repeat(5_000)), 'file/too-large'],
    [
      'wide spans',
      Buffer.from(`<table>${'<tr><td colspan=16000 rowspan=999>x</td></tr>'.repeat(500)}`),
      'file/too-large',
    ],
  ])('%s', async (_, bytes, code) => {
    expect(textsOf(await decodeWorkbook(bytes))).toBe(code);
    expect(textsOf(await decodeWorkbook(XLS))).toEqual(ROWS);
  });
});
