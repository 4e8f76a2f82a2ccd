import sevenZip, { type SevenZipModule, type SevenZipModuleFactory } from '7z-wasm';
import { type Budget, isBomb, takeFromBudget, UNPACK_BOUNDS } from './bounds.ts';
import type { Entry, Opened } from './entry.ts';

interface Listed {
  readonly size: number;
  readonly packed: number;
  readonly encrypted: boolean;
  readonly directory: boolean;
}

/**
 * Opens 7z inside the memory of a WebAssembly module: no inner name reaches the disk.
 * The list is judged before anything is taken out. Never throws.
 */
export async function openSevenZip(bytes: Uint8Array, budget: Budget): Promise<Opened> {
  try {
    if (hasEncryptedHeader(bytes)) return { ok: false, code: 'file/password-archive' };
    const output = await run(['l', '-slt', '-p', TYPE, ARCHIVE], bytes);
    const text = output.lines.join('\n');
    if (/encrypted archive|Wrong password/i.test(text)) return { ok: false, code: 'file/password-archive' };
    if (/unexpected end|Headers Error|Can(?:not|'t) open/i.test(text))
      return { ok: false, code: 'file/damaged-archive' };
    const files = readList(output.lines).filter((file) => !file.directory);
    if (files.some((file) => file.encrypted)) return { ok: false, code: 'file/password-archive' };
    const total = files.reduce((sum, file) => sum + file.size, 0);
    if (dictionaryBits(text) > UNPACK_BOUNDS.dictionaryBits || isBomb(bytes.length, total))
      return { ok: false, code: 'file/archive-too-large' };
    if (!takeFromBudget(budget, files.length, total)) return { ok: false, code: 'file/archive-too-large' };
    const { module } = await run(['x', '-y', '-aou', '-p', TYPE, `-o${OUT}`, ARCHIVE], bytes);
    const entries: Entry[] = [];
    collect(module, OUT, '', entries, 0);
    return entries.length < files.length ? { ok: false, code: 'file/damaged-archive' } : { ok: true, entries };
  } catch {
    return { ok: false, code: 'file/damaged-archive' };
  }
}

/** The package's types describe an ES module, but Node loads its CommonJS form, which is the factory itself. */
const createSevenZip = sevenZip as unknown as SevenZipModuleFactory;

const ARCHIVE = '/archive';
const OUT = '/out';
const MAX_LINES = 60_000;

/** Names the format, so that none of the dozens of others that 7-Zip knows is tried on a hostile file. */
const TYPE = '-t7z';

const AES_CODER = Buffer.from('06f10701', 'hex');

/** The header of a 7z, packed or not, names the AES coder; the program itself ends without a word on such a header. */
function hasEncryptedHeader(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length < 32 || buffer[0] !== 0x37) return false;
  const start = 32 + Number(buffer.readBigUInt64LE(12));
  return buffer.subarray(start, start + Number(buffer.readBigUInt64LE(20))).includes(AES_CODER);
}

/** One command in a fresh module: the program keeps state that a second call would trip over. */
async function run(args: string[], bytes: Uint8Array): Promise<{ module: SevenZipModule; lines: string[] }> {
  const lines: string[] = [];
  const keep = (line: string): void => {
    if (lines.length < MAX_LINES) lines.push(line);
  };
  const module = await createSevenZip({ print: keep, printErr: keep, quit: () => undefined });
  module.FS.writeFile(ARCHIVE, bytes);
  try {
    module.callMain(args);
  } catch (error) {
    if (!isExit(error)) throw error;
  }
  return { module, lines };
}

function isExit(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'status' in error;
}

function readList(lines: readonly string[]): Listed[] {
  const start = lines.findIndex((line) => line.startsWith('----------'));
  const files: Listed[] = [];
  let fields = new Map<string, string>();
  const finish = (): void => {
    if (fields.has('Path'))
      files.push({
        size: Number(fields.get('Size') || 0),
        packed: Number(fields.get('Packed Size') || 0),
        encrypted: fields.get('Encrypted') === '+',
        directory: (fields.get('Attributes') ?? '').startsWith('D') || fields.get('Folder') === '+',
      });
    fields = new Map();
  };
  for (const line of start < 0 ? [] : lines.slice(start + 1)) {
    const parts = /^([A-Z][\w ]*) = (.*)$/.exec(line);
    if (parts?.[1] === 'Path') finish();
    if (parts?.[1] !== undefined) fields.set(parts[1], parts[2] ?? '');
  }
  finish();
  return files;
}

/** The largest dictionary named in the listing: `LZMA2:24`, `LZMA:96m`, `PPMD:o6:mem24`. */
function dictionaryBits(listing: string): number {
  let bits = 0;
  for (const [, digits = '0', unit] of listing.matchAll(/(?:LZMA2?|PPMD:o\d+:mem):?(\d+)([kmg])?/gi)) {
    const scale = unit === undefined ? 0 : { k: 10, m: 20, g: 30 }[unit.toLowerCase() as 'k' | 'm' | 'g'];
    bits = Math.max(bits, scale === 0 ? Number(digits) : Math.ceil(Math.log2(Number(digits))) + scale);
  }
  return bits;
}

function collect(module: SevenZipModule, folder: string, label: string, entries: Entry[], depth: number): void {
  if (depth > 64) return;
  for (const name of module.FS.readdir(folder)) {
    if (name === '.' || name === '..') continue;
    const path = `${folder}/${name}`;
    const { mode } = module.FS.lstat(path);
    if (module.FS.isDir(mode)) collect(module, path, `${label}${name}/`, entries, depth + 1);
    else if (module.FS.isFile(mode)) entries.push({ name: label + name, bytes: module.FS.readFile(path) });
  }
}
