import type { Cell, Grid } from '../grid.ts';
import { BOUNDS } from './bounds.ts';
import { type Budget, collectGrid } from './collect-grid.ts';
import { type MarkupPiece, readAttributes } from './read-markup.ts';

/** A table of an OpenDocument file that is being read, fed with the pieces between its tags. */
export interface DocumentTable {
  take(piece: MarkupPiece): void;
  finish(): Grid;
}

interface OpenCell {
  readonly attributes: ReadonlyMap<string, string>;
  readonly column: number;
  readonly repeated: number;
  readonly covered: boolean;
  text: string;
  paragraphs: number;
  inParagraph: boolean;
}

/** Opens a table. Repeated rows and cells are written out as far as they hold something. */
export function openDocumentTable(budget: Budget, name: string, hidden: boolean): DocumentTable {
  const grid = collectGrid(budget);
  let row = 1;
  let column = 1;
  let columnInfo = 1;
  let rowsRepeated = 1;
  let hiddenRow = false;
  let cells: Cell[] = [];
  let cell: OpenCell | undefined;

  function openRow(attributes: ReadonlyMap<string, string>): void {
    column = 1;
    cells = [];
    rowsRepeated = times(attributes.get('number-rows-repeated'));
    hiddenRow = (attributes.get('visibility') ?? 'visible') !== 'visible';
  }

  function endRow(): void {
    for (let copy = 0; copy < rowsRepeated && cells.length > 0 && !budget.over; copy++) {
      for (const one of cells) grid.put(row + copy, one);
      if (hiddenRow) grid.hideRow(row + copy);
    }
    row += rowsRepeated;
    cells = [];
  }

  function openCell(piece: MarkupPiece): void {
    const attributes = readAttributes(piece);
    const repeated = times(attributes.get('number-columns-repeated'));
    const covered = piece.name === 'covered-table-cell';
    cell = { attributes, column, repeated, covered, text: '', paragraphs: 0, inParagraph: false };
    const right = column + times(attributes.get('number-columns-spanned')) - 1;
    const bottom = row + times(attributes.get('number-rows-spanned')) - 1;
    if (!covered && (right > column || bottom > row)) grid.merge({ top: row, left: column, bottom, right });
    column += repeated;
    if (piece.empty) endCell();
  }

  function endCell(): void {
    if (!cell) return;
    const value = valueOf(cell);
    // A covered cell may keep an old value under the merged one; nobody sees it, so it is no data.
    const copies = value && !cell.covered ? cell.repeated : 0;
    if (copies > 0 && cell.column + copies - 1 > BOUNDS.columns) budget.over = true;
    for (let copy = 0; copy < copies && !budget.over; copy++) {
      cells.push({ stored: 'text', text: '', ...value, column: cell.column + copy });
    }
    cell = undefined;
  }

  function takeText(piece: MarkupPiece): void {
    if (!cell?.inParagraph || cell.text.length > BOUNDS.cellChars) return;
    if (piece.kind === 'text') cell.text += piece.source.replace(/[ \t]*[\t\r\n][ \t\r\n]*/g, ' ');
    else if (piece.kind === 'open' && piece.name === 's') {
      cell.text += ' '.repeat(Math.min(times(readAttributes(piece).get('c')), 1_000));
    } else if (piece.kind === 'open' && piece.name === 'tab') cell.text += '\t';
    else if (piece.kind === 'open' && piece.name === 'line-break') cell.text += '\n';
  }

  function takeParagraph(piece: MarkupPiece): void {
    if (!cell) return;
    if (piece.kind === 'open' && cell.paragraphs++ > 0) cell.text += '\n';
    cell.inParagraph = piece.kind === 'open' && !piece.empty;
  }

  return {
    take(piece) {
      if (piece.name === 'table-row') {
        if (piece.kind === 'open') openRow(readAttributes(piece));
        if (piece.kind === 'close' || piece.empty) endRow();
      } else if (piece.name === 'table-cell' || piece.name === 'covered-table-cell') {
        if (piece.kind === 'open') openCell(piece);
        else endCell();
      } else if (piece.name === 'table-column' && piece.kind === 'open') {
        const attributes = readAttributes(piece);
        const to = columnInfo + times(attributes.get('number-columns-repeated')) - 1;
        if ((attributes.get('visibility') ?? 'visible') !== 'visible') grid.hideColumns(columnInfo, to);
        columnInfo = to + 1;
      } else if (piece.name === 'p' || piece.name === 'h') takeParagraph(piece);
      else takeText(piece);
    },
    finish() {
      endCell();
      if (cells.length > 0) endRow();
      return grid.finish(name, hidden ? 'hidden' : 'visible');
    },
  };
}

function valueOf(cell: OpenCell): Omit<Cell, 'column'> | undefined {
  const { attributes, text } = cell;
  const formula = attributes.get('formula');
  const found = typedValue(attributes, text);
  if (found.text.trim() === '') return undefined;
  return formula === undefined ? found : { ...found, stored: 'formula', formula };
}

function typedValue(attributes: ReadonlyMap<string, string>, text: string): Omit<Cell, 'column'> {
  switch (attributes.get('value-type') ?? '') {
    case 'float':
    case 'currency':
      return { stored: 'number', text: attributes.get('value') ?? text };
    case 'percentage':
      return { stored: 'number', text: attributes.get('value') ?? text, format: '0%' };
    case 'date': {
      const date = attributes.get('date-value') ?? text;
      return { stored: 'date', text: date, date };
    }
    case 'boolean':
      return { stored: 'boolean', text: attributes.get('boolean-value') === 'true' ? 'TRUE' : 'FALSE' };
    default:
      // A formula with an error has an empty string value beside the text that is shown.
      return { stored: 'text', text: text === '' ? (attributes.get('string-value') ?? '') : text };
  }
}

function times(text: string | undefined): number {
  return text !== undefined && /^\d{1,8}$/.test(text) ? Math.max(1, Number(text)) : 1;
}
