import type { Cell } from '../../grid.ts';
import { attributeText, isAttribute } from './attribute-text.ts';
import { MAX_TEXT_BYTES, readRichText } from './read-rich-text.ts';
import type { CellFormat } from './read-styles.ts';
import { serialDate } from './serial-date.ts';
import { pooledText, type TextPool } from './text-pool.ts';
import { unescapeXstring } from './unescape-xstring.ts';
import { fail, isRange, isTag, nextAttribute, nextTag, skipElement, type XmlScan } from './xml-scan.ts';

/** What all cells of a workbook share. */
export interface CellContext {
  readonly strings: readonly string[] | undefined;
  readonly formats: readonly CellFormat[];
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

interface CellBody {
  value: string | undefined;
  /** Undefined: no formula; '': part of a shared formula whose text stands elsewhere. */
  formula: string | undefined;
}

/** Most frequent first. */
const CELL_TYPES = ['s', 'str', 'n', 'inlineStr', 'b', 'e', 'd'] as const;
const NO_FORMAT: CellFormat = { code: undefined, isDate: false };

/** Reads the children of the `c` element reported last and goes behind it. Undefined for a blank cell. */
export function readCell(scan: XmlScan, head: CellHead, context: CellContext, pool: TextPool): Cell | undefined {
  if (scan.empty) return undefined;
  const body = readBody(scan, head.type, pool);
  const text = body.value === undefined ? '' : textOf(scan, body.value, head.type, context);
  const { code, isDate } = context.formats[head.style] ?? NO_FORMAT;
  if (body.formula !== undefined) return formulaCell(head, body, text, code, isDate, context);
  if (text === '') return undefined;
  const { column } = head;
  const stored = storedAs(head.type, text);
  if (isDate || stored === 'date') {
    const date = head.type === 'd' ? isoDate(text) : serialDate(Number(text), context.from1904);
    if (stored !== 'text' && date !== undefined) return dated({ column, stored: 'date', text, date }, code);
  }
  return code === undefined ? { column, stored, text } : { column, stored, text, format: code };
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

function readBody(scan: XmlScan, type: string, pool: TextPool): CellBody {
  const depth = scan.depth;
  const body: CellBody = { value: undefined, formula: undefined };
  while (nextTag(scan)) {
    if (scan.closing) {
      if (scan.depth === depth) break;
    } else if (isTag(scan, 'v')) {
      if (body.value === undefined || type !== 'inlineStr') body.value = readLeaf(scan, pool);
    } else if (isTag(scan, 'f')) body.formula = readFormula(scan, pool);
    else if (isTag(scan, 'is')) body.value = readRichText(scan);
    else skipElement(scan);
  }
  return body;
}

function readLeaf(scan: XmlScan, pool: TextPool): string {
  if (scan.empty) return '';
  const start = scan.at;
  nextTag(scan);
  if (!scan.closing) fail(scan, 'broken');
  if (scan.textEnd - start > MAX_TEXT_BYTES) fail(scan, 'long-text');
  return scan.fault === undefined ? pooledText(pool, start, scan.textEnd) : '';
}

function readFormula(scan: XmlScan, pool: TextPool): string | undefined {
  let isTable = false;
  while (nextAttribute(scan)) {
    if (isAttribute(scan, 't') && attributeText(scan) === 'dataTable') isTable = true;
  }
  const text = readLeaf(scan, pool);
  return isTable ? '' : text;
}

function textOf(scan: XmlScan, value: string, type: string, context: CellContext): string {
  switch (type) {
    case 's': {
      const index = /^\s*\d{1,9}\s*$/u.test(value) ? Number(value) : -1;
      const text = context.strings?.[index];
      if (text === undefined) fail(scan, 'string-index');
      return text ?? '';
    }
    case 'b':
      return value.trim() === '1' || value.trim() === 'true' ? 'TRUE' : value.trim() === '' ? '' : 'FALSE';
    case 'str':
      return unescapeXstring(value);
    case 'inlineStr':
      return value;
    default:
      return value.trim();
  }
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
  if (body.value === undefined) context.traits.add('uncalculated-formulas');
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
