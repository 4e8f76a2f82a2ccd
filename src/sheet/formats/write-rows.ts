import { columnLetters } from '../../text/column-letters.ts';
import type { CellPlan, SheetPlan } from '../book-plan.ts';
import { escapeXml, writeText } from './write-text.ts';

/** Texts of all sheets, each once, in the order of their first use. */
export interface SharedTexts {
  readonly indexes: Map<string, number>;
  uses: number;
}

/** Index of a style by its name in the plan. */
export type StyleIndex = (name: string | undefined) => number;

/** `<sheetData>` of a sheet; texts go to `texts`, numbers stay numbers, formulas are the plan's own. */
export function writeRows(sheet: SheetPlan, styleIndex: StyleIndex, texts: SharedTexts): string {
  const width = sheet.rows.reduce((most, row) => Math.max(most, row.cells.length), sheet.columns.length);
  const letters = Array.from({ length: width }, (_, index) => columnLetters(index + 1));
  const rows: string[] = [];
  for (const [index, row] of sheet.rows.entries()) {
    const number = index + 1;
    let cells = '';
    for (const [column, cell] of row.cells.entries()) {
      if (cell) cells += writeCell(cell, `${letters[column] ?? ''}${number}`, styleIndex, texts);
    }
    const height = row.height === undefined ? '' : ` ht="${row.height}" customHeight="1"`;
    if (cells !== '' || height !== '') rows.push(`<row r="${number}"${height}>${cells}</row>`);
  }
  return `<sheetData>${rows.join('')}</sheetData>`;
}

function writeCell(cell: CellPlan, address: string, styleIndex: StyleIndex, texts: SharedTexts): string {
  const style = styleIndex(cell.style);
  const start = `<c r="${address}"${style === 0 ? '' : ` s="${style}"`}`;
  const { value } = cell;
  if (cell.formula !== undefined) return `${start}${writeFormula(cell.formula, value)}`;
  if (value === null || value === '') return style === 0 ? '' : `${start}/>`;
  if (typeof value === 'number' && Number.isFinite(value)) return `${start}><v>${value}</v></c>`;
  return `${start} t="s"><v>${shareText(String(value), texts)}</v></c>`;
}

function writeFormula(formula: string, value: string | number | null): string {
  const text = `<f>${escapeXml(formula.replace(/^=/, ''))}</f>`;
  if (typeof value === 'number') return `>${text}<v>${value}</v></c>`;
  return ` t="str">${text}<v>${escapeXml(value ?? '')}</v></c>`;
}

function shareText(text: string, texts: SharedTexts): number {
  texts.uses += 1;
  const known = texts.indexes.get(text);
  if (known !== undefined) return known;
  const index = texts.indexes.size;
  texts.indexes.set(text, index);
  return index;
}

/** The part `xl/sharedStrings.xml`. */
export function writeSharedTexts(texts: SharedTexts): string {
  const items: string[] = [];
  for (const text of texts.indexes.keys()) {
    const space = /^\s|\s$|[\n\t]| {2}/.test(text) ? ' xml:space="preserve"' : '';
    items.push(`<si><t${space}>${writeText(text)}</t></si>`);
  }
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"' +
    ` count="${texts.uses}" uniqueCount="${texts.indexes.size}">${items.join('')}</sst>`
  );
}
