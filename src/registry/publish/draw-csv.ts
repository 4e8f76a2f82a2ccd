import type { Edition } from './edition.ts';
import { laidText } from './laid-text.ts';
import type { LaidSheet } from './lay-sheet.ts';

/** How a cell must not begin, lest a spreadsheet program runs it as a formula (OWASP, CSV injection). */
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * A laid sheet as CSV: UTF-8 with byte order mark, CRLF, every value in quotes. A value that a spreadsheet program
 * could run begins with an apostrophe instead. Long codes lose digits when such a program opens the file by a double
 * click: the CSV is for other systems, the workbook for people.
 */
export function drawCsv(laid: LaidSheet, edition: Edition): string {
  const lines = [laid.columns.map((column) => column.header)];
  for (const [index, row] of laid.rows.entries())
    lines.push(laid.columns.map((column) => laidText(laid, column, row, index, edition)));
  return `\uFEFF${lines.map((line) => `${line.map(csvValue).join(',')}\r\n`).join('')}`;
}

/** One quoted value. */
export function csvValue(text: string): string {
  const safe = FORMULA_START.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
