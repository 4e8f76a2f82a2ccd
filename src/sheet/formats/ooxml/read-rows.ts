import type { Cell, GridRow } from '../../grid.ts';
import { attributeText, isAttribute, isYes } from './attribute-text.ts';
import { LAST_COLUMN, LAST_ROW } from './parse-reference.ts';
import { READ_BOUNDS } from './read-bounds.ts';
import { type CellContext, type CellHead, readCell, readHead, readNumber, readStruckCell } from './read-cell.ts';
import { readPlainHead } from './read-plain-head.ts';
import { poolTexts, type TextPool } from './text-pool.ts';
import { fail, isTag, nextAttribute, nextTag, skipElement, type XmlScan } from './xml-scan.ts';

/** Filled rows and cells of the whole workbook so far. */
export interface Tally {
  rows: number;
  cells: number;
}

interface OpenRow {
  number: number;
  hidden: boolean;
}

/** Reads the `sheetData` element reported last. Rows come out ascending, blank rows and cells are left out. */
export function readRows(scan: XmlScan, context: CellContext, tally: Tally): GridRow[] {
  const rows: GridRow[] = [];
  if (scan.empty) return rows;
  const depth = scan.depth;
  const pool = poolTexts(scan.bytes);
  const row: OpenRow = { number: 0, hidden: false };
  let last = 0;
  let ascending = true;
  while (nextTag(scan)) {
    if (scan.closing) {
      if (scan.depth === depth) break;
      continue;
    }
    if (!isTag(scan, 'row')) {
      skipElement(scan);
      continue;
    }
    readRowHead(scan, row, last);
    const cells = readCells(scan, row, context, tally, pool);
    if (row.number > LAST_ROW) fail(scan, 'reference');
    if (row.number <= last) ascending = false;
    last = row.number;
    if (cells.length === 0) continue;
    rows.push({ number: row.number, hidden: row.hidden, cells });
    tally.rows += 1;
    if (tally.rows > READ_BOUNDS.maxRows) fail(scan, 'many-rows');
  }
  return ascending ? rows : joinRows(scan, rows);
}

function readRowHead(scan: XmlScan, row: OpenRow, last: number): void {
  row.number = 0;
  row.hidden = false;
  while (nextAttribute(scan)) {
    if (scan.keyPrefixed) continue;
    if (isAttribute(scan, 'r')) row.number = readNumber(scan.bytes, scan.valueStart, scan.valueEnd);
    else if (isAttribute(scan, 'hidden')) row.hidden = isYes(attributeText(scan));
  }
  if (row.number === 0) row.number = -(last + 1);
}

/** The cells of a row. A row without a number takes that of its first addressed cell, else the next free one. */
function readCells(scan: XmlScan, row: OpenRow, context: CellContext, tally: Tally, pool: TextPool): Cell[] {
  const cells: Cell[] = [];
  const head: CellHead = { row: 0, column: 0, style: 0, type: 'n' };
  const depth = scan.depth;
  let column = 0;
  let ascending = true;
  while (!scan.empty || scan.depth > depth) {
    if (scan.fault !== undefined || !readPlainHead(scan, head)) {
      if (!nextTag(scan)) break;
      if (scan.closing) {
        if (scan.depth === depth) break;
        continue;
      }
      if (!isTag(scan, 'c')) {
        skipElement(scan);
        continue;
      }
      readHead(scan, head);
    }
    if (head.row === 0) head.column = column + 1;
    else if (row.number < 0) row.number = head.row;
    if (head.column > LAST_COLUMN || (head.row !== 0 && head.row !== row.number)) fail(scan, 'reference');
    if (head.column <= column) ascending = false;
    column = head.column;
    const cell = (context.isStruckAnywhere ? readStruckCell : readCell)(scan, head, context, pool);
    if (cell === undefined) continue;
    cells.push(cell);
    tally.cells += 1;
    if (tally.cells > READ_BOUNDS.maxCells) fail(scan, 'many-cells');
    if (column > READ_BOUNDS.maxColumns) fail(scan, 'wide');
  }
  if (row.number < 0) row.number = -row.number;
  return ascending ? cells : sortCells(scan, cells);
}

function sortCells(scan: XmlScan, cells: readonly Cell[]): Cell[] {
  const sorted = cells.toSorted((a, b) => a.column - b.column);
  for (const [index, cell] of sorted.entries()) {
    if (sorted[index + 1]?.column === cell.column) fail(scan, 'duplicate-cell');
  }
  return sorted;
}

function joinRows(scan: XmlScan, rows: readonly GridRow[]): GridRow[] {
  const byNumber = new Map<number, GridRow>();
  for (const row of rows) {
    const known = byNumber.get(row.number);
    if (known === undefined) byNumber.set(row.number, row);
    else byNumber.set(row.number, { ...known, cells: sortCells(scan, [...known.cells, ...row.cells]) });
  }
  return [...byNumber.values()].toSorted((a, b) => a.number - b.number);
}
