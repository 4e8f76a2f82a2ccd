import type { BookPlan, SheetPlan } from '../book-plan.ts';
import type { KeptPieces, Piece, PiecedFile } from '../piece.ts';
import { frameOf, partText } from './draw-frame.ts';
import { type Frame, type FrameShelf, NO_SHELF } from './frame-shelf.ts';
import { generalPlan } from './general-plan.ts';
import { layBook, type SegmentedPart } from './lay-book.ts';
import { settleFrame } from './settle-frame.ts';
import { shareTexts } from './shared-texts.ts';
import { stretchSheet } from './stretch-sheet.ts';
import { writeFilterNames } from './write-filter-names.ts';
import { UNLOCKED } from './write-frame.ts';
import { packLastSegment, packSegment, writeSections } from './write-sections.ts';
import { writeSheet } from './write-sheet.ts';
import { writeSheetNames } from './write-sheet-names.ts';
import type { ZipPart } from './zip/write-zip.ts';

/**
 * Turns a plan into the bytes of an .xlsx; the same plan makes the same bytes. Every value is text unless it is a number,
 * and never a formula; only CellPlan.formula makes one.
 *
 * exceljs writes the frame (styles, names, validations, conditional formats, protection, print set-up, notes). Rows and
 * columns are written here: exceljs needs 18 s for 100,000 rows, drops columns 9 wide and does not escape `_x000D_`.
 *
 * @throws RangeError when a cell names a style that the plan does not have.
 */
export async function writeBook(plan: BookPlan): Promise<Uint8Array> {
  return Buffer.concat((await writePiecedBook(plan, () => undefined)).chunks);
}

/**
 * The same, with the sections of its sheets as pieces; those that were kept are taken over and not drawn. exceljs is loaded
 * only when the frame is not on the shelf.
 */
export async function writePiecedBook(
  plan: BookPlan,
  kept: KeptPieces,
  shelf: FrameShelf = NO_SHELF,
): Promise<PiecedFile> {
  const names = writeSheetNames(plan.sheets.map((sheet) => sheet.name));
  const isPieced = plan.sheets.some((sheet) => sheet.sections !== undefined);
  const bare = isPieced ? await frameOf(generalPlan(plan), names, shelf) : undefined;
  const bodies = plan.sheets.map((sheet) =>
    bare ? writeSections(sheet, JSON.stringify([...bare.styles]), (name) => indexOf(name, bare.styles), kept) : [],
  );
  const stretched = plan.sheets.map((sheet, index) => stretchSheet(sheet, bodies[index] ?? []));
  const whole = { ...plan, sheets: stretched };
  const general = generalPlan(whole);
  const frame = settleFrame(await frameOf(general, names, shelf), whole, general);
  if (bare && JSON.stringify([...bare.styles]) !== JSON.stringify([...frame.styles]))
    throw new Error('the styles of a workbook depend on its notes');
  return layBook(fillParts(frame, plan, stretched, names, bodies));
}

/** Loads what writing needs, so that it can be done while other threads are at work. */
export async function prepareWriter(): Promise<void> {
  await import('exceljs/dist/exceljs.min.js');
}

function fillParts(
  frame: Frame,
  plan: BookPlan,
  stretched: readonly SheetPlan[],
  names: readonly string[],
  bodies: readonly (readonly Piece[])[],
): (ZipPart | SegmentedPart)[] {
  const texts = shareTexts();
  const written = new Map<string, ZipPart | SegmentedPart>();
  const put = (part: ZipPart | SegmentedPart): void => void written.set(part.name, part);
  for (const [name, bytes] of frame.parts) put({ name, bytes });
  for (const [position, sheet] of plan.sheets.entries()) {
    const pieces = bodies[position] ?? [];
    const name = sheetPart(position);
    const { before, after } = writeSheet(partText(frame, name), {
      sheet,
      texts,
      styleIndex: (style) => indexOf(style, frame.styles),
      unlocked: sheet.protection?.deleteRows === true ? frame.styles.get(UNLOCKED) : undefined,
      sheetName: (planned) => names[plan.sheets.findIndex((one) => one.name === planned)] ?? planned,
      sectionRows: pieces.reduce((sum, piece) => sum + piece.rows, 0),
    });
    if (pieces.length === 0) put({ name, bytes: Buffer.concat([before, after]) });
    else put({ name, segments: [packSegment(before), ...pieces, packLastSegment(after)] });
  }
  const workbook = writeFilterNames(partText(frame, 'xl/workbook.xml'), stretched, names);
  put({ name: 'xl/workbook.xml', bytes: Buffer.from(workbook) });
  put({ name: 'xl/sharedStrings.xml', bytes: texts.part() });
  return [...written.values()];
}

function sheetPart(position: number): string {
  return `xl/worksheets/sheet${position + 1}.xml`;
}

function indexOf(name: string | undefined, indexes: ReadonlyMap<string, number>): number {
  if (name === undefined) return 0;
  const index = indexes.get(name);
  if (index === undefined) throw new RangeError(`the plan has no style ${name}`);
  return index;
}
