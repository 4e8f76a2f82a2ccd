import { crc32 } from 'node:zlib';

/** A folder as it is to be written: coders by id and properties (hexadecimal), packed bytes, what is in it. */
export interface FolderToWrite {
  readonly coders: readonly (readonly [id: string, properties?: string])[];
  readonly packed: Buffer;
  readonly files: readonly Buffer[];
  /** When the header is to tell another size. */
  readonly size?: number;
}

/** UINT64 of 7zFormat.txt in its longest form, which may always be used. */
export function number(value: bigint | number): Buffer {
  const bytes = Buffer.alloc(9, 0xff);
  bytes.writeBigUInt64LE(BigInt(value), 1);
  return bytes;
}

/** A 7z of a header and what lies before it, with right checksums. */
export function sevenZipOf(header: Buffer, packed: Buffer = Buffer.alloc(0)): Buffer {
  const head = Buffer.alloc(32);
  Buffer.from('377abcaf271c0004', 'hex').copy(head);
  head.writeBigUInt64LE(BigInt(packed.length), 12);
  head.writeBigUInt64LE(BigInt(header.length), 20);
  return sealSevenZip(Buffer.concat([head, packed, header]));
}

/** Makes the checksums of a 7z right again; bytes that are none are given back as they are. */
export function sealSevenZip(bytes: Buffer): Buffer {
  if (bytes.length < 32 || bytes.toString('latin1', 0, 2) !== '7z') return bytes;
  const sealed = Buffer.from(bytes);
  const start = 32 + Number(sealed.readBigUInt64LE(12));
  sealed.writeUInt32LE(crc32(sealed.subarray(start, start + Number(sealed.readBigUInt64LE(20)))), 28);
  sealed.writeUInt32LE(crc32(sealed.subarray(12, 32)), 8);
  return sealed;
}

/** StreamsInfo: all folders with sizes and checksums. */
export function streamsInfo(folders: readonly FolderToWrite[], start = 0): Buffer {
  const byte = (...values: number[]): Buffer => Buffer.from(values);
  const coder = ([id, properties]: readonly [string, string?]): Buffer =>
    Buffer.concat([
      byte(id.length / 2 + (properties === undefined ? 0 : 0x20)),
      Buffer.from(id, 'hex'),
      ...(properties === undefined ? [] : [number(properties.length / 2), Buffer.from(properties, 'hex')]),
    ]);
  const bindings = (count: number): Buffer[] =>
    Array.from({ length: count - 1 }, (_, at) => Buffer.concat([number(at + 1), number(at)]));
  const sizeOf = (folder: FolderToWrite): number => folder.size ?? Buffer.concat([...folder.files]).length;
  const crcs = folders.flatMap(({ files }) => files.map((file) => crc32(file)));
  const told = folders.flatMap(({ files }) => files.slice(0, -1));
  return Buffer.concat([
    byte(0x06),
    number(start),
    number(folders.length),
    byte(0x09),
    ...folders.map(({ packed }) => number(packed.length)),
    byte(0x00, 0x07, 0x0b),
    number(folders.length),
    byte(0),
    ...folders.flatMap(({ coders }) => [number(coders.length), ...coders.map(coder), ...bindings(coders.length)]),
    byte(0x0c),
    ...folders.flatMap((folder) => folder.coders.map(() => number(sizeOf(folder)))),
    byte(0x00, 0x08, 0x0d),
    ...folders.map(({ files }) => number(files.length)),
    ...(told.length > 0 ? [byte(0x09), ...told.map((file) => number(file.length))] : []),
    byte(0x0a, 1),
    ...crcs.map((crc) => {
      const word = Buffer.alloc(4);
      word.writeUInt32LE(crc);
      return word;
    }),
    byte(0x00, 0x00),
  ]);
}

/** FilesInfo: names, which of them (from the end) have no stream and are empty files, and attributes of the first. */
export function filesInfo(names: readonly string[], empty = 0, attributes: readonly number[] = []): Buffer {
  const property = (id: number, body: Buffer): Buffer => Buffer.concat([Buffer.from([id]), number(body.length), body]);
  const bits = (count: number, from: number): Buffer => {
    const bytes = Buffer.alloc(Math.ceil(count / 8));
    for (let at = from; at < count; at += 1) bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (0x80 >> (at & 7));
    return bytes;
  };
  const text = Buffer.concat([Buffer.from([0]), ...names.map((name) => Buffer.from(`${name}\0`, 'utf16le'))]);
  return Buffer.concat([
    number(names.length),
    ...(empty > 0 ? [property(0x0e, bits(names.length, names.length - empty)), property(0x0f, bits(empty, 0))] : []),
    property(0x11, text),
    ...(attributes.length > 0 ? [property(0x15, attributesOf(names.length, attributes))] : []),
    Buffer.from([0]),
  ]);
}

function attributesOf(count: number, values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(2 + count * 4);
  bytes[0] = 1;
  for (const [at, value] of values.entries()) bytes.writeUInt32LE(value, 2 + at * 4);
  return bytes;
}

/** A 7z with a plain header: the files of all folders in order, then empty ones. */
export function writeSevenZip(folders: readonly FolderToWrite[], names: readonly string[]): Buffer {
  const packed = Buffer.concat(folders.map((folder) => folder.packed));
  const files = folders.reduce((sum, folder) => sum + folder.files.length, 0);
  const streams = folders.length > 0 ? [Buffer.from([0x04]), streamsInfo(folders)] : [];
  const list = [Buffer.from([0x05]), filesInfo(names, names.length - files)];
  return sevenZipOf(Buffer.concat([Buffer.from([0x01]), ...streams, ...list, Buffer.from([0])]), packed);
}

/** A folder of one file that is not packed at all. */
export function plain(...files: Buffer[]): FolderToWrite {
  return { coders: [['00']], packed: Buffer.concat(files), files };
}
