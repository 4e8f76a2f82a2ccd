import { columnLetters } from '../../text/column-letters.ts';
import type { BookPlan } from '../book-plan.ts';
import { type Palette, writeFrame } from './write-frame.ts';
import { escapeXml } from './write-text.ts';
import { openZip } from './zip/open-zip.ts';

/** What exceljs wrote for a plan without its rows. */
export interface Frame {
  readonly parts: ReadonlyMap<string, Uint8Array>;
  /** Index of each style of the plan in the written workbook. */
  readonly styles: ReadonlyMap<string, number>;
}

/** Frames of the last plans: the books of 24 (or 2,400) units differ in their rows and title only. */
const FRAMES = new Map<string, Frame>();
const MOST_FRAMES = 32;
/** Stands in the frame for the title of the book. */
const TITLE = 'mingce-book-title';

const CORE = 'docProps/core.xml';
const FIRST_SHEET = 'xl/worksheets/sheet1.xml';

/** The frame of a plan, drawn once for plans that differ in their rows and title only. `names` are those of the sheets. */
export async function frameOf(plan: BookPlan, names: readonly string[]): Promise<Frame> {
  const key = frameKey(plan);
  const frame = FRAMES.get(key) ?? (await drawFrame({ ...plan, title: TITLE }, names));
  FRAMES.delete(key);
  FRAMES.set(key, frame);
  for (const oldest of FRAMES.keys()) {
    if (FRAMES.size <= MOST_FRAMES) break;
    FRAMES.delete(oldest);
  }
  const core = partText(frame, CORE).replace(TITLE, () => escapeXml(plan.title));
  return { ...frame, parts: new Map([...frame.parts, [CORE, Buffer.from(core)]]) };
}

/** Everything the frame depends on: of the rows only their notes and outside links. */
function frameKey(plan: BookPlan): string {
  const sheets = plan.sheets.map((sheet) => ({
    ...sheet,
    sections: undefined,
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
  const parts = readParts(new Uint8Array(await book.xlsx.writeBuffer()));
  return { parts, styles: readPalette(partText({ parts }, FIRST_SHEET), palette) };
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

/** The text of a part. Throws when the frame has no such part. */
export function partText({ parts }: Pick<Frame, 'parts'>, name: string): string {
  const part = parts.get(name);
  if (!part) throw new Error(`exceljs wrote no ${name}`);
  return Buffer.from(part).toString('utf8');
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
