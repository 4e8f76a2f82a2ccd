import * as sheetjs from '@e965/xlsx';
import exceljs from 'exceljs';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { readOoxml } from '../../../../src/sheet/formats/ooxml/read-ooxml.ts';
import type { Grid } from '../../../../src/sheet/grid.ts';
import { pick, type Random, seededRandom } from '../../../support/codes.ts';

const BOOKS_PER_WRITER = 70;
type Value = string | number | boolean | null;

/** An invented table with what senders type: codes with leading zeros, long numbers, spaces, signs of XML, rare characters. */
interface Book {
  readonly rows: readonly (readonly Value[])[];
  readonly merge: boolean;
}

const TEXTS = [
  '雅安市',
  '061883855',
  ' 前后空格 ',
  'a&b<c>"d"',
  '第一行\n第二行',
  '𠮷㐂',
  '5.10107E+21',
  "'0012",
  '=1+1',
  'TRUE',
  '１２３',
  'x\u00A0y',
  '甲_x_乙',
];

function inventBook(random: Random): Book {
  const width = 1 + Math.floor(random() * 6);
  const rows = Array.from({ length: 2 + Math.floor(random() * 6) }, () =>
    Array.from({ length: width }, () => inventValue(random)),
  );
  const merge = width > 1 && random() < 0.4;
  // exceljs drops a value under a merged area; people cannot type one there.
  rows[0] = Array.from({ length: width }, (_value, index) => (merge && index === 1 ? null : `列${index}`));
  return { rows, merge };
}

function inventValue(random: Random): Value {
  const kind = random();
  if (kind < 0.15) return null;
  if (kind < 0.25) return random() < 0.5;
  if (kind < 0.5)
    return pick(random, [0, 1, -2.5, 13_900_000_001, 1e21, 0.1, 123_456_789_012_345, Math.floor(random() * 1e6)]);
  return pick(random, TEXTS);
}

/** Row:column → value, blank cells left out. */
type Values = Readonly<Record<string, Value>>;

function valuesOf(rows: readonly (readonly (Value | undefined)[] | undefined)[]): Values {
  const values: Record<string, Value> = {};
  for (const [row, cells] of rows.entries()) {
    for (const [column, value] of (cells ?? []).entries()) {
      if (value !== null && value !== undefined && value !== '') values[`${row + 1}:${column + 1}`] = value;
    }
  }
  return values;
}

/** Our lexical texts turned into values the way the others see them. */
function ownValues(grid: Grid): Values {
  const values: Record<string, Value> = {};
  for (const row of grid.rows) {
    for (const cell of row.cells) {
      const value =
        cell.stored === 'number' ? Number(cell.text) : cell.stored === 'boolean' ? cell.text === 'TRUE' : cell.text;
      values[`${row.number}:${cell.column}`] = value;
    }
  }
  return values;
}

function plainValue(value: unknown): Value {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (value === null || value === undefined) return null;
  throw new Error(`unexpected ${JSON.stringify(value)}`);
}

const WRITERS: Readonly<Record<string, (book: Book) => Promise<Uint8Array>>> = {
  exceljs: async (book) => {
    const workbook = new exceljs.Workbook();
    const sheet = workbook.addWorksheet('表');
    for (const row of book.rows) sheet.addRow([...row]);
    if (book.merge) sheet.mergeCells(1, 1, 1, 2);
    return new Uint8Array(await workbook.xlsx.writeBuffer());
  },
  sheetjs: async (book) => {
    const sheet = sheetjs.utils.aoa_to_sheet(book.rows.map((row) => [...row]));
    if (book.merge) sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 1 } }];
    const workbook = sheetjs.utils.book_new();
    sheetjs.utils.book_append_sheet(workbook, sheet, '表');
    const bytes: unknown = sheetjs.write(workbook, {
      type: 'buffer',
      bookType: 'xlsx',
      bookSST: book.rows.length % 2 === 0,
    });
    if (!(bytes instanceof Uint8Array)) throw new Error('no bytes');
    return bytes;
  },
  hucre: async (book) =>
    writeXlsx({
      sheets: [
        {
          name: '表',
          rows: book.rows.map((row) => [...row]),
          ...(book.merge ? { merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 1 }] } : {}),
        },
      ],
    }),
};

const READERS: Readonly<Record<string, (bytes: Uint8Array) => Promise<Values>>> = {
  hucre: async (bytes) => {
    const workbook = await readXlsx(bytes);
    return valuesOf((workbook.sheets[0]?.rows ?? []).map((row) => row.map(plainValue)));
  },
  sheetjs: async (bytes) => {
    const workbook = sheetjs.read(bytes, { raw: true, dense: true });
    const data = workbook.Sheets['表']?.['!data'] ?? [];
    return valuesOf(Array.from(data, (row) => Array.from(row ?? [], (cell) => plainValue(cell?.v))));
  },
  exceljs: async (bytes) => {
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(new Uint8Array(bytes).buffer);
    const values: Record<string, Value> = {};
    workbook.worksheets[0]?.eachRow((row, number) => {
      row.eachCell((cell, column) => {
        const value = cell.isMerged && cell.master !== cell ? null : plainValue(cell.value);
        if (value !== null && value !== '') values[`${number}:${column}`] = value;
      });
    });
    return values;
  },
};

describe('our reader against three libraries', () => {
  const matrix = Object.keys(WRITERS).flatMap((writer) =>
    Object.keys(READERS).map((reader) => [writer, reader] as const),
  );

  it.each(matrix)(`${BOOKS_PER_WRITER} workbooks written by %s read as %s reads them`, async (writer, reader) => {
    const random = seededRandom(writer.length * 7919);
    let compared = 0;
    for (let index = 0; index < BOOKS_PER_WRITER; index += 1) {
      const book = inventBook(random);
      const bytes = await WRITERS[writer]?.(book);
      if (bytes === undefined) throw new Error('no writer');
      const decoded = readOoxml(bytes);
      if (!decoded.ok) throw new Error(decoded.refusal.text);
      const grid = decoded.workbook.grids[0];
      if (grid === undefined) throw new Error('no grid');
      const own = ownValues(grid);
      expect(own).toEqual(await READERS[reader]?.(bytes));
      expect(grid.merges).toEqual(book.merge ? [{ top: 1, left: 1, bottom: 1, right: 2 }] : []);
      compared += Object.keys(own).length;
    }
    expect(compared).toBeGreaterThan(BOOKS_PER_WRITER * 5);
  });
});
