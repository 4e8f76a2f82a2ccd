import type { KeptPieces, Piece, PiecedFile } from './piece.ts';

/** A stretch of a text file. */
export interface TextSection {
  /** Hash over everything the text shows. */
  readonly key: string;
  readonly text: () => string;
}

/** A text file (UTF-8) out of its sections; those that were kept are taken over and not written again. */
export function joinPieces(head: string, sections: readonly TextSection[], kept: KeptPieces): PiecedFile {
  const start = Buffer.from(head, 'utf8');
  const stretches = sections.map(({ key, text }) => ({ key, bytes: kept(key)?.bytes ?? Buffer.from(text(), 'utf8') }));
  const bytes = Buffer.concat([start, ...stretches.map((one) => one.bytes)]);
  let at = start.length;
  const pieces = stretches.map((one): Piece => {
    const end = at + one.bytes.length;
    const piece = { key: one.key, bytes: bytes.subarray(at, end), size: one.bytes.length, crc: 0, rows: 0, notes: [] };
    at = end;
    return piece;
  });
  return { bytes, pieces };
}
