import { crc32 } from 'node:zlib';
import { lzma2Dictionary } from './lzma2-dictionary.ts';
import { unxz } from './unxz.ts';

const MAGIC = Buffer.from('fd377a585a00', 'hex');
/** Stream Flags (2.1.1.2): no checksum; the 7z that the data comes from has its own. */
const FLAGS = Buffer.from([0, 0]);

/**
 * Decodes raw LZMA2 of a 7z by giving it the form of an .xz of one stream and one block (xz file format 1.2.1). The
 * index at its end repeats both sizes, so that a stream of another length is damage. Of a damaged stream the bytes
 * before the damage.
 */
export async function decodeLzma2(packed: Uint8Array, properties: Uint8Array, size: number): Promise<Uint8Array> {
  const head = withCrc(Buffer.from([2, 0, 0x21, 1, dictionaryFor(properties[0] ?? 0, size), 0, 0, 0]));
  const sizes = [...number(head.length + packed.length), ...number(size)];
  const index = withCrc(padded(Buffer.from([0, 1, ...sizes])));
  const foot = Buffer.concat([uint32(index.length / 4 - 1), FLAGS]);
  const { bytes } = await unxz(
    Buffer.concat([
      MAGIC,
      withCrc(FLAGS),
      head,
      padded(Buffer.from(packed.buffer, packed.byteOffset, packed.length)),
      index,
      uint32(crc32(foot)),
      foot,
      Buffer.from('YZ'),
    ]),
    size,
  );
  return bytes;
}

/** Never more memory than what comes out: the stated dictionary, or the least one that holds it all. */
function dictionaryFor(stated: number, size: number): number {
  let property = 0;
  while (property < Math.min(stated, 40) && lzma2Dictionary(property) < size) property += 1;
  return property;
}

/** Multibyte integer (1.2): seven bits a byte, the lowest first. */
function number(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) | 0x80);
  return [...bytes, rest];
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
}

function withCrc(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, uint32(crc32(bytes))]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
