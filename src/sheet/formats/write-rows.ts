import { columnLetters } from '../../text/column-letters.ts';
import type { CellPlan, SheetPlan } from '../book-plan.ts';
import type { ByteChunks } from './byte-chunks.ts';
import type { SharedTexts } from './shared-texts.ts';
import { escapeXml } from './write-text.ts';

/** Index of a style by its name in the plan. */
export type StyleIndex = (name: string | undefined) => number;

/** The rows of a sheet, added to `bytes`; texts go to `texts`, numbers stay numbers, formulas are the plan's own. */
export function writeRows(sheet: SheetPlan, styleIndex: StyleIndex, texts: SharedTexts, bytes: ByteChunks): void {
  let width = sheet.columns.length;
  for (const { cells } of sheet.rows) width = Math.max(width, cells.length);
  const letters = Array.from({ length: width }, (_, index) => columnLetters(index + 1));
  for (const [index, row] of sheet.rows.entries()) {
    const number = index + 1;
    let cells = '';
    for (const [column, cell] of row.cells.entries()) {
      if (cell) cells += writeCell(cell, `${letters[column] ?? ''}${number}`, styleIndex, texts);
    }
    const height = row.height === undefined ? '' : ` ht="${row.height}" customHeight="1"`;
    if (cells !== '' || height !== '') bytes.add(`<row r="${number}"${height}>${cells}</row>`);
  }
}

function writeCell(cell: CellPlan, address: string, styleIndex: StyleIndex, texts: SharedTexts): string {
  const style = styleIndex(cell.style);
  const start = `<c r="${address}"${style === 0 ? '' : ` s="${style}"`}`;
  const { value } = cell;
  if (cell.formula !== undefined) return `${start}${writeFormula(cell.formula, value)}`;
  if (value === null || value === '') return style === 0 ? '' : `${start}/>`;
  if (typeof value === 'number' && Number.isFinite(value)) return `${start}><v>${value}</v></c>`;
  return `${start} t="s"><v>${texts.indexOf(String(value))}</v></c>`;
}

function writeFormula(formula: string, value: string | number | null): string {
  const text = `<f>${escapeXml(formula.replace(/^=/, ''))}</f>`;
  if (typeof value === 'number') return `>${text}<v>${value}</v></c>`;
  return ` t="str">${text}<v>${escapeXml(value ?? '')}</v></c>`;
}
