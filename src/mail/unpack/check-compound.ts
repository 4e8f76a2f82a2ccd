const END = 0xfffffffa;
const NONE = 0xffffffff;
const ENTRY_BYTES = 128;
const MAX_ENTRIES = 20_000;

/**
 * Walks a compound file ([MS-CFB]) once: sector chains end, the directory is a tree. A reader that
 * trusts it would otherwise run in circles.
 */
export function isSoundCompound(bytes: Uint8Array): boolean {
  try {
    return walk(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function walk(file: Buffer): boolean {
  const shift = file.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) return false;
  const sector = 1 << shift;
  const table = readTable(file, sector);
  if (!table) return false;
  const directory = readChain(table, file.readUInt32LE(48));
  const miniTable = readChain(table, file.readUInt32LE(60));
  if (!directory || !miniTable) return false;
  const entries = bytesOf(file, directory, sector);
  const mini = numbersOf(bytesOf(file, miniTable, sector));
  const miniCutoff = file.readUInt32LE(56);
  for (let at = 0; at + ENTRY_BYTES <= entries.length; at += ENTRY_BYTES) {
    const kind = entries[at + 66];
    if (kind !== 2 && kind !== 5) continue;
    const size = entries.readUInt32LE(at + 120);
    if (size === 0) continue;
    const inMini = kind === 2 && size < miniCutoff;
    if (!readChain(inMini ? mini : table, entries.readUInt32LE(at + 116))) return false;
  }
  return isTree(entries);
}

/** The sector allocation table, through the master table and its own chain. */
function readTable(file: Buffer, sector: number): Uint32Array | undefined {
  const most = Math.ceil(file.length / sector);
  const sectors: number[] = [];
  for (let index = 0; index < 109; index += 1) sectors.push(file.readUInt32LE(76 + index * 4));
  let next = file.readUInt32LE(68);
  for (let count = 0; next < END && count <= most; count += 1) {
    const at = (next + 1) * sector;
    for (let index = 0; index < sector / 4 - 1; index += 1) sectors.push(file.readUInt32LE(at + index * 4));
    next = file.readUInt32LE(at + sector - 4);
    if (count === most) return undefined;
  }
  const used = sectors.filter((number) => number < END);
  return used.length > most ? undefined : numbersOf(bytesOf(file, used, sector));
}

function readChain(table: Uint32Array, start: number): number[] | undefined {
  const chain: number[] = [];
  for (let at = start; at < END; at = table[at] ?? NONE) {
    if (chain.length > table.length) return undefined;
    chain.push(at);
  }
  return chain;
}

function bytesOf(file: Buffer, sectors: readonly number[], sector: number): Buffer {
  return Buffer.concat(sectors.map((number) => file.subarray((number + 1) * sector, (number + 2) * sector)));
}

function numbersOf(bytes: Buffer): Uint32Array {
  const numbers = new Uint32Array(Math.floor(bytes.length / 4));
  for (let index = 0; index < numbers.length; index += 1) numbers[index] = bytes.readUInt32LE(index * 4);
  return numbers;
}

/** Every entry is reached at most once over left, right and child links. */
function isTree(entries: Buffer): boolean {
  const count = Math.floor(entries.length / ENTRY_BYTES);
  if (count > MAX_ENTRIES) return false;
  const seen = new Set<number>();
  const waiting = [0];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (id === NONE || id >= count) continue;
    if (seen.has(id)) return false;
    seen.add(id);
    for (const offset of [68, 72, 76]) waiting.push(entries.readUInt32LE(id * ENTRY_BYTES + offset));
  }
  return true;
}
