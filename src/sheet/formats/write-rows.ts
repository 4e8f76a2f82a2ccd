import { columnLetters } from '../../text/column-letters.ts';
import type { CellPlan, RowPlan } from '../book-plan.ts';
import type { ByteChunks } from './byte-chunks.ts';
import type { SharedTexts } from './shared-texts.ts';
import { escapeXml, keepsSpace, writeText } from './write-text.ts';

/** Index of a style by its name in the plan. */
export type StyleIndex = (name: string | undefined) => number;

/** What follows the address and style of a cell that holds a text. */
export type TextCell = (text: string) => string;

/** Texts of a cell as an index into the texts of the workbook. */
export function sharedText(texts: SharedTexts): TextCell {
  return (text) => ` t="s"><v>${texts.indexOf(text)}</v></c>`;
}

/** Texts written where they stand, so that the rows rest on nothing else in the workbook. */
export function textInPlace(text: string): string {
  return ` t="inlineStr"><is><t${keepsSpace(text)}>${writeText(text)}</t></is></c>`;
}

/** Rows from row number `first` on, added to `bytes`; numbers stay numbers, formulas are the plan's own. */
export function writeRows(
  rows: readonly RowPlan[],
  first: number,
  styleIndex: StyleIndex,
  textCell: TextCell,
  bytes: ByteChunks,
): void {
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index];
    if (!row || (row.cells.length === 0 && row.height === undefined)) continue;
    const number = first + index;
    let cells = '';
    for (let column = 0; column < row.cells.length; column += 1) {
      const cell = row.cells[column];
      if (cell) cells += writeCell(cell, `${letters(column)}${number}`, styleIndex, textCell);
    }
    const height = row.height === undefined ? '' : ` ht="${row.height}" customHeight="1"`;
    if (cells !== '' || height !== '') bytes.add(`<row r="${number}"${height}>${cells}</row>`);
  }
}

const LETTERS: string[] = [];

function letters(column: number): string {
  return (LETTERS[column] ??= columnLetters(column + 1));
}

function writeCell(cell: CellPlan, address: string, styleIndex: StyleIndex, textCell: TextCell): string {
  const style = styleIndex(cell.style);
  const start = `<c r="${address}"${style === 0 ? '' : ` s="${style}"`}`;
  const { value } = cell;
  if (cell.formula !== undefined) return `${start}${writeFormula(cell.formula, value)}`;
  if (value === null || value === '') return style === 0 ? '' : `${start}/>`;
  if (typeof value === 'number' && Number.isFinite(value)) return `${start}><v>${value}</v></c>`;
  return start + textCell(String(value));
}

function writeFormula(formula: string, value: string | number | null): string {
  const text = `<f>${escapeXml(formula.replace(/^=/, ''))}</f>`;
  if (typeof value === 'number') return `>${text}<v>${value}</v></c>`;
  return ` t="str">${text}<v>${escapeXml(value ?? '')}</v></c>`;
}
