import type { Area, Cell, Decoded, Grid } from '../grid.ts';
import { BOUNDS } from './bounds.ts';
import { collectGrid, type GridCollector, openBudget } from './collect-grid.ts';
import { finishWorkbook } from './finish-workbook.ts';
import { type MarkupPiece, readAttributes, readMarkup } from './read-markup.ts';

interface OpenSheet {
  readonly name: string;
  readonly grid: GridCollector;
  state: Grid['state'];
  row: number;
  column: number;
  nextColumnInfo: number;
}

interface OpenCell {
  readonly format: string;
  readonly area: Area;
  readonly formula: string | undefined;
  type: string;
  text: string;
  inData: boolean;
}

/**
 * Reads SpreadsheetML 2003 ("XML 电子表格 2003", often named .xls). The text of each Data element is kept as written.
 * Source: Microsoft, XML Spreadsheet Reference (ss:Index, ss:MergeAcross, ss:MergeDown, ss:Hidden, ss:Span).
 */
export function readXmlSpreadsheet(text: string, traits: readonly string[] = []): Decoded {
  const budget = openBudget();
  const grids: Grid[] = [];
  const formats = new Map<string, string>();
  let style = '';
  let sheet: OpenSheet | undefined;
  let cell: OpenCell | undefined;
  let inVisible = false;

  function open(piece: MarkupPiece): void {
    const attributes = readAttributes(piece);
    if (piece.name === 'style') style = attributes.get('id') ?? '';
    else if (piece.name === 'numberformat') formats.set(style, attributes.get('format') ?? '');
    else if (piece.name === 'worksheet') {
      const name = attributes.get('name') ?? `Sheet${grids.length + 1}`;
      sheet = { name, grid: collectGrid(budget), state: 'visible', row: 0, column: 0, nextColumnInfo: 1 };
      if (grids.length >= BOUNDS.sheets) budget.over = true;
    } else if (piece.name === 'visible') inVisible = true;
    else if (sheet && piece.name === 'column') openColumns(sheet, attributes);
    else if (sheet && piece.name === 'row') openRow(sheet, attributes);
    else if (sheet && piece.name === 'cell') {
      endCell();
      cell = openCell(sheet, attributes, formats);
      if (cell.area.right > BOUNDS.columns || cell.area.bottom > BOUNDS.rows) budget.over = true;
      if (piece.empty) endCell();
    } else if (cell && piece.name === 'data') {
      cell.inData = !piece.empty;
      cell.type = attributes.get('type') ?? 'String';
    }
  }

  function endCell(): void {
    if (sheet && cell) {
      sheet.grid.merge(cell.area);
      sheet.grid.put(sheet.row, finishCell(cell));
    }
    cell = undefined;
  }

  for (const piece of readMarkup(text, false)) {
    if (budget.over) break;
    if (piece.kind === 'open') open(piece);
    else if (piece.kind === 'text') {
      if (cell?.inData) cell.text += piece.source;
      if (inVisible && sheet) sheet.state = stateOf(piece.source);
    } else if (piece.name === 'data' && cell) cell.inData = false;
    else if (piece.name === 'visible') inVisible = false;
    else if (piece.name === 'cell') endCell();
    else if (piece.name === 'worksheet' && sheet) {
      grids.push(sheet.grid.finish(sheet.name, sheet.state));
      sheet = undefined;
    }
  }
  if (sheet) grids.push(sheet.grid.finish(sheet.name, sheet.state));
  return finishWorkbook('xml', grids, traits, budget);
}

function openColumns(sheet: OpenSheet, attributes: ReadonlyMap<string, string>): void {
  const from = position(attributes.get('index')) ?? sheet.nextColumnInfo;
  const to = from + (whole(attributes.get('span')) ?? 0);
  sheet.nextColumnInfo = to + 1;
  if (attributes.get('hidden') === '1') sheet.grid.hideColumns(from, to);
}

function openRow(sheet: OpenSheet, attributes: ReadonlyMap<string, string>): void {
  sheet.row = position(attributes.get('index')) ?? sheet.row + 1;
  sheet.column = 0;
  if (attributes.get('hidden') === '1') sheet.grid.hideRow(sheet.row);
}

function openCell(
  sheet: OpenSheet,
  attributes: ReadonlyMap<string, string>,
  formats: ReadonlyMap<string, string>,
): OpenCell {
  // A cell outside every row stands in the first one.
  sheet.row = Math.max(1, sheet.row);
  const left = position(attributes.get('index')) ?? sheet.column + 1;
  const right = left + (whole(attributes.get('mergeacross')) ?? 0);
  const bottom = sheet.row + (whole(attributes.get('mergedown')) ?? 0);
  sheet.column = right;
  return {
    format: formats.get(attributes.get('styleid') ?? '') ?? '',
    area: { top: sheet.row, left, bottom, right },
    formula: attributes.get('formula'),
    type: '',
    text: '',
    inData: false,
  };
}

function finishCell(cell: OpenCell): Cell {
  const base = {
    column: cell.area.left,
    text: cell.text,
    ...(cell.format !== '' && cell.format !== 'General' && { format: cell.format }),
  };
  if (cell.formula !== undefined) return { ...base, stored: 'formula', formula: cell.formula };
  switch (cell.type) {
    case 'Number':
      return { ...base, stored: 'number' };
    case 'DateTime':
      return { ...base, stored: 'date', date: cell.text.replace(/T00:00:00(?:\.0+)?$/, '').replace(/\.0+$/, '') };
    case 'Boolean':
      return { ...base, stored: 'boolean', text: cell.text === '1' ? 'TRUE' : 'FALSE' };
    case 'Error':
      return { ...base, stored: 'error' };
    default:
      return { ...base, stored: 'text' };
  }
}

function stateOf(text: string): Grid['state'] {
  if (text.includes('VeryHidden')) return 'veryHidden';
  return text.includes('Hidden') ? 'hidden' : 'visible';
}

function whole(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,8}$/.test(text) ? Number(text) : undefined;
}

/** Rows and columns count from 1; an index of 0 says nothing. */
function position(text: string | undefined): number | undefined {
  return whole(text) || undefined;
}
