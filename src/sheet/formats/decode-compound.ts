import type { Decoded } from '../grid.ts';
import { BOUNDS } from './bounds.ts';
import { decodeInChild } from './decode-in-child.ts';
import type { DecodeOptions } from './decode-options.ts';
import { decryptBook } from './decrypt-book.ts';
import { openCompound } from './open-compound.ts';
import { refuse } from './refusals.ts';

/** Bit fEncrypted in byte 11 of a Word document. Source: [MS-DOC] 2.5.2. */
const FIB_ENCRYPTED = 0x01;

/** Decodes what is inside an encrypted file once it is open. */
export type DecodeInside = (bytes: Uint8Array) => Promise<Decoded>;

/** Decodes an OLE2 compound file by the streams it holds: .xls and .et, .doc and .wps, or an encrypted package. */
export async function decodeCompound(
  bytes: Uint8Array,
  options: DecodeOptions,
  decodeInside: DecodeInside,
): Promise<Decoded> {
  const streams = openCompound(bytes);
  if (!streams) return refuse('file/corrupt');
  const names = new Set(streams.map(({ path }) => path.toLowerCase()));
  const decrypt = (): Promise<Decoded> => decodeDecrypted(bytes, options, decodeInside);
  if (names.has('encryptedpackage') && names.has('encryptioninfo')) return decrypt();
  const book = streams.find(({ path }) => /^(?:work)?book$/i.test(path));
  if (book) {
    // A download that was cut has a whole directory and half a stream: its rows must not pass for all rows.
    if (book.read(book.size).length < book.size) return refuse('file/corrupt');
    const decoded = await decodeInChild({ kind: 'spreadsheet', format: 'xls', bytes });
    return decoded === 'locked' ? decrypt() : decoded;
  }
  const word = streams.find(({ path }) => path === 'WordDocument');
  if (word) {
    if (((word.read(12)[11] ?? 0) & FIB_ENCRYPTED) !== 0) return decrypt();
    const decoded = await decodeInChild({ kind: 'doc', bytes });
    return decoded === 'locked' ? decrypt() : decoded;
  }
  if (names.has('powerpoint document')) return refuse('file/presentation');
  if (streams.length === 0) return refuse('file/corrupt');
  return refuse('file/not-workbook');
}

async function decodeDecrypted(
  bytes: Uint8Array,
  options: DecodeOptions,
  decodeInside: DecodeInside,
): Promise<Decoded> {
  const opened = await decryptBook(bytes, options.passwords ?? []);
  if (!opened.ok) return opened;
  if (opened.bytes.length > BOUNDS.fileBytes) return refuse('file/too-large');
  const decoded = await decodeInside(opened.bytes);
  if (!decoded.ok) return decoded;
  return { ok: true, workbook: { ...decoded.workbook, traits: [...decoded.workbook.traits, 'encrypted'] } };
}
