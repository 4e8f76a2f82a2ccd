import type { FileHeader } from 'node-unrar-js';
import { decodeText } from '../repair/decode-text.ts';

const FILE_BLOCK = 0x74;
const HAS_DATA = 0x8000;
const UNICODE_NAME = 0x200;
const LARGE_FILE = 0x100;
const FIXED_HEADER = 32;

/**
 * Names of the files of a RAR, in the order of its list. RAR 4 archives made by old Chinese tools hold GBK
 * names that the library mangles; these are read from the headers themselves.
 */
export function rarNames(bytes: Uint8Array, headers: readonly FileHeader[]): string[] {
  const listed = headers.map((header) => header.name.replaceAll('\\', '/'));
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer[6] !== 0) return listed;
  const raw = rar4Names(buffer);
  if (raw.length !== listed.length) return listed;
  return listed.map((name, position) => raw[position] ?? name);
}

/** Undefined for a name that has a Unicode form, which the library reads right. */
function rar4Names(buffer: Buffer): (string | undefined)[] {
  const names: (string | undefined)[] = [];
  let at = 7;
  while (at + 7 <= buffer.length && names.length < 5_000) {
    const type = buffer[at + 2];
    const flags = buffer.readUInt16LE(at + 3);
    const size = buffer.readUInt16LE(at + 5);
    if (size < 7) break;
    if (type === FILE_BLOCK && at + FIXED_HEADER <= buffer.length) {
      const start = at + FIXED_HEADER + (flags & LARGE_FILE ? 8 : 0);
      const name = buffer.subarray(start, start + buffer.readUInt16LE(at + 26));
      names.push(flags & UNICODE_NAME ? undefined : decodeText(name, 'gbk').replaceAll('\\', '/'));
    }
    const data = flags & HAS_DATA && at + 11 <= buffer.length ? buffer.readUInt32LE(at + 7) : 0;
    at += size + data;
  }
  return names;
}
