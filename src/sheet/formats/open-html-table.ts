import type { Grid } from '../grid.ts';
import { BOUNDS } from './bounds.ts';
import { type Budget, collectGrid } from './collect-grid.ts';
import { type MarkupPiece, readAttributes } from './read-markup.ts';

/** A table that is being read, fed with the pieces between its tags. */
export interface HtmlTable {
  take(piece: MarkupPiece): void;
  finish(): Grid;
}

interface OpenCell {
  readonly column: number;
  readonly number: string | undefined;
  text: string;
}

const BREAKS = new Set(['br', 'p', 'div', 'li']);
const MOST_COVERED = 1_000_000;
const HIDDEN = /display\s*:\s*none/i;

/** Opens a table. Columns taken by a rowspan from above are stepped over, as a browser does. */
export function openHtmlTable(budget: Budget, name: string): HtmlTable {
  const grid = collectGrid(budget);
  /** By column: the last row that a merged cell from above covers. */
  const covered = new Map<number, number>();
  let row = 0;
  let column = 1;
  let work = 0;
  let cell: OpenCell | undefined;

  function endCell(): void {
    if (!cell) return;
    const text = cell.text.replace(/[ \t\r\f]*\n[ \t\r\f]*/g, '\n').replace(/^[ \t\n]+|[ \t\n]+$/g, '');
    // The stored number counts only where a number is shown: a date or an error is what people see.
    if (cell.number !== undefined && /^[-+]?[\d.,]+(?:E[-+]?\d+)?$/i.test(text))
      grid.put(row, { column: cell.column, stored: 'number', text: cell.number });
    else grid.put(row, { column: cell.column, stored: 'text', text: /^[\u00a0\s]*$/.test(text) ? '' : text });
    cell = undefined;
  }

  /** Marks the columns of a merged cell; the work on all of them together is bounded. */
  function cover(width: number, bottom: number): void {
    work += width;
    if (work > MOST_COVERED) budget.over = true;
    else for (let taken = column; taken < column + width; taken++) covered.set(taken, bottom);
  }

  function openRow(piece: MarkupPiece): void {
    endCell();
    row++;
    column = 1;
    if (row > BOUNDS.rows) budget.over = true;
    if (HIDDEN.test(piece.source)) grid.hideRow(row);
  }

  function openCell(piece: MarkupPiece): void {
    endCell();
    if (row === 0) openRow({ ...piece, source: '' });
    while ((covered.get(column) ?? 0) >= row) column++;
    const attributes = readAttributes(piece);
    const width = span(attributes.get('colspan'), BOUNDS.columns - column);
    const bottom = row + span(attributes.get('rowspan'), BOUNDS.rows - row) - 1;
    if (bottom > row) cover(width, bottom);
    grid.merge({ top: row, left: column, bottom, right: column + width - 1 });
    cell = { column, number: numberOf(attributes), text: '' };
    column += width;
    if (column > BOUNDS.columns) budget.over = true;
  }

  return {
    take(piece) {
      if (piece.kind === 'text') {
        if (cell && cell.text.length < BOUNDS.cellChars * 2)
          cell.text += foldSpace(piece.source.slice(0, BOUNDS.cellChars * 2));
        return;
      }
      if (piece.name === 'tr') {
        if (piece.kind === 'open') openRow(piece);
        else endCell();
      } else if (piece.name === 'td' || piece.name === 'th') {
        if (piece.kind === 'open') openCell(piece);
        else endCell();
      } else if (cell && BREAKS.has(piece.name) && (piece.name === 'br' || piece.kind === 'close')) cell.text += '\n';
    },
    finish() {
      endCell();
      return grid.finish(name, 'visible');
    },
  };
}

/** A source line break inside a cell is a space; between two Chinese characters Excel wraps lines without meaning one. */
function foldSpace(text: string): string {
  return text.replace(/([\u2e80-\u9fff])[ \t]*\r?\n[ \t]*(?=[\u2e80-\u9fff])/g, '$1').replace(/[ \t\r\n\f]+/g, ' ');
}

/** `x:num` of Excel's own HTML, `sdval` of LibreOffice's: the stored number behind the shown text. */
function numberOf(attributes: ReadonlyMap<string, string>): string | undefined {
  const number = attributes.get('x:num') ?? attributes.get('sdval');
  return number !== undefined && /^-?[\d.]+(?:E[+-]?\d+)?$/i.test(number) ? number : undefined;
}

function span(source: string | undefined, most: number): number {
  const wanted = Number.parseInt(source ?? '1', 10);
  return Number.isFinite(wanted) ? Math.max(1, Math.min(wanted, most, 65_534)) : 1;
}
