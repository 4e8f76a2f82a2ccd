import { crc32 } from 'node:zlib';

/** One file of a hand-made archive; `name` holds the bytes that the archive names it by. */
export interface RarFile {
  readonly name: Buffer;
  readonly data: Buffer;
  /** Declared size, when it is to be a lie. */
  readonly declared?: number;
}

/** A RAR 4 archive whose files are stored, not compressed. No program that writes RAR is free. */
export function writeRar4(files: readonly RarFile[]): Buffer {
  const pieces = [Buffer.from('526172211a0700', 'hex'), block4(0x73, 0, Buffer.alloc(6))];
  for (const file of files) {
    const head = Buffer.alloc(25);
    head.writeUInt32LE(file.data.length, 0);
    head.writeUInt32LE(file.declared ?? file.data.length, 4);
    head.writeUInt8(2, 8);
    head.writeUInt32LE(crc32(file.data), 9);
    head.writeUInt32LE(0x5a21_6000, 13);
    head.writeUInt8(20, 17);
    head.writeUInt8(0x30, 18);
    head.writeUInt16LE(file.name.length, 19);
    head.writeUInt32LE(0x20, 21);
    pieces.push(block4(0x74, 0x8000, Buffer.concat([head, file.name])), file.data);
  }
  return Buffer.concat([...pieces, block4(0x7b, 0x4000, Buffer.alloc(0))]);
}

function block4(type: number, flags: number, rest: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt8(type, 0);
  head.writeUInt16LE(flags, 1);
  head.writeUInt16LE(7 + rest.length, 3);
  const body = Buffer.concat([head, rest]);
  const sum = Buffer.alloc(2);
  sum.writeUInt16LE(crc32(body) & 0xffff);
  return Buffer.concat([sum, body]);
}

/** A RAR 5 archive whose files are stored. */
export function writeRar5(files: readonly RarFile[]): Buffer {
  const pieces = [Buffer.from('526172211a070100', 'hex'), block5(Buffer.from([1, 0, 0]))];
  for (const file of files) {
    const sum = Buffer.alloc(4);
    sum.writeUInt32LE(crc32(file.data));
    const head = [2, 2, file.data.length, 4, file.declared ?? file.data.length, 0x20].map(vint);
    pieces.push(block5(Buffer.concat([...head, sum, vint(0), vint(0), vint(file.name.length), file.name])), file.data);
  }
  return Buffer.concat([...pieces, block5(Buffer.from([5, 0, 0]))]);
}

function block5(fields: Buffer): Buffer {
  const body = Buffer.concat([vint(fields.length), fields]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32LE(crc32(body));
  return Buffer.concat([sum, body]);
}

function vint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  return Buffer.from([...bytes, rest]);
}
