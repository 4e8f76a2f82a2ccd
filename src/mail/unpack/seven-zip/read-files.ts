import { ArchiveFault } from '../archive-fault.ts';
import { UNPACK_BOUNDS } from '../bounds.ts';
import {
  type Cursor,
  readBits,
  readByte,
  readBytes,
  readCount,
  readDefined,
  readNumber,
  readUInt32,
  refuseExternal,
} from './cursor.ts';
import { PROPERTY } from './property.ts';

/** One item of the list of an archive. */
export interface ListedItem {
  readonly name: string;
  /** It has bytes in a folder; without them it is empty or a directory. */
  readonly hasStream: boolean;
  readonly kind: 'file' | 'directory' | 'other';
}

/** Each is read once for all files; a program writes about ten. */
const MAX_PROPERTIES = 64;
const UNIX_EXTENSION = 0x8000;
const UNIX_KIND = 0xf000;
const UNIX_LINK = 0xa000;

/** Reads FilesInfo of 7zFormat.txt. Links and "anti-items" (files to be deleted) are `other`. */
export function readFiles(cursor: Cursor): ListedItem[] {
  const count = readCount(cursor, UNPACK_BOUNDS.entries * 2);
  let names: string[] = [];
  let emptyStream: boolean[] = [];
  let emptyFile: boolean[] = [];
  let anti: boolean[] = [];
  let attributes: number[] = [];
  let empty = 0;
  let properties = 0;
  for (let id = readNumber(cursor); id !== PROPERTY.end; id = readNumber(cursor)) {
    properties += 1;
    if (properties > MAX_PROPERTIES) throw new ArchiveFault();
    const part: Cursor = { bytes: readBytes(cursor, readNumber(cursor)), at: 0 };
    if (id === PROPERTY.names) names = readNames(part, count);
    else if (id === PROPERTY.emptyStream) {
      emptyStream = readBits(part, count);
      empty = emptyStream.filter(Boolean).length;
    } else if (id === PROPERTY.emptyFile) emptyFile = readBits(part, empty);
    else if (id === PROPERTY.anti) anti = readBits(part, empty);
    else if (id === PROPERTY.attributes) attributes = readAttributes(part, count);
  }
  let nextEmpty = 0;
  return Array.from({ length: count }, (_, at): ListedItem => {
    const name = names[at] ?? '';
    if (emptyStream[at] !== true) return { name, hasStream: true, kind: isLink(attributes[at]) ? 'other' : 'file' };
    const own = nextEmpty++;
    if (anti[own] === true) return { name, hasStream: false, kind: 'other' };
    return { name, hasStream: false, kind: emptyFile[own] === true ? 'file' : 'directory' };
  });
}

/** Each name in UTF-16, little-endian, ended by a zero. */
function readNames(part: Cursor, count: number): string[] {
  refuseExternal(part);
  const text = new TextDecoder('utf-16le', { ignoreBOM: true }).decode(part.bytes.subarray(part.at));
  const names = text.split('\0', count + 1);
  if (names.length <= count) throw new ArchiveFault();
  return names.slice(0, count);
}

function readAttributes(part: Cursor, count: number): number[] {
  const defined = readDefined(part, count);
  if (readByte(part) !== 0) return [];
  return defined.map((has) => (has ? readUInt32(part) : 0));
}

/** Archives made on Unix carry its mode in the upper half. */
function isLink(attributes = 0): boolean {
  return (attributes & UNIX_EXTENSION) !== 0 && ((attributes >>> 16) & UNIX_KIND) === UNIX_LINK;
}
