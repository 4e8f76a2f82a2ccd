import type { PiecedFile } from './piece.ts';

/** The bytes of a file in one. */
export function wholeBytes({ chunks }: Pick<PiecedFile, 'chunks'>): Uint8Array {
  const [only, ...more] = chunks;
  return only && more.length === 0 ? only : Buffer.concat(chunks);
}
