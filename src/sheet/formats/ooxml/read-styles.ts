import { readAttributes } from './attribute-text.ts';
import { builtInFormat, isDateFormat } from './number-formats.ts';
import { fail, isTag, nextTag, skipElement, type XmlScan } from './xml-scan.ts';

/** What a cell style says about the value. */
export interface CellFormat {
  /** Undefined for General. */
  readonly code: string | undefined;
  readonly isDate: boolean;
}

const GENERAL: CellFormat = { code: undefined, isDate: false };
/** The programs stop at 65,490 cell styles. */
const MAX_STYLES = 70_000;

/** Cell formats in the order of `cellXfs`, the list a cell's `s` points into. Check `scan.fault` afterwards. */
export function readStyles(scan: XmlScan): CellFormat[] {
  const codes = new Map<number, string>();
  const ids: number[] = [];
  while (nextTag(scan)) {
    if (scan.closing || scan.depth !== 2) continue;
    if (isTag(scan, 'numFmts')) readCodes(scan, codes);
    else if (isTag(scan, 'cellXfs')) readIds(scan, ids);
    else skipElement(scan);
  }
  const known = new Map<number, CellFormat>();
  return ids.map((id) => formatOf(id, codes, known));
}

function readCodes(scan: XmlScan, codes: Map<number, string>): void {
  if (scan.empty) return;
  while (nextTag(scan) && scan.depth > 2) {
    if (scan.closing || !isTag(scan, 'numFmt')) continue;
    const attributes = readAttributes(scan);
    codes.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '');
    if (codes.size > MAX_STYLES) fail(scan, 'many-styles');
  }
}

function readIds(scan: XmlScan, ids: number[]): void {
  if (scan.empty) return;
  while (nextTag(scan) && scan.depth > 2) {
    if (scan.closing || scan.depth !== 3 || !isTag(scan, 'xf')) continue;
    ids.push(Number(readAttributes(scan).get('numFmtId') ?? 0));
    if (ids.length > MAX_STYLES) fail(scan, 'many-styles');
  }
}

function formatOf(id: number, codes: ReadonlyMap<number, string>, known: Map<number, CellFormat>): CellFormat {
  const found = known.get(id);
  if (found !== undefined) return found;
  const code = codes.get(id) ?? builtInFormat(id);
  const general = code === undefined || code === '' || /^(?:general|g\/通用格式|常规)$/iu.test(code);
  const format = general ? GENERAL : { code, isDate: isDateFormat(code) };
  known.set(id, format);
  return format;
}
