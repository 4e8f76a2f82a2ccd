import * as XLSX from '@e965/xlsx';
import officeCrypto from 'officecrypto-tool';
import { afterAll, describe, expect, it } from 'vitest';
import { closeDecoder, decodeWorkbook } from '../../../src/sheet/formats/decode-workbook.ts';
import { ROWS, textsOf } from './plain-rows.ts';

afterAll(closeDecoder);

function book(): XLSX.WorkBook {
  const made = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(made, XLSX.utils.aoa_to_sheet(ROWS.map((row) => [...row])), '汇总');
  return made;
}

function written(bookType: XLSX.BookType): Buffer {
  return XLSX.write(book(), { type: 'buffer', bookType }) as Buffer;
}

describe('every format ends as the same rows', () => {
  it.each([
    ['biff8', 'xls'],
    ['xlsb', 'xlsb'],
    ['xlsx', 'xlsx'],
    ['ods', 'ods'],
    ['fods', 'fods'],
    ['xlml', 'xml'],
    ['html', 'html'],
    ['csv', 'csv'],
  ] as const)('%s', async (bookType, format) => {
    const decoded = await decodeWorkbook(written(bookType));
    expect(textsOf(decoded)).toEqual(ROWS);
    expect(decoded.ok && decoded.workbook.format).toBe(format);
  });

  it.each(['biff5', 'biff2'] as const)('%s keeps codes and leading zeros', async (bookType) => {
    const texts = textsOf(await decodeWorkbook(written(bookType)));
    expect(texts[1]?.slice(2)).toEqual(ROWS[1].slice(2));
  });

  it('stands on the content, whatever the name says', async () => {
    expect(textsOf(await decodeWorkbook(written('biff8'), { name: '照片.jpg' }))).toEqual(ROWS);
  });
});

describe('numbers of a binary workbook', () => {
  it('shows a lost 22-digit code with its exponent and a date as ISO', async () => {
    const sheet = XLSX.utils.aoa_to_sheet([['登记号', '日期', '代码']]);
    sheet['A2'] = { t: 'n', v: 5.10107000000001e21 };
    sheet['B2'] = { t: 'n', v: 45678, z: 'yyyy-mm-dd' };
    sheet['C2'] = { t: 'n', v: 61883855 };
    sheet['!ref'] = 'A1:C2';
    const made = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(made, sheet, 's');
    const decoded = await decodeWorkbook(XLSX.write(made, { type: 'buffer', bookType: 'biff8' }) as Buffer);
    expect(decoded.ok && decoded.workbook.grids[0]?.rows[1]?.cells).toEqual([
      { column: 1, stored: 'number', text: '5.10107000000001E+21' },
      { column: 2, stored: 'date', text: '45678', format: 'yyyy-mm-dd', date: '2025-01-21' },
      { column: 3, stored: 'number', text: '61883855' },
    ]);
  });
});

describe('encrypted workbooks', () => {
  it.each(['agile', 'standard'] as const)('%s: opens with the password among those known', async (kind) => {
    const options = kind === 'standard' ? { password: '卫健2025', type: kind } : { password: '卫健2025' };
    const locked = officeCrypto.encrypt(written('xlsx'), options);
    const opened = await decodeWorkbook(locked, { passwords: ['别的', '卫健2025'] });
    expect(textsOf(opened)).toEqual(ROWS);
    expect(opened.ok && opened.workbook.traits).toContain('encrypted');
  });

  it('asks for the password, and says so when those known do not fit', async () => {
    const locked = officeCrypto.encrypt(written('xlsx'), { password: '卫健2025', type: 'standard' });
    expect(textsOf(await decodeWorkbook(locked, { passwords: ['别的'] }))).toBe('file/password-protected');
    expect(textsOf(await decodeWorkbook(locked))).toBe('file/password-needed');
  });
});
