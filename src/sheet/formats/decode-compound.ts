import type { Decoded } from '../grid.ts';
import { BOUNDS } from './bounds.ts';
import { decodeInChild } from './decode-in-child.ts';
import type { DecodeOptions } from './decode-options.ts';
import { decryptBook } from './decrypt-book.ts';
import { openCompound } from './open-compound.ts';
import { refuse } from './refusals.ts';

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
  if (names.has('workbook') || names.has('book')) {
    const decoded = await decodeInChild({ kind: 'spreadsheet', format: 'xls', bytes });
    return decoded === 'locked' ? decrypt() : decoded;
  }
  if (names.has('worddocument')) {
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
