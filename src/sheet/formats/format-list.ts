import type { Decoded } from '../grid.ts';
import { type DecodeInside, decodeCompound } from './decode-compound.ts';
import { decodeInChild } from './decode-in-child.ts';
import type { DecodeOptions } from './decode-options.ts';
import { decodeTextFile } from './decode-text-file.ts';
import { decodeZip } from './decode-zip.ts';
import { refuse } from './refusals.ts';
import type { Sniffed } from './sniff-format.ts';

type Decode = (bytes: Uint8Array, options: DecodeOptions, inside: DecodeInside) => Promise<Decoded> | Decoded;

/** What is done with each family of files; a new format is one line here, and one where its family is told apart. */
export const FORMATS: Readonly<Record<Sniffed, Decode>> = {
  empty: () => refuse('file/empty'),
  zip: decodeZip,
  compound: decodeCompound,
  biff: decodeBiff,
  text: decodeTextFile,
  pdf: () => refuse('file/pdf'),
  picture: () => refuse('file/picture'),
  media: () => refuse('file/media'),
  program: () => refuse('file/program'),
  archive: () => refuse('file/archive'),
  rtf: () => refuse('file/rtf'),
};

/** A bare BIFF stream, as .xls was before Excel 5. */
async function decodeBiff(bytes: Uint8Array): Promise<Decoded> {
  const decoded = await decodeInChild({ kind: 'spreadsheet', format: 'xls', bytes });
  return decoded === 'locked' ? refuse('file/password-needed') : decoded;
}
