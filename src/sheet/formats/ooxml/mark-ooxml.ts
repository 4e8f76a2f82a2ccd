import type { Area, Grid, Refusal } from '../../grid.ts';
import type { CellMark, MarkPlan } from '../../mark.ts';
import { openZip } from '../zip/open-zip.ts';
import { corruptFile } from '../zip/zip-refusals.ts';
import { drawResultSheet, MEMORY_COLUMN } from './edit/draw-result-sheet.ts';
import { dropMacros } from './edit/drop-macros.ts';
import { type EditedStyles, editStyles } from './edit/edit-styles.ts';
import { type EditedBook, giveUp, loadPart, namespacesOf, savePart, writeBookParts } from './edit/edited-book.ts';
import { markCells } from './edit/mark-cells.ts';
import { markComments } from './edit/mark-comments.ts';
import { type MarkStyles, markStyles } from './edit/mark-styles.ts';
import { addResultSheet, findResultSheet } from './edit/result-sheet-entry.ts';
import { findWorkbook } from './find-workbook.ts';
import { parseArea } from './parse-reference.ts';
import { readOoxml } from './read-ooxml.ts';
import { scanPart } from './read-package.ts';

export type Marked =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly refusal: Refusal };

/** One cell with all that is to be said about it. */
interface Note {
  readonly row: number;
  readonly column: number;
  severity: CellMark['severity'];
  text: string;
}

const RANKS = ['notice', 'warning', 'error', 'block'] as const;

/**
 * Marks a workbook of the xlsx family in place: fills and comments on the cells of the plan, and a first sheet 校验结果.
 * The XML is edited where it stands; all other parts keep their bytes. Macros are taken out. The marks of an earlier
 * marking are replaced, not piled up. A workbook that cannot be read is refused with the reader's reason.
 */
export function markOoxml(bytes: Uint8Array, plan: MarkPlan): Marked {
  const decoded = readOoxml(bytes);
  if (!decoded.ok) return decoded;
  if (decoded.workbook.traits.includes('macro-sheets')) return refuse(corruptFile('含有宏表，无法原样标注'));
  const opened = openZip(bytes);
  if (!opened.ok) return opened;
  const main = findWorkbook(opened.zip);
  if (!main.ok) return main;
  const scanned = scanPart(opened.zip, main.part);
  if (!scanned.ok) return scanned;
  const book: EditedBook = {
    zip: opened.zip,
    changed: new Map(),
    removed: new Set(),
    workbook: scanned.part,
    namespaces: namespacesOf(scanned.scan.bytes),
    refusal: undefined,
  };
  markBook(book, decoded.workbook.grids, plan);
  const marked = book.refusal === undefined ? writeBookParts(book) : undefined;
  if (marked === undefined || book.refusal !== undefined) return refuse(book.refusal ?? corruptFile('无法标注'));
  return { ok: true, bytes: marked };
}

function refuse(refusal: Refusal): Marked {
  return { ok: false, refusal };
}

function markBook(book: EditedBook, grids: readonly Grid[], plan: MarkPlan): void {
  dropMacros(book);
  const ownName = findResultSheet(book);
  const own = grids.find((grid) => grid.name === ownName);
  const styles = editStyles(book);
  if (styles === undefined) return;
  const memory = own?.rows[0]?.cells.find((cell) => cell.column === MEMORY_COLUMN)?.text ?? '';
  const marks = markStyles(styles, own === undefined ? undefined : memory);
  for (const grid of grids) {
    if (grid !== own) markGrid(book, grid, notesOf(plan, grid), marks);
  }
  writeResult(book, own?.part, plan, styles, marks);
  styles.save();
}

function markGrid(book: EditedBook, grid: Grid, notes: readonly Note[], marks: MarkStyles): void {
  const part = grid.part ?? '';
  const before = loadPart(book, part);
  if (before === undefined) return giveUp(book, `工作表“${grid.name}”无法读取`);
  const after = markCells(before, notes, marks);
  if (after !== before) savePart(book, part, after);
  markComments(book, part, notes);
  return undefined;
}

function writeResult(
  book: EditedBook,
  known: string | undefined,
  plan: MarkPlan,
  styles: EditedStyles,
  marks: MarkStyles,
): void {
  const part = known ?? addResultSheet(book);
  if (part !== undefined) savePart(book, part, Buffer.from(drawResultSheet(book.namespaces.main, plan, styles, marks)));
}

/**
 * Marks of one sheet, one per cell: the gravest severity, all texts. Of a merged area only the first cell is seen,
 * so that is where its marks go.
 */
function notesOf(plan: MarkPlan, grid: Grid): Note[] {
  const notes = new Map<string, Note>();
  for (const mark of plan.cells) {
    const place = mark.sheet === grid.name ? parseArea(mark.cell) : undefined;
    if (place === undefined) continue;
    const area = grid.merges.find((merge) => covers(merge, place)) ?? place;
    const key = `${area.top}:${area.left}`;
    const known = notes.get(key);
    if (known === undefined) {
      notes.set(key, { row: area.top, column: area.left, severity: mark.severity, text: mark.comment });
      continue;
    }
    if (RANKS.indexOf(mark.severity) > RANKS.indexOf(known.severity)) known.severity = mark.severity;
    known.text = `${known.text}\n${mark.comment}`;
  }
  return [...notes.values()];
}

function covers(merge: Area, { top, left }: Area): boolean {
  return merge.top <= top && top <= merge.bottom && merge.left <= left && left <= merge.right;
}
