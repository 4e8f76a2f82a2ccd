const FREE = 0xffffffff;
const END = 0xfffffffe;
const MOST_SECTORS = 600_000;
const MOST_ENTRIES = 20_000;
const DEEPEST_TREE = 60;

/** A file inside an OLE2 compound file. */
export interface CompoundStream {
  /** Path without the root, e.g. `Workbook` or `ObjectPool/_1/Contents`. */
  readonly path: string;
  readonly size: number;
  /** First bytes, at most `most`; shorter where the chain is cut. */
  readonly read: (most: number) => Buffer;
}

/**
 * Lists the streams of an OLE2 compound file. Every chain is followed at most once over each sector, and a loop
 * makes the file unreadable. Returns undefined for a file whose directory cannot be read. Source: [MS-CFB] 2.
 */
export function openCompound(bytes: Uint8Array): readonly CompoundStream[] | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length < 1536) return undefined;
  const shift = file.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) return undefined;
  const sector = 1 << shift;
  const fat = readFat(file, sector);
  if (!fat) return undefined;
  const directory = readChain(file, fat, sector, file.readUInt32LE(48), MOST_ENTRIES * 128);
  if (!directory || directory.length < 128) return undefined;
  const root = entryAt(directory, 0);
  if (!root || root.type !== 5) return undefined;
  const mini = readChain(file, fat, sector, root.start, MOST_SECTORS * 64) ?? Buffer.alloc(0);
  const miniFat = toNumbers(readChain(file, fat, sector, file.readUInt32LE(60), MOST_SECTORS * 4) ?? Buffer.alloc(0));

  const streams: CompoundStream[] = [];
  const seen = new Set<number>();
  const waiting: { readonly id: number; readonly folder: string; readonly depth: number }[] = [
    { id: root.child, folder: '', depth: 0 },
  ];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { id, folder, depth } = next;
    if (id === FREE) continue;
    if (seen.has(id) || depth > DEEPEST_TREE) return undefined;
    seen.add(id);
    const entry = entryAt(directory, id);
    if (!entry) continue;
    waiting.push({ id: entry.left, folder, depth }, { id: entry.right, folder, depth });
    if (entry.type === 1) waiting.push({ id: entry.child, folder: `${folder}${entry.name}/`, depth: depth + 1 });
    if (entry.type !== 2) continue;
    streams.push({
      path: folder + entry.name,
      size: entry.size,
      read: (most) => {
        const wanted = Math.min(most, entry.size);
        const found =
          entry.size < 4096
            ? readMini(mini, miniFat, entry.start, wanted)
            : readChain(file, fat, sector, entry.start, wanted);
        return (found ?? Buffer.alloc(0)).subarray(0, wanted);
      },
    });
  }
  return streams;
}

function readFat(file: Buffer, sector: number): Uint32Array | undefined {
  const places: number[] = [];
  for (let at = 76; at < 512; at += 4) places.push(file.readUInt32LE(at));
  let next = file.readUInt32LE(68);
  const seen = new Set<number>();
  while (next < END && !seen.has(next)) {
    seen.add(next);
    const start = (next + 1) * sector;
    if (start + sector > file.length) break;
    for (let at = start; at < start + sector - 4; at += 4) places.push(file.readUInt32LE(at));
    next = file.readUInt32LE(start + sector - 4);
  }
  const parts: Buffer[] = [];
  const used = new Set<number>();
  for (const place of places) {
    // A table sector that is named twice, or lies outside, is a forged or cut file.
    if (place >= END) continue;
    const start = (place + 1) * sector;
    if (used.has(place) || start >= file.length || parts.length * sector > MOST_SECTORS * 4) return undefined;
    used.add(place);
    parts.push(file.subarray(start, start + sector));
  }
  return parts.length > 0 ? toNumbers(Buffer.concat(parts)) : undefined;
}

/** The bytes of a chain of sectors up to `most`; undefined if it loops or leaves the file at its first step. */
function readChain(file: Buffer, fat: Uint32Array, sector: number, first: number, most: number): Buffer | undefined {
  const parts: Buffer[] = [];
  const seen = new Set<number>();
  let length = 0;
  for (let at = first; at < END && length < most; at = fat[at] ?? END) {
    const start = (at + 1) * sector;
    if (seen.has(at)) return undefined;
    if (start >= file.length) break;
    seen.add(at);
    const part = file.subarray(start, start + sector);
    parts.push(part);
    length += part.length;
  }
  return parts.length > 0 ? Buffer.concat(parts) : undefined;
}

function readMini(mini: Buffer, fat: Uint32Array, first: number, most: number): Buffer | undefined {
  const parts: Buffer[] = [];
  const seen = new Set<number>();
  for (let at = first; at < END && parts.length * 64 < most; at = fat[at] ?? END) {
    if (seen.has(at) || at * 64 >= mini.length) return undefined;
    seen.add(at);
    parts.push(mini.subarray(at * 64, at * 64 + 64));
  }
  return Buffer.concat(parts);
}

function toNumbers(bytes: Buffer): Uint32Array {
  const numbers = new Uint32Array(Math.floor(bytes.length / 4));
  for (let at = 0; at < numbers.length; at++) numbers[at] = bytes.readUInt32LE(at * 4);
  return numbers;
}

interface DirectoryEntry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

function entryAt(directory: Buffer, id: number): DirectoryEntry | undefined {
  const at = id * 128;
  if (at + 128 > directory.length) return undefined;
  const length = Math.min(64, directory.readUInt16LE(at + 64));
  return {
    name: directory.toString('utf16le', at, at + Math.max(0, length - 2)),
    type: directory[at + 66] ?? 0,
    left: directory.readUInt32LE(at + 68),
    right: directory.readUInt32LE(at + 72),
    child: directory.readUInt32LE(at + 76),
    start: directory.readUInt32LE(at + 116),
    size: directory.readUInt32LE(at + 120),
  };
}
