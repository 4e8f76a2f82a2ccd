import type { TextSection } from '../../sheet/join-pieces.ts';
import type { RegisterRow } from '../register.ts';
import type { Edition } from './edition.ts';
import { laidRuns } from './laid-runs.ts';
import { laidText } from './laid-text.ts';
import type { LaidSheet } from './lay-sheet.ts';

/** How a cell must not begin, lest a spreadsheet program runs it as a formula (OWASP, CSV injection). */
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * A laid sheet as CSV, its head and its sections: UTF-8 with byte order mark, CRLF, every value in quotes. A value that a spreadsheet program
 * could run begins with an apostrophe instead. Long codes lose digits when such a program opens the file by a double
 * click: the CSV is for other systems, the workbook for people.
 */
export function drawCsv(
  laid: LaidSheet,
  edition: Edition,
): { readonly head: string; readonly sections: readonly TextSection[] } {
  const write = (row: RegisterRow, index: number, own: Edition): string =>
    writeLine(laid.columns.map((column) => laidText(laid, column, row, index, own)));
  return {
    head: `\uFEFF${writeLine(laid.columns.map((column) => column.header))}`,
    sections: laidRuns(laid, edition).map(({ key, start, rows, edition: own }) => ({
      key,
      text: () => rows.map((row, index) => write(row, start + index, own(row))).join(''),
    })),
  };
}

function writeLine(values: readonly string[]): string {
  return `${values.map(csvValue).join(',')}\r\n`;
}

/** One quoted value. */
export function csvValue(text: string): string {
  const safe = FORMULA_START.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
