import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell, Grid, GridRow } from '../../../src/sheet/grid.ts';
import { MOST_ROWS } from '../../../src/sheet/read/read-rows.ts';
import { book, sheet } from '../../support/table.ts';
import { codes, LIAISON, readBook, readOne } from './read.ts';

const HEADER = LIAISON.columns.map(({ header }) => header);

const text = fc.oneof(
  fc.constantFrom('', ' ', '同上', '合计', '注：', '成都市', '张三', '13812345678', '5.1E+21', '1', '姓名', '填表人：'),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const stored = fc.constantFrom('text', 'number', 'date', 'error', 'formula', 'boolean') as fc.Arbitrary<Cell['stored']>;

function rowsOf(drawn: readonly (readonly { text: string; stored: Cell['stored'] }[])[], top: number): GridRow[] {
  return drawn.flatMap((cells, index) => {
    const filled = cells.flatMap((cell, column) => (cell.text === '' ? [] : [{ column: column + 1, ...cell }]));
    return filled.length === 0 ? [] : [{ number: top + index, hidden: false, cells: filled }];
  });
}

describe('nothing is lost', () => {
  it('every row below a header that holds something is read or skipped with its reason', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.record({ text, stored }), { maxLength: 6 }), { maxLength: 12 }), (drawn) => {
        const header = {
          number: 1,
          hidden: false,
          cells: HEADER.map((text, index) => ({ column: index + 1, stored: 'text' as const, text })),
        };
        const rows = rowsOf(drawn, 2);
        const grid: Grid = { name: 'S', state: 'visible', rows: [header, ...rows], merges: [], hiddenColumns: [] };
        const { tables } = readBook({ format: 'xlsx', grids: [grid], traits: [] });
        const told = new Set(
          tables.flatMap((table) => [
            ...[...table.rows, ...table.skipped].map(({ row }) => row),
            ...Array.from({ length: table.header.bottom - table.header.top + 1 }, (_, n) => table.header.top + n),
          ]),
        );
        const seen = rows.filter(({ cells }) => cells.some(({ text }) => text.trim() !== ''));
        expect(seen.filter(({ number }) => !told.has(number))).toEqual([]);
      }),
    );
  });

  it('never throws, whatever a sheet holds, and reads the same twice', () => {
    const area = fc.record({ top: fc.nat(20), left: fc.nat(8), bottom: fc.nat(20), right: fc.nat(8) });
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.record({ text, stored }), { maxLength: 8 }), { maxLength: 20 }),
        fc.array(area, { maxLength: 3 }),
        (drawn, merges) => {
          const grid: Grid = { name: 'S', state: 'visible', rows: rowsOf(drawn, 1), merges, hiddenColumns: [] };
          const workbook = { format: 'xls', grids: [grid], traits: [] };
          expect(readBook(workbook)).toEqual(readBook(workbook));
        },
      ),
    );
  });

  it('a scientific remnant never becomes a value of a code or phone', () => {
    const remnant = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.nat(99_999), fc.integer({ min: 10, max: 30 }));
    fc.assert(
      fc.property(remnant, fc.constantFrom<Cell['stored']>('text', 'number'), ([head, tail, power], kind) => {
        const written = `${head}.${tail}E+${power}`;
        const table = readOne(
          sheet(`| 市（州） | 姓名 | 手机号码 | 邮箱 |\n| 成都市 | 李四光 | x | li4@163.com |`, {
            cells: { C2: { stored: kind, text: written } },
          }),
        );
        expect(table.rows[0]?.fields['phone']?.value).not.toMatch(/E/i);
      }),
    );
  });
});

describe('bounds', () => {
  it('reads a table up to the limit and says how much it left', () => {
    const cells = (row: number): Cell[] =>
      ['成都市', `李${row}`, '某单位', '科长', '13812345678'].map((text, index) => ({
        column: index + 1,
        stored: 'text',
        text,
      }));
    const [header] = sheet(`| ${HEADER.join(' | ')} |`).rows;
    const rows = Array.from({ length: MOST_ROWS + 5 }, (_, index) => ({
      number: index + 2,
      hidden: false,
      cells: cells(index),
    }));
    const grid: Grid = {
      name: 'S',
      state: 'visible',
      rows: header ? [header, ...rows] : [],
      merges: [],
      hiddenColumns: [],
    };
    const table = readOne(grid);
    expect(table.rows).toHaveLength(MOST_ROWS);
    expect(table.faults.filter(({ code }) => code === 'table/too-many-rows')).toEqual([
      {
        code: 'table/too-many-rows',
        column: '',
        seen: '5',
        row: MOST_ROWS + 2,
        cell: `A${MOST_ROWS + 2}`,
        detail: { most: String(MOST_ROWS), rest: '5' },
      },
    ]);
    expect(table.skipped).toEqual([{ row: MOST_ROWS + 2, reason: 'note', text: '以下 5 行超出读取上限' }]);
  });

  it('looks at no column beyond the two hundredth', () => {
    const far = HEADER.map((text, index) => ({ column: 16_370 + index, stored: 'text' as const, text }));
    const grid: Grid = {
      name: 'S',
      state: 'visible',
      rows: [{ number: 1, hidden: false, cells: far }],
      merges: [],
      hiddenColumns: [],
    };
    expect(readBook({ format: 'xlsx', grids: [grid], traits: [] }).tables).toEqual([]);
  });

  it('an empty workbook and an empty sheet are told, not read', () => {
    expect(readBook(book())).toEqual({ tables: [], tokens: [], otherSheets: [] });
    expect(readBook(book(''))).toEqual({ tables: [], tokens: [], otherSheets: [{ sheet: 'Sheet1', reason: 'empty' }] });
  });

  it('every code of the reader has its words', async () => {
    const { findRule } = await import('../../../src/rules/catalogue.ts');
    const table = readOne('| 市（州） | 姓名 | 手机 | 邮箱 | 办公电话 |\n| 成都市 | 李四光 | 5.1E+10 | a@b.cn | 1 |');
    expect(codes(table).length).toBeGreaterThan(3);
    for (const code of codes(table)) expect(findRule(code)?.scope).toBe('reading');
  });
});
