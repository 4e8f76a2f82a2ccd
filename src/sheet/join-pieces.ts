import type { KeptPieces, PiecedFile, PlacedPiece } from './piece.ts';

/** A stretch of a text file. */
export interface TextSection {
  /** Hash over everything the text shows. */
  readonly key: string;
  readonly text: () => string;
}

/** A text file (UTF-8) out of its sections; those that were kept are taken over, neither written nor copied again. */
export function joinPieces(head: string, sections: readonly TextSection[], kept: KeptPieces): PiecedFile {
  const chunks = head === '' ? [] : [Buffer.from(head)];
  let offset = chunks[0]?.length ?? 0;
  const pieces = sections.map(({ key, text }): PlacedPiece => {
    const bytes = kept(key)?.bytes ?? Buffer.from(text());
    const piece = { key, bytes, offset, size: bytes.length, crc: 0, rows: 0, notes: [] };
    addChunk(chunks, bytes);
    offset += bytes.length;
    return piece;
  });
  return { chunks, pieces };
}

/** Bytes that follow the last ones in memory too are one chunk with them. */
function addChunk(chunks: Uint8Array[], bytes: Uint8Array): void {
  const last = chunks.at(-1);
  const follows = last?.buffer === bytes.buffer && last.byteOffset + last.length === bytes.byteOffset;
  if (last && follows) chunks.splice(-1, 1, Buffer.from(last.buffer, last.byteOffset, last.length + bytes.length));
  else chunks.push(bytes);
}
