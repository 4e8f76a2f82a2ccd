import { decodeText } from '../repair/decode-text.ts';

/** What an attachment says about itself in its MAPI properties. */
export interface TnefProperties {
  readonly longName: string;
  readonly data: Uint8Array | undefined;
}

// [MS-OXCDATA] 2.11.1 (types) and [MS-OXPROPS] (ids).
const FIXED_SIZES = new Map([
  [0x0002, 4],
  [0x0003, 4],
  [0x0004, 4],
  [0x0005, 8],
  [0x0006, 8],
  [0x0007, 8],
  [0x000a, 4],
  [0x000b, 4],
  [0x0014, 8],
  [0x0040, 8],
  [0x0048, 16],
]);
const OBJECT = 0x000d;
const STRING8 = 0x001e;
const UNICODE = 0x001f;
const BINARY = 0x0102;
const MULTIPLE = 0x1000;
const ATTACH_DATA = 0x3701;
const SHORT_NAME = 0x3704;
const LONG_NAME = 0x3707;
const MAX_PROPERTIES = 5_000;

/** Reads the long name and the data from encoded MAPI properties ([MS-OXTNEF] 2.1.3.4); stops quietly where they are damaged. */
export function readTnefProperties(buffer: Buffer): TnefProperties {
  const found = { longName: '', shortName: '', data: undefined as Uint8Array | undefined };
  try {
    walk(buffer, (id, type, value) => {
      if (id === LONG_NAME) found.longName = readString(type, value);
      if (id === SHORT_NAME) found.shortName = readString(type, value);
      if (id === ATTACH_DATA) found.data = type === OBJECT ? value.subarray(16) : value;
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return { longName: found.longName || found.shortName, data: found.data };
}

function walk(buffer: Buffer, visit: (id: number, type: number, value: Buffer) => void): void {
  const count = Math.min(buffer.readUInt32LE(0), MAX_PROPERTIES);
  let at = 4;
  for (let property = 0; property < count; property += 1) {
    const tag = buffer.readUInt16LE(at);
    const id = buffer.readUInt16LE(at + 2);
    at += 4;
    if (id >= 0x8000) at = skipName(buffer, at);
    const type = tag & ~MULTIPLE;
    const fixed = FIXED_SIZES.get(type);
    const many = (tag & MULTIPLE) !== 0 || fixed === undefined;
    const values = many ? Math.min(buffer.readUInt32LE(at), MAX_PROPERTIES) : 1;
    if (many) at += 4;
    for (let index = 0; index < values; index += 1) {
      const size = fixed ?? buffer.readUInt32LE(at);
      if (fixed === undefined) at += 4;
      visit(id, type, buffer.subarray(at, at + size));
      at += Math.ceil(size / 4) * 4;
    }
  }
}

function skipName(buffer: Buffer, at: number): number {
  const kind = buffer.readUInt32LE(at + 16);
  if (kind === 0) return at + 24;
  return at + 24 + Math.ceil(buffer.readUInt32LE(at + 20) / 4) * 4;
}

function readString(type: number, value: Buffer): string {
  if (type === UNICODE) return value.toString('utf16le').replace(/\0[\s\S]*$/, '');
  return type === STRING8 || type === BINARY ? decodeText(value, 'gbk').replace(/\0[\s\S]*$/, '') : '';
}
