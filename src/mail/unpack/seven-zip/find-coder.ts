import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { ArchiveFault } from '../archive-fault.ts';

/** Gives back what was packed, `size` bytes; fewer when it is damaged. */
type Undo = (packed: Uint8Array, properties: Uint8Array, size: number) => Uint8Array | Promise<Uint8Array>;

interface KnownCoder {
  /** A filter changes no size and follows a coder that does. */
  readonly filter: boolean;
  readonly load: () => Undo | Promise<Undo>;
}

/** By their id (Methods.txt of 7-Zip), each loaded when the first archive needs it. */
const CODERS: Readonly<Record<string, KnownCoder>> = {
  '00': { filter: true, load: () => (packed) => packed },
  '03': { filter: true, load: async () => (await import('../coders/undo-delta.ts')).undoDelta },
  '04': { filter: true, load: loadBcjX86 },
  '03030103': { filter: true, load: loadBcjX86 },
  '21': { filter: false, load: async () => (await import('../coders/decode-lzma2.ts')).decodeLzma2 },
  '030101': { filter: false, load: async () => (await import('../coders/decode-lzma.ts')).decodeLzma },
  '040108': { filter: false, load: () => undoDeflate },
  '040202': { filter: false, load: loadBzip2 },
};

/** How the bytes of a coder are undone; undefined for one that is not known. */
export function findCoder(id: string): KnownCoder | undefined {
  return Object.hasOwn(CODERS, id) ? CODERS[id] : undefined;
}

async function loadBcjX86(): Promise<Undo> {
  return (await import('../coders/undo-bcj-x86.ts')).undoBcjX86;
}

async function loadBzip2(): Promise<Undo> {
  const { decodeBzip2 } = await import('../coders/decode-bzip2.ts');
  return (packed, _, size) => decodeBzip2(packed, size);
}

const inflate = promisify(inflateRaw);

async function undoDeflate(packed: Uint8Array, _: Uint8Array, size: number): Promise<Uint8Array> {
  try {
    return await inflate(packed, { maxOutputLength: Math.max(1, size) });
  } catch {
    throw new ArchiveFault();
  }
}
