import type { Cell } from '../../grid.ts';
import { MAX_TEXT_BYTES, passPlainText } from './pass-plain-text.ts';
import { readRichText } from './read-rich-text.ts';
import type { CellFormat } from './read-styles.ts';
import { serialDate } from './serial-date.ts';
import { pooledText, type TextPool } from './text-pool.ts';
import { unescapeXstring } from './unescape-xstring.ts';
import { fail, isRange, isTag, nextAttribute, nextTag, skipElement, type XmlScan } from './xml-scan.ts';

/** What all cells of a workbook share. */
export interface CellContext {
  readonly strings: readonly string[] | undefined;
  readonly formats: readonly CellFormat[];
  /** Some format crosses out; in most workbooks none does, and no cell is asked (see readStruckCell). */
  readonly isStruckAnywhere: boolean;
  readonly from1904: boolean;
  readonly traits: Set<string>;
}

/** The attributes of a `c` element. */
export interface CellHead {
  /** 0 where the file gives no address. */
  row: number;
  column: number;
  style: number;
  /** The `t` attribute; `n` where absent. */
  type: string;
}

/** The children of a `c` element; one object serves all cells of a sheet. */
interface CellBody {
  /** Byte range of `v`; -1 where there is none. */
  start: number;
  end: number;
  /** Text of `is`. */
  inline: string | undefined;
  /** Undefined: no formula; '': part of a shared formula whose text stands elsewhere. */
  formula: string | undefined;
}

/** Most frequent first. */
const CELL_TYPES = ['s', 'str', 'n', 'inlineStr', 'b', 'e', 'd'] as const;
const NO_FORMAT: CellFormat = { code: undefined, isDate: false, isStruck: false };

/** Reads the children of the `c` element reported last and goes behind it. Undefined for a blank cell. */
export function readCell(scan: XmlScan, head: CellHead, context: CellContext, pool: TextPool): Cell | undefined {
  if (scan.empty) return undefined;
  const body: CellBody = { start: -1, end: -1, inline: undefined, formula: undefined };
  if (!readPlainBody(scan, body)) readBody(scan, body, pool);
  const text = textOf(scan, body, head.type, context, pool);
  const { code, isDate } = context.formats[head.style] ?? NO_FORMAT;
  if (body.formula !== undefined) return formulaCell(head, body, text, code, isDate, context);
  if (text === '') return undefined;
  const { column } = head;
  const stored = storedAs(head.type, text);
  if (stored === 'date' || (isDate && stored === 'number')) {
    const date = stored === 'date' ? isoDate(text) : serialDate(Number(text), context.from1904);
    if (date !== undefined) return dated({ column, stored: 'date', text, date }, code);
  }
  return code === undefined ? { column, stored, text } : { column, stored, text, format: code };
}

/** The same, with a line through it where its format crosses out. */
export function readStruckCell(scan: XmlScan, head: CellHead, context: CellContext, pool: TextPool): Cell | undefined {
  const cell = readCell(scan, head, context, pool);
  return cell !== undefined && context.formats[head.style]?.isStruck === true ? { ...cell, struck: true } : cell;
}

/** Reads the attributes of the `c` element reported last. */
export function readHead(scan: XmlScan, head: CellHead): void {
  head.row = 0;
  head.column = 0;
  head.style = 0;
  head.type = 'n';
  const { bytes } = scan;
  while (nextAttribute(scan)) {
    if (scan.keyPrefixed || scan.keyEnd - scan.keyStart !== 1) continue;
    const key = bytes[scan.keyStart];
    if (key === 0x72) readAddress(scan, head);
    else if (key === 0x73) head.style = readNumber(bytes, scan.valueStart, scan.valueEnd);
    else if (key === 0x74) head.type = typeOf(scan);
  }
}

/** Digits of a byte range as a number; NaN-free, so that a malformed index points nowhere. */
export function readNumber(bytes: Buffer, start: number, end: number): number {
  if (end - start > 9 || end === start) return Number.MAX_SAFE_INTEGER;
  let number = 0;
  for (let at = start; at < end; at += 1) {
    const digit = (bytes[at] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) return Number.MAX_SAFE_INTEGER;
    number = number * 10 + digit;
  }
  return number;
}

function readAddress(scan: XmlScan, head: CellHead): void {
  const { bytes, valueEnd } = scan;
  let at = scan.valueStart;
  let column = 0;
  for (; at < valueEnd; at += 1) {
    const letter = (bytes[at] ?? 0) & 0xdf;
    if (letter < 0x41 || letter > 0x5a || column > 16_384) break;
    column = column * 26 + letter - 0x40;
  }
  head.column = column;
  head.row = readNumber(bytes, at, valueEnd);
  if (column < 1 || column > 16_384 || head.row < 1 || head.row > 1_048_576) fail(scan, 'reference');
}

function typeOf(scan: XmlScan): string {
  const { bytes, valueStart, valueEnd } = scan;
  for (const type of CELL_TYPES) {
    if (isRange(bytes, valueStart, valueEnd, type)) return type;
  }
  return 'n';
}

/** `<v>…</v></c>` and nothing else, which nearly every cell is; anything other is left to readBody. */
function readPlainBody(scan: XmlScan, body: CellBody): boolean {
  const { bytes } = scan;
  const start = scan.at + 3;
  if (bytes[start - 3] !== 0x3c || bytes[start - 2] !== 0x76 || bytes[start - 1] !== 0x3e) return false;
  const end = passPlainText(scan, start, '</v></c>');
  if (end < 0) return false;
  body.start = start;
  body.end = end;
  return true;
}

function readBody(scan: XmlScan, body: CellBody, pool: TextPool): void {
  const depth = scan.depth;
  while (nextTag(scan)) {
    if (scan.closing) {
      if (scan.depth === depth) break;
    } else if (isTag(scan, 'v')) readRange(scan, body);
    else if (isTag(scan, 'f')) body.formula = readFormula(scan, pool);
    else if (isTag(scan, 'is')) body.inline = readRichText(scan);
    else skipElement(scan);
  }
}

function readRange(scan: XmlScan, body: CellBody): void {
  body.start = scan.at;
  body.end = scan.at;
  if (scan.empty) return;
  nextTag(scan);
  if (!scan.closing) fail(scan, 'broken');
  body.end = scan.textEnd;
  if (body.end - body.start > MAX_TEXT_BYTES) fail(scan, 'long-text');
}

function readFormula(scan: XmlScan, pool: TextPool): string {
  const range: CellBody = { start: 0, end: 0, inline: undefined, formula: undefined };
  readRange(scan, range);
  return scan.fault === undefined ? pooledText(pool, range.start, range.end) : '';
}

function textOf(scan: XmlScan, body: CellBody, type: string, context: CellContext, pool: TextPool): string {
  if (body.inline !== undefined) return body.inline;
  if (body.start < 0 || scan.fault !== undefined) return '';
  if (type === 's') return sharedText(scan, body, context);
  const value = pooledText(pool, body.start, body.end);
  switch (type) {
    case 'b':
      return booleanText(value.trim());
    case 'str':
      return unescapeXstring(value);
    case 'inlineStr':
      return value;
    default:
      return value.trim();
  }
}

function sharedText(scan: XmlScan, body: CellBody, context: CellContext): string {
  const { bytes } = scan;
  let { start, end } = body;
  while (start < end && (bytes[start] ?? 0) <= 0x20) start += 1;
  while (start < end && (bytes[end - 1] ?? 0) <= 0x20) end -= 1;
  if (start === end) return '';
  const text = context.strings?.[readNumber(bytes, start, end)];
  if (text === undefined) fail(scan, 'string-index');
  return text ?? '';
}

function booleanText(value: string): string {
  if (value === '') return '';
  return value === '1' || value === 'true' ? 'TRUE' : 'FALSE';
}

function storedAs(type: string, text: string): 'text' | 'number' | 'boolean' | 'date' | 'error' {
  switch (type) {
    case 's':
    case 'str':
    case 'inlineStr':
      return 'text';
    case 'b':
      return 'boolean';
    case 'e':
      return 'error';
    case 'd':
      return 'date';
    default: {
      const first = text.charCodeAt(0);
      return (first >= 0x30 && first <= 0x39) || first === 0x2d || first === 0x2b || first === 0x2e ? 'number' : 'text';
    }
  }
}

function formulaCell(
  head: CellHead,
  body: CellBody,
  text: string,
  code: string | undefined,
  isDate: boolean,
  context: CellContext,
): Cell | undefined {
  const formula = body.formula ?? '';
  if (formula.includes('DISPIMG(')) context.traits.add('cell-pictures');
  if (body.start < 0 && body.inline === undefined) context.traits.add('uncalculated-formulas');
  else if (text === '') return undefined;
  const date =
    isDate && storedAs(head.type, text) === 'number' ? serialDate(Number(text), context.from1904) : undefined;
  return {
    column: head.column,
    stored: 'formula',
    text,
    ...(code === undefined ? {} : { format: code }),
    ...(date === undefined ? {} : { date }),
    ...(formula === '' ? {} : { formula: unescapeXstring(formula) }),
  };
}

function dated(cell: Cell, code: string | undefined): Cell {
  return code === undefined ? cell : { ...cell, format: code };
}

/** `t="d"` holds ISO 8601 already; midnight and the zone mark are dropped. */
function isoDate(text: string): string | undefined {
  const match = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d)(?:\.\d+)?Z?)?$/u.exec(text);
  if (match === null) return undefined;
  return match[2] === undefined || match[2] === '00:00:00' ? match[1] : `${match[1]}T${match[2]}`;
}
