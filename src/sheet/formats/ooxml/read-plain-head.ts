import { LAST_COLUMN, LAST_ROW } from './parse-reference.ts';
import { type CellHead, readNumber } from './read-cell.ts';
import { isRange, type XmlScan } from './xml-scan.ts';

const START = '<c r="';

/**
 * Reads `<c r="B2" s="1" t="s">`, written as nearly every program writes a cell that holds something, and goes behind it.
 * False, with nothing read, for anything other: it is left to nextTag and readHead.
 */
export function readPlainHead(scan: XmlScan, head: CellHead): boolean {
  const { bytes } = scan;
  let at = scan.at;
  if (!isRange(bytes, at, at + START.length, START)) return false;
  at += START.length;
  let column = 0;
  for (let letter = bytes[at] ?? 0; letter >= 0x41 && letter <= 0x5a; letter = bytes[at] ?? 0) {
    column = column * 26 + letter - 0x40;
    at += 1;
    if (column > LAST_COLUMN) return false;
  }
  const rowEnd = endOfDigits(bytes, at);
  const row = readNumber(bytes, at, rowEnd);
  if (column === 0 || row === 0 || row > LAST_ROW || bytes[rowEnd] !== 0x22) return false;
  at = rowEnd + 1;
  let style = 0;
  if (isRange(bytes, at, at + 4, ' s="')) {
    const end = endOfDigits(bytes, at + 4);
    style = readNumber(bytes, at + 4, end);
    if (style === Number.MAX_SAFE_INTEGER || bytes[end] !== 0x22) return false;
    at = end + 1;
  }
  const isShared = isRange(bytes, at, at + 6, ' t="s"');
  if (isShared) at += 6;
  if (bytes[at] !== 0x3e) return false;
  head.row = row;
  head.column = column;
  head.style = style;
  head.type = isShared ? 's' : 'n';
  scan.at = at + 1;
  scan.closing = false;
  scan.empty = false;
  scan.level += 1;
  scan.depth = scan.level;
  return true;
}

function endOfDigits(bytes: Buffer, start: number): number {
  let at = start;
  for (let digit = bytes[at] ?? 0; digit >= 0x30 && digit <= 0x39; digit = bytes[at] ?? 0) at += 1;
  return at;
}
