import type { Area, GridRow } from '../../grid.ts';
import { isYes, readAttributes } from './attribute-text.ts';
import { parseArea } from './parse-reference.ts';
import { READ_BOUNDS } from './read-bounds.ts';
import type { CellContext } from './read-cell.ts';
import { readRows, type Tally } from './read-rows.ts';
import { fail, isTag, nextTag, skipElement, type XmlScan } from './xml-scan.ts';

/** What one worksheet part holds. */
export interface SheetContent {
  readonly rows: readonly GridRow[];
  readonly merges: readonly Area[];
  readonly hiddenColumns: readonly number[];
}

/** Reads one worksheet part. Check `scan.fault` afterwards: with a fault the content is not to be used. */
export function readSheet(scan: XmlScan, context: CellContext, tally: Tally): SheetContent {
  let rows: GridRow[] = [];
  const merges: Area[] = [];
  const hidden: Area[] = [];
  while (nextTag(scan)) {
    if (scan.closing) continue;
    if (scan.depth === 1) {
      if (!isTag(scan, 'worksheet')) fail(scan, 'root');
    } else if (isTag(scan, 'sheetData')) rows = rows.concat(readRows(scan, context, tally));
    else if (isTag(scan, 'mergeCells')) readMerges(scan, merges);
    else if (isTag(scan, 'cols')) readHiddenColumns(scan, hidden);
    else skipElement(scan);
  }
  const used = usedArea(rows);
  return { rows, merges: clipMerges(scan, merges, used), hiddenColumns: listColumns(hidden, used.right) };
}

function readMerges(scan: XmlScan, merges: Area[]): void {
  if (scan.empty) return;
  while (nextTag(scan) && scan.depth > 2) {
    if (scan.closing || !isTag(scan, 'mergeCell')) continue;
    const area = parseArea(readAttributes(scan).get('ref') ?? '');
    if (area === undefined) fail(scan, 'reference');
    else merges.push(area);
    if (merges.length > READ_BOUNDS.maxMerges) fail(scan, 'many-merges');
  }
}

function readHiddenColumns(scan: XmlScan, hidden: Area[]): void {
  if (scan.empty) return;
  while (nextTag(scan) && scan.depth > 2) {
    if (scan.closing || !isTag(scan, 'col')) continue;
    const attributes = readAttributes(scan);
    if (!isYes(attributes.get('hidden'))) continue;
    const left = Number(attributes.get('min'));
    const right = Number(attributes.get('max'));
    if (left >= 1 && right >= left) hidden.push({ top: 1, left, bottom: 1, right });
    if (hidden.length > READ_BOUNDS.maxMerges) fail(scan, 'many-merges');
  }
}

function usedArea(rows: readonly GridRow[]): Area {
  let right = 0;
  for (const row of rows) right = Math.max(right, row.cells.at(-1)?.column ?? 0);
  return { top: 1, left: 1, bottom: rows.at(-1)?.number ?? 0, right };
}

/** A merged area beyond the filled cells says nothing; clipped, nobody who walks over it can be held up. */
function clipMerges(scan: XmlScan, merges: readonly Area[], used: Area): Area[] {
  let covered = 0;
  const clipped: Area[] = [];
  for (const { top, left, bottom, right } of merges) {
    const area = {
      top,
      left,
      bottom: Math.max(top, Math.min(bottom, used.bottom)),
      right: Math.max(left, Math.min(right, used.right)),
    };
    covered += (area.bottom - top + 1) * (area.right - left + 1);
    if (covered > READ_BOUNDS.maxMergedCells) fail(scan, 'many-merges');
    clipped.push(area);
  }
  return clipped;
}

function listColumns(hidden: readonly Area[], last: number): number[] {
  const columns = new Set<number>();
  for (const { left, right } of hidden) {
    for (let column = left; column <= Math.min(right, last); column += 1) columns.add(column);
  }
  return [...columns].toSorted((a, b) => a - b);
}
