import type { CellObject, WorkSheet } from '@e965/xlsx';
import type { Cell, Grid } from '../../grid.ts';
import { BOUNDS } from '../bounds.ts';
import { type Budget, collectGrid, openBudget } from '../collect-grid.ts';
import { finishWorkbook } from '../finish-workbook.ts';
import { isDateFormat } from '../ooxml/number-formats.ts';
import { serialDate } from '../ooxml/serial-date.ts';
import type { Answer } from './task.ts';

/** Error codes of BIFF. Source: [MS-XLS] 2.5.10. */
const ERRORS: ReadonlyMap<number, string> = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
]);
const STATES = ['visible', 'hidden', 'veryHidden'] as const;

/** Reads .xls (BIFF 2 to 8) and .xlsb. A number is shown with all digits of the stored double, never formatted. */
export async function readSpreadsheet(bytes: Uint8Array, format: string): Promise<Answer> {
  const XLSX = await import('@e965/xlsx');
  const cpexcel = await import('@e965/xlsx/dist/cpexcel.full.mjs');
  XLSX.set_cptable(cpexcel);
  let book: ReturnType<typeof XLSX.read>;
  try {
    book = XLSX.read(Buffer.from(bytes), {
      type: 'buffer',
      dense: true,
      raw: true,
      cellNF: true,
      cellStyles: true,
      cellText: false,
      cellHTML: false,
      cellDates: false,
    });
  } catch (error) {
    const locked = error instanceof Error && /password|encrypt/i.test(error.message);
    return { kind: 'failed', reason: locked ? 'password' : 'corrupt' };
  }
  const budget = openBudget();
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const grids: Grid[] = [];
  for (const [index, name] of book.SheetNames.slice(0, BOUNDS.sheets).entries()) {
    const sheet = book.Sheets[name];
    const state = STATES[book.Workbook?.Sheets?.[index]?.Hidden ?? 0] ?? 'visible';
    if (sheet?.['!data']) grids.push(readSheet(sheet, name, state, date1904, budget));
  }
  return { kind: 'decoded', decoded: finishWorkbook(format, grids, [], budget) };
}

function readSheet(sheet: WorkSheet, name: string, state: Grid['state'], date1904: boolean, budget: Budget): Grid {
  const grid = collectGrid(budget);
  for (const [index, cells] of (sheet['!data'] ?? []).entries()) {
    if (budget.over) break;
    for (const [at, cell] of (cells ?? []).entries()) {
      if (cell) grid.put(index + 1, toCell(cell, at + 1, date1904));
    }
  }
  for (const { s, e } of sheet['!merges'] ?? []) {
    grid.merge({ top: s.r + 1, left: s.c + 1, bottom: e.r + 1, right: e.c + 1 });
  }
  for (const [index, row] of (sheet['!rows'] ?? []).entries()) if (row?.hidden) grid.hideRow(index + 1);
  for (const [index, column] of (sheet['!cols'] ?? []).entries())
    if (column?.hidden) grid.hideColumns(index + 1, index + 1);
  return grid.finish(name, state);
}

function toCell(cell: CellObject, column: number, date1904: boolean): Cell {
  const format = typeof cell.z === 'string' && cell.z !== 'General' ? cell.z : undefined;
  const base = { column, text: textOf(cell), ...(format !== undefined && { format }) };
  const date =
    cell.t === 'n' && format !== undefined && isDateFormat(format) ? serialDate(Number(cell.v), date1904) : undefined;
  const dated = date === undefined ? base : { ...base, date };
  if (cell.f !== undefined) return { ...dated, stored: 'formula', formula: cell.f };
  if (cell.t === 'b') return { ...base, stored: 'boolean' };
  if (cell.t === 'e') return { ...base, stored: 'error' };
  if (cell.t !== 'n') return { ...base, stored: 'text' };
  return { ...dated, stored: date === undefined ? 'number' : 'date' };
}

function textOf(cell: CellObject): string {
  if (cell.v === undefined || cell.v === null) return '';
  if (cell.t === 'b') return cell.v === true ? 'TRUE' : 'FALSE';
  if (cell.t === 'e') return ERRORS.get(Number(cell.v)) ?? '#ERROR';
  // Shortest digits that give the same double; from 1e21 on with an exponent, as Excel shows it.
  if (cell.t === 'n') return String(cell.v).replace('e', 'E');
  const text = String(cell.v);
  return text.trim() === '' ? '' : text;
}
