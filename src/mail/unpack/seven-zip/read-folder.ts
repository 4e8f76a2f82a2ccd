import { ArchiveFault } from '../archive-fault.ts';
import { type Cursor, readByte, readBytes, readNumber } from './cursor.ts';
import type { Coder } from './folder.ts';

/** What Folder of 7zFormat.txt says before any size is known. */
export interface FolderPlan {
  readonly coders: readonly Coder[] | undefined;
  readonly packedStreams: number;
  /** Streams that come out of coders, each with a size of its own. */
  readonly outStreams: number;
  /** Which of them is what the folder holds. */
  readonly main: number;
}

/** As many as 7-Zip itself takes. */
const MAX_CODERS = 32;
const AES = '06f10701';

/** Reads one Folder: its coders and how they are bound together. A fault as soon as one of them is the AES coder. */
export function readFolder(cursor: Cursor): FolderPlan {
  const coders = Array.from({ length: readAtMost(cursor, MAX_CODERS) }, () => readCoder(cursor));
  const inStreams = coders.reduce((sum, coder) => sum + coder.inStreams, 0);
  const outStreams = coders.reduce((sum, coder) => sum + coder.outStreams, 0);
  if (outStreams === 0 || inStreams < outStreams - 1 || inStreams > MAX_CODERS * 2) throw new ArchiveFault();
  const bound = new Map<number, number>();
  for (let left = outStreams - 1; left > 0; left -= 1) {
    const into = readAtMost(cursor, inStreams - 1);
    const from = readAtMost(cursor, outStreams - 1);
    if (bound.has(from) || [...bound.values()].includes(into)) throw new ArchiveFault();
    bound.set(from, into);
  }
  const packedStreams = inStreams - bound.size;
  if (packedStreams > 1) for (let left = packedStreams; left > 0; left -= 1) readAtMost(cursor, inStreams - 1);
  const main = Array.from({ length: outStreams }, (_, index) => index).find((index) => !bound.has(index)) ?? 0;
  const simple = coders.every((coder) => coder.inStreams === 1 && coder.outStreams === 1);
  return { coders: simple ? inLine(coders, bound) : undefined, packedStreams, outStreams, main };
}

interface CoderPlan extends Coder {
  readonly inStreams: number;
  readonly outStreams: number;
}

function readCoder(cursor: Cursor): CoderPlan {
  const flags = readByte(cursor);
  // Bit 7 announced further ways to decode the same, which never came to be used.
  if ((flags & 0xc0) !== 0) throw new ArchiveFault('file/archive-unknown');
  const id = readBytes(cursor, flags & 0x0f).toString('hex');
  if (id === AES) throw new ArchiveFault('file/password-archive');
  const complex = (flags & 0x10) !== 0;
  const inStreams = complex ? readAtMost(cursor, MAX_CODERS) : 1;
  const outStreams = complex ? readAtMost(cursor, MAX_CODERS) : 1;
  const properties = (flags & 0x20) === 0 ? Buffer.alloc(0) : readBytes(cursor, readNumber(cursor));
  return { id, properties, inStreams, outStreams };
}

/** From the coder that nothing is bound to, on to the one whose output nobody takes; undefined when some are left. */
function inLine(coders: readonly Coder[], bound: ReadonlyMap<number, number>): Coder[] | undefined {
  const fed = new Set(bound.values());
  const line: Coder[] = [];
  let at = coders.findIndex((_, index) => !fed.has(index));
  for (; at >= 0 && line.length < coders.length; at = bound.get(at) ?? -1) {
    const coder = coders[at];
    if (coder) line.push(coder);
  }
  return line.length === coders.length ? line : undefined;
}

function readAtMost(cursor: Cursor, most: number): number {
  const value = readNumber(cursor);
  if (value > most) throw new ArchiveFault();
  return value;
}
