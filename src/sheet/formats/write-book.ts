import { columnLetters } from '../../text/column-letters.ts';
import type { BookPlan } from '../book-plan.ts';
import { shareTexts } from './shared-texts.ts';
import { writeFilterNames } from './write-filter-names.ts';
import { type Palette, UNLOCKED, writeFrame } from './write-frame.ts';
import { writeSheet } from './write-sheet.ts';
import { writeSheetNames } from './write-sheet-names.ts';
import { escapeXml } from './write-text.ts';
import { openZip } from './zip/open-zip.ts';
import { writeZip } from './zip/write-zip.ts';

const CORE = 'docProps/core.xml';

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
  const names = writeSheetNames(plan.sheets.map((sheet) => sheet.name));
  const { parts, palette } = await frameOf(plan, names);
  const filled = fillParts(parts, plan, names, palette);
  return writeZip([...filled].map(([name, bytes]) => ({ name, bytes })));
}

/** Loads what writing needs, so that it can be done while other threads are at work. */
export async function prepareWriter(): Promise<void> {
  await import('exceljs/dist/exceljs.min.js');
}

/** What exceljs wrote for a plan without its rows. */
interface Frame {
  readonly parts: ReadonlyMap<string, Uint8Array>;
  readonly palette: Palette;
}

/** Frames of the last plans: the books of 24 (or 2,400) units differ in their rows and title only. */
const FRAMES = new Map<string, Frame>();
const MOST_FRAMES = 32;
/** Stands in the frame for the title of the book. */
const TITLE = 'mingce-book-title';

async function frameOf(plan: BookPlan, names: readonly string[]): Promise<Frame> {
  const key = frameKey(plan);
  const frame = FRAMES.get(key) ?? (await drawFrame({ ...plan, title: TITLE }, names));
  FRAMES.delete(key);
  FRAMES.set(key, frame);
  for (const oldest of FRAMES.keys()) {
    if (FRAMES.size <= MOST_FRAMES) break;
    FRAMES.delete(oldest);
  }
  const core = partText(frame.parts, CORE).replace(TITLE, () => escapeXml(plan.title));
  return { ...frame, parts: new Map([...frame.parts, [CORE, Buffer.from(core)]]) };
}

/** Everything the frame depends on: of the rows only their notes and outside links. */
function frameKey(plan: BookPlan): string {
  const sheets = plan.sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.flatMap((row, number) =>
      row.cells.flatMap((cell, column) =>
        cell?.note === undefined && cell?.link === undefined ? [] : [[number, column, cell.note, cell.link]],
      ),
    ),
  }));
  return JSON.stringify({ ...plan, title: '', sheets });
}

async function drawFrame(plan: BookPlan, names: readonly string[]): Promise<Frame> {
  const { default: ExcelJS } = await import('exceljs/dist/exceljs.min.js');
  const book = new ExcelJS.Workbook();
  const palette = writeFrame(book, plan, names);
  return { parts: readParts(new Uint8Array(await book.xlsx.writeBuffer())), palette };
}

function readParts(frame: Uint8Array): Map<string, Uint8Array> {
  const opened = openZip(frame);
  if (!opened.ok) throw new Error(`exceljs wrote no readable package: ${opened.refusal.code}`);
  const parts = new Map<string, Uint8Array>();
  for (const entry of opened.zip.entries) {
    const content = opened.zip.read(entry);
    if (!content.ok) throw new Error(`exceljs wrote no readable ${entry.name}`);
    parts.set(entry.name, content.bytes);
  }
  return parts;
}

function fillParts(
  parts: ReadonlyMap<string, Uint8Array>,
  plan: BookPlan,
  names: readonly string[],
  palette: Palette,
): Map<string, Uint8Array> {
  const indexes = readPalette(partText(parts, sheetPart(0)), palette);
  const texts = shareTexts();
  const written = new Map(parts);
  for (const [position, sheet] of plan.sheets.entries()) {
    const filled = writeSheet(partText(parts, sheetPart(position)), {
      sheet,
      texts,
      styleIndex: (name) => styleIndex(name, indexes),
      unlocked: sheet.protection?.deleteRows === true ? indexes.get(UNLOCKED) : undefined,
      sheetName: (planned) => names[plan.sheets.findIndex(({ name }) => name === planned)] ?? planned,
    });
    written.set(sheetPart(position), filled);
  }
  const workbook = writeFilterNames(partText(parts, 'xl/workbook.xml'), plan.sheets, names);
  written.set('xl/workbook.xml', Buffer.from(workbook));
  written.set('xl/sharedStrings.xml', texts.part());
  return written;
}

function sheetPart(position: number): string {
  return `xl/worksheets/sheet${position + 1}.xml`;
}

function partText(parts: ReadonlyMap<string, Uint8Array>, name: string): string {
  const part = parts.get(name);
  if (!part) throw new Error(`exceljs wrote no ${name}`);
  return Buffer.from(part).toString('utf8');
}

function styleIndex(name: string | undefined, indexes: ReadonlyMap<string, number>): number {
  if (name === undefined) return 0;
  const index = indexes.get(name);
  if (index === undefined) throw new RangeError(`the plan has no style ${name}`);
  return index;
}

/** Index of each style in the written workbook. */
function readPalette(xml: string, palette: Palette): Map<string, number> {
  const indexes = new Map<string, number>();
  for (const [position, name] of palette.styles.entries()) {
    const cell = new RegExp(`<c r="${columnLetters(position + 1)}${palette.row}"([^>]*)>`).exec(xml);
    indexes.set(name, Number(/ s="(\d+)"/.exec(cell?.[1] ?? '')?.[1] ?? 0));
  }
  return indexes;
}
