import { columnLetters } from '../../../../text/column-letters.ts';
import type { CellMark } from '../../../mark.ts';
import { isYes } from '../attribute-text.ts';
import { parseArea } from '../parse-reference.ts';
import { isTag, nextTag, scanXml, skipElement } from '../xml-scan.ts';
import { appendTo, setAttribute } from './change-element.ts';
import type { MarkStyles } from './mark-styles.ts';
import { type Element, elementAt } from './outline.ts';
import { applySplices, type Splice } from './splice.ts';

/** Row and column of a marked cell. */
export interface MarkedPlace {
  readonly row: number;
  readonly column: number;
  readonly severity: CellMark['severity'];
}

/** One pass over a sheet: what is still to be marked, and the changes so far. */
interface Pass {
  readonly bytes: Buffer;
  readonly styles: MarkStyles;
  /** Severity by column, by row. */
  readonly pending: Map<number, Map<number, CellMark['severity']>>;
  readonly columns: Element[];
  readonly splices: Splice[];
}

/** Fills the marked cells of a sheet, makes blank ones where the file has none, and takes the fills of an earlier marking off. */
export function markCells(bytes: Buffer, places: readonly MarkedPlace[], styles: MarkStyles): Buffer {
  const pass: Pass = { bytes, styles, pending: groupByRow(places), columns: [], splices: [] };
  const scan = scanXml(bytes);
  let data: Element | undefined;
  let rows: RowsState = { last: 0, row: undefined, number: 0, column: 0 };
  while (nextTag(scan)) {
    const { depth } = scan;
    if (depth === 2 && scan.closing && data !== undefined && isTag(scan, 'sheetData')) {
      data.closeStart = scan.textEnd;
      break;
    }
    if (depth === 4 && !scan.closing && data !== undefined && isTag(scan, 'c'))
      rows = meetCell(pass, rows, elementAt(scan));
    else if (depth === 3 && data !== undefined && isTag(scan, 'row')) {
      if (!scan.closing) rows = meetRow(pass, rows, elementAt(scan));
      if (scan.closing || scan.empty) rows = leaveRow(pass, rows, scan.textEnd);
    } else if (depth === 3 && !scan.closing && isTag(scan, 'col')) pass.columns.push(elementAt(scan));
    else if (depth === 2 && !scan.closing && isTag(scan, 'sheetData')) data = elementAt(scan);
    else if (depth === 2 && !scan.closing && !isTag(scan, 'cols')) skipElement(scan);
    if (data?.empty === true) break;
  }
  if (data === undefined) return bytes;
  const missing = [...pass.pending].toSorted(([a], [b]) => a - b);
  const text = missing.map(([row, cells]) => newRow(pass, data.prefix, row, cells)).join('');
  if (text !== '') pass.splices.push(...appendTo(bytes, data, text));
  return pass.splices.length === 0 ? bytes : applySplices(bytes, pass.splices);
}

interface RowsState {
  last: number;
  row: Element | undefined;
  number: number;
  column: number;
}

function groupByRow(places: readonly MarkedPlace[]): Map<number, Map<number, CellMark['severity']>> {
  const rows = new Map<number, Map<number, CellMark['severity']>>();
  for (const place of places) {
    const cells = rows.get(place.row) ?? new Map<number, CellMark['severity']>();
    cells.set(place.column, place.severity);
    rows.set(place.row, cells);
  }
  return rows;
}

function meetRow(pass: Pass, rows: RowsState, row: Element): RowsState {
  const number = Number(row.attributes.get('r')?.value ?? rows.last + 1);
  const skipped = [...pass.pending].filter(([pending]) => pending < number).toSorted(([a], [b]) => a - b);
  for (const [missing, cells] of skipped) {
    pass.splices.push({ start: row.start, end: row.start, text: newRow(pass, row.prefix, missing, cells) });
    pass.pending.delete(missing);
  }
  return { last: number, row, number, column: 0 };
}

function meetCell(pass: Pass, rows: RowsState, cell: Element): RowsState {
  const area = parseArea(cell.attributes.get('r')?.value ?? '');
  const column = area?.left ?? rows.column + 1;
  const number = rows.row?.attributes.has('r') === true ? rows.number : (area?.top ?? rows.number);
  const pending = pass.pending.get(number);
  for (const missing of columnsBefore(pending, column)) {
    pass.splices.push({ start: cell.start, end: cell.start, text: newCell(pass, rows.row, number, missing) });
    pending?.delete(missing);
  }
  const old = Number(cell.attributes.get('s')?.value ?? 0);
  const severity = pending?.get(column);
  const style = severity === undefined ? pass.styles.plain(old) : pass.styles.marked(old, severity);
  if (style !== old) pass.splices.push(setAttribute(cell, 's', String(style)));
  pending?.delete(column);
  return { last: number, row: rows.row, number, column };
}

function leaveRow(pass: Pass, rows: RowsState, closeStart: number): RowsState {
  const { row, number } = rows;
  const pending = pass.pending.get(number);
  if (row === undefined) return rows;
  const text = columnsBefore(pending, Number.POSITIVE_INFINITY).map((column) => newCell(pass, row, number, column));
  if (text.length > 0) {
    if (!row.empty) row.closeStart = closeStart;
    pass.splices.push(...appendTo(pass.bytes, row, text.join('')));
  }
  pass.pending.delete(number);
  return { last: number, row: undefined, number, column: 0 };
}

function columnsBefore(pending: ReadonlyMap<number, unknown> | undefined, column: number): number[] {
  return [...(pending?.keys() ?? [])].filter((one) => one < column).toSorted((a, b) => a - b);
}

function newRow(pass: Pass, prefix: string, row: number, cells: ReadonlyMap<number, CellMark['severity']>): string {
  const columns = [...cells.keys()].toSorted((a, b) => a - b);
  const inner = columns.map((column) => cellText(pass, prefix, row, column, cells.get(column) ?? 'error', undefined));
  return `<${prefix}row r="${row}">${inner.join('')}</${prefix}row>`;
}

function newCell(pass: Pass, row: Element | undefined, number: number, column: number): string {
  const severity = pass.pending.get(number)?.get(column) ?? 'error';
  return cellText(pass, row?.prefix ?? '', number, column, severity, row);
}

/** A blank cell looks like its row where the row has a style of its own, else like its column. */
function cellText(
  pass: Pass,
  prefix: string,
  row: number,
  column: number,
  severity: CellMark['severity'],
  element: Element | undefined,
): string {
  const ownStyle = isYes(element?.attributes.get('customFormat')?.value);
  const style = ownStyle ? Number(element?.attributes.get('s')?.value ?? 0) : columnStyle(pass, column);
  return `<${prefix}c r="${columnLetters(column)}${row}" s="${pass.styles.marked(style, severity)}"/>`;
}

function columnStyle(pass: Pass, column: number): number {
  for (const { attributes } of pass.columns) {
    const from = Number(attributes.get('min')?.value);
    const to = Number(attributes.get('max')?.value);
    if (from <= column && column <= to) return Number(attributes.get('style')?.value ?? 0);
  }
  return 0;
}
