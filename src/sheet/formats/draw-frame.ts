import { columnLetters } from '../../text/column-letters.ts';
import type { BookPlan } from '../book-plan.ts';
import type { Frame, FrameShelf } from './frame-shelf.ts';
import type { GeneralPlan } from './general-plan.ts';
import { type Palette, writeFrame } from './write-frame.ts';
import { openZip } from './zip/open-zip.ts';

/**
 * What frames are drawn with. Raise the second number with every change that makes a frame come out differently: frames are
 * kept from one version of the register to the next.
 */
export const DRAWN_WITH = 'exceljs 4.4.0, drawn as 1';

/** Frames of the last plans. */
const FRAMES = new Map<string, Frame>();
const MOST_FRAMES = 32;

const FIRST_SHEET = 'xl/worksheets/sheet1.xml';

/**
 * The frame that a plan has in common with others, drawn once. `names` are those of the sheets; frames drawn when the
 * program ran before are taken from the shelf.
 */
export async function frameOf({ plan }: GeneralPlan, names: readonly string[], shelf: FrameShelf): Promise<Frame> {
  const key = JSON.stringify([plan, names]);
  const frame = FRAMES.get(key) ?? shelf.get(key) ?? (await drawFrame(plan, names));
  shelf.put(key, frame);
  FRAMES.delete(key);
  FRAMES.set(key, frame);
  for (const oldest of FRAMES.keys()) {
    if (FRAMES.size <= MOST_FRAMES) break;
    FRAMES.delete(oldest);
  }
  return frame;
}

/** Draws a plan with exceljs, as it is. */
export async function drawFrame(plan: BookPlan, names: readonly string[]): Promise<Frame> {
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
