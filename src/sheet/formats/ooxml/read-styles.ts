import { isYes, readAttributes } from './attribute-text.ts';
import { builtInFormat, isDateFormat } from './number-formats.ts';
import { fail, isTag, nextTag, skipElement, type XmlScan } from './xml-scan.ts';

/** What a cell style says about the value. */
export interface CellFormat {
  /** Undefined for General. */
  readonly code: string | undefined;
  readonly isDate: boolean;
  /** A line through the text, as people cross out. */
  readonly isStruck: boolean;
}

/** What a style points to. */
interface StyleIds {
  readonly format: number;
  readonly font: number;
}

/** The programs stop at 65,490 cell styles. */
const MAX_STYLES = 70_000;

/** Cell formats in the order of `cellXfs`, the list a cell's `s` points into. Check `scan.fault` afterwards. */
export function readStyles(scan: XmlScan): CellFormat[] {
  const codes = new Map<number, string>();
  const struck = new Set<number>();
  const ids: StyleIds[] = [];
  while (nextTag(scan)) {
    if (scan.closing || scan.depth !== 2) continue;
    if (isTag(scan, 'numFmts')) readCodes(scan, codes);
    else if (isTag(scan, 'fonts')) readStruck(scan, struck);
    else if (isTag(scan, 'cellXfs')) readIds(scan, ids);
    else skipElement(scan);
  }
  const known = new Map<string, CellFormat>();
  return ids.map((id) => formatOf(id, codes, struck, known));
}

/** Positions of the fonts that cross out (ECMA-376 part 1, 18.4.10). */
function readStruck(scan: XmlScan, struck: Set<number>): void {
  if (scan.empty) return;
  let font = -1;
  while (nextTag(scan) && scan.depth > 2) {
    if (scan.closing) continue;
    if (scan.depth === 3) font += 1;
    else if (scan.depth === 4 && isTag(scan, 'strike') && isYes(readAttributes(scan).get('val') ?? '1'))
      struck.add(font);
    if (font > MAX_STYLES) fail(scan, 'many-styles');
  }
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

function readIds(scan: XmlScan, ids: StyleIds[]): void {
  if (scan.empty) return;
  while (nextTag(scan) && scan.depth > 2) {
    if (scan.closing || scan.depth !== 3 || !isTag(scan, 'xf')) continue;
    const attributes = readAttributes(scan);
    ids.push({ format: Number(attributes.get('numFmtId') ?? 0), font: Number(attributes.get('fontId') ?? 0) });
    if (ids.length > MAX_STYLES) fail(scan, 'many-styles');
  }
}

function formatOf(
  { format: id, font }: StyleIds,
  codes: ReadonlyMap<number, string>,
  struck: ReadonlySet<number>,
  known: Map<string, CellFormat>,
): CellFormat {
  const isStruck = struck.has(font);
  const key = `${id} ${isStruck}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const code = codes.get(id) ?? builtInFormat(id);
  const general = code === undefined || code === '' || /^(?:general|g\/通用格式|常规)$/iu.test(code);
  const format = general
    ? { code: undefined, isDate: false, isStruck }
    : { code, isDate: isDateFormat(code), isStruck };
  known.set(key, format);
  return format;
}
