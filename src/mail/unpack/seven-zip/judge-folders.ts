import { UNPACK_BOUNDS } from '../bounds.ts';
import { lzma2Dictionary } from '../coders/lzma2-dictionary.ts';
import type { FileRefusalCode } from '../refusals.ts';
import type { Coder, Folder } from './folder.ts';

const LZMA = '030101';
const LZMA2 = '21';
const PPMD = '030401';

/** Why folders are not even begun: a dictionary beyond the bounds. */
export function judgeFolders(folders: readonly Folder[]): FileRefusalCode | undefined {
  const largest = 2 ** UNPACK_BOUNDS.dictionaryBits;
  const all = folders.flatMap((folder) => folder.coders ?? []);
  return all.some((coder) => dictionaryOf(coder) > largest) ? 'file/archive-too-large' : undefined;
}

/** Bytes of memory that a coder asks for in its properties. */
function dictionaryOf({ id, properties }: Coder): number {
  if (id === LZMA2) return lzma2Dictionary(properties[0] ?? 0);
  return (id === LZMA || id === PPMD) && properties.length >= 5 ? properties.readUInt32LE(1) : 0;
}
