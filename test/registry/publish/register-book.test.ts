import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawRegisterBook } from '../../../src/registry/publish/draw-register-book.ts';
import type { BookPlan, CellPlan, SheetPlan } from '../../../src/sheet/book-plan.ts';
import { editionOfState, findingAt, ROSTER, registerRow, registryState } from '../../support/registry-state.ts';
import { wholeBook } from '../../support/whole-sheet.ts';

/** The book with every row drawn. */
function wholeRegisterBook(...args: Parameters<typeof drawRegisterBook>): BookPlan {
  return wholeBook(drawRegisterBook(...args));
}

function sheetOf(state: Parameters<typeof editionOfState>[0], name: string): SheetPlan {
  const plan = wholeRegisterBook(ROSTER, editionOfState(state), [], true);
  const sheet = plan.sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

function values(sheet: SheetPlan, from = 1): (string | number | null)[][] {
  return sheet.rows.slice(from - 1).map((row) => row.cells.map((cell) => cell?.value ?? null));
}

function cellAt(sheet: SheetPlan, row: number, header: string): CellPlan {
  const column = ROSTER.columns.findIndex((one) => one.header === header);
  const cell = sheet.rows[row - 1]?.cells[column];
  if (!cell) throw new Error(`no cell ${header} in row ${row}`);
  return cell;
}

describe('the first sheet of the province workbook', () => {
  it('has the head of the official form', () => {
    const sheet = sheetOf(registryState([registerRow()]), '医院信息汇总表');

    expect(values(sheet)[0]?.[0]).toBe('附件2');
    expect(values(sheet)[1]?.[0]).toBe('医院信息汇总表');
    expect(values(sheet)[2]).toEqual(
      expect.arrayContaining(['填报单位（盖章）：省卫生健康委员会办公室', '填报日期：2025年3月1日']),
    );
    expect(values(sheet)[3]).toEqual(ROSTER.columns.map((column) => column.header));
    expect(sheet.merges).toContain('A2:M2');
    expect(sheet.print).toMatchObject({ paper: 'A4', orientation: 'landscape', repeatRows: '4:4', area: 'A1:M5' });
  });

  it('orders rows by unit, keeps the order within a unit and numbers anew', () => {
    const rows = [
      registerRow({ unit: '513300', values: { name: '丙' } }),
      registerRow({ unit: '510100', values: { name: '甲二', sequence: '7' } }),
      registerRow({ unit: '999999', values: { name: '未知' } }),
      registerRow({ unit: '510300', values: { name: '乙' } }),
      registerRow({ unit: '510100', values: { name: '甲一', sequence: '7' } }),
    ];

    const body = values(sheetOf(registryState(rows), '医院信息汇总表'), 5);

    expect(body.map((row) => [row[0], row[2]])).toEqual([
      ['1', '甲二'],
      ['2', '甲一'],
      ['3', '乙'],
      ['4', '丙'],
      ['5', '未知'],
    ]);
  });

  it('shows every row of the register, whatever it holds, as text and never as a formula', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom('=1+1', '+86', '-1', '@SUM(A1)', '=HYPERLINK("http://x")', '\t=1', '0012'),
    );
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 12 }), (names) => {
        const rows = names.map((name, index) => registerRow({ row: 5 + index, values: { name } }));
        const plan = wholeRegisterBook(ROSTER, editionOfState(registryState(rows)), [], true);
        const body = plan.sheets[0]?.rows.slice(4) ?? [];

        expect(body.map((row) => row.cells[2]?.value ?? '')).toEqual(names);
        for (const cell of plan.sheets.flatMap((sheet) => sheet.rows.flatMap((row) => row.cells))) {
          expect(cell?.formula).toBeUndefined();
        }
        for (const row of body) {
          for (const cell of row.cells) expect(plan.styles[cell?.style ?? '']?.format).toBe('@');
        }
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ['uscc', '5.10107E+21'],
    ['dataManagerPhone', '1.38E+10'],
    ['registrationNumber', '#N/A'],
    ['uscc', '51010719800101123X'],
  ])('keeps %s blank and marked when it holds %s', (key, value) => {
    const sheet = sheetOf(registryState([registerRow({ values: { [key]: value } })]), '医院信息汇总表');
    const column = ROSTER.columns.find((one) => one.key === key);
    const cell = cellAt(sheet, 5, column?.header ?? '');

    expect(cell.value).toBeNull();
    expect(cell.style).toMatch(/-error$/);
    expect(cell.note).toContain('留空待改');
    expect(JSON.stringify(sheet)).not.toContain(value);
  });

  it('marks cells by their worst finding and the first cell by the worst of the row', () => {
    const row = registerRow();
    const findings = [
      findingAt(row, 'uscc', { severity: 'warning' }),
      findingAt(row, 'uscc', { severity: 'error' }),
      findingAt(row, 'dataManagerPhone', { severity: 'block' }),
      findingAt(row, 'grade', { severity: 'notice' }),
      findingAt(row, 'level', { severity: 'error', waived: { by: '甲', reason: '证书如此' } }),
      findingAt(row, '', { severity: 'warning', text: '与第 9 行相同' }),
    ];

    const sheet = sheetOf(registryState([row], { findings }), '医院信息汇总表');

    expect(cellAt(sheet, 5, '统一社会信用代码').style).toBe('center-error');
    expect(cellAt(sheet, 5, '医疗机构数据管理员手机号码').style).toBe('center-block');
    expect(cellAt(sheet, 5, '医疗机构等次(甲等、乙等、未定等)').style).toBe('center');
    expect(cellAt(sheet, 5, '医疗机构级别(三级、二级)').style).toBe('center');
    expect(cellAt(sheet, 5, '序号').style).toBe('center-block');
    expect(cellAt(sheet, 5, '序号').note).toContain('与第 9 行相同');
  });

  it('shows what a decision settled', () => {
    const row = registerRow({ decided: [{ key: 'grade', from: '甲等', to: '乙等', decision: 'd1' }] });

    expect(cellAt(sheetOf(registryState([row]), '医院信息汇总表'), 5, '医疗机构等次(甲等、乙等、未定等)').value).toBe(
      '乙等',
    );
  });

  it('gives at most two thousand cells a note', () => {
    const rows = Array.from({ length: 2_100 }, (_, index) => registerRow({ row: 5 + index, id: `r${index}` }));
    const findings = rows.map((row) => findingAt(row, 'uscc'));

    const sheet = sheetOf(registryState(rows, { findings }), '医院信息汇总表');
    const cells = sheet.rows.flatMap((row) => row.cells);

    expect(cells.filter((cell) => cell?.note !== undefined)).toHaveLength(2_000);
    expect(cells.filter((cell) => cell?.style === 'center-error')).toHaveLength(4_200);
  });
});
