import type { Piece, PiecedFile, PlacedPiece } from '../piece.ts';
import { combineCrc } from './zip/combine-crc.ts';
import { type DeflatedPart, layZip, type ZipPart } from './zip/write-zip.ts';

/** Packed bytes that others can follow, with what they were before. */
export type Segment = Pick<Piece, 'bytes' | 'size' | 'crc'>;

/** A part of a package that is packed already, segment after segment; some of these are pieces. */
export interface SegmentedPart {
  readonly name: string;
  readonly segments: readonly (Segment | Piece)[];
}

/** Writes the package and tells where its pieces stand. */
export function layBook(parts: readonly (ZipPart | SegmentedPart)[]): PiecedFile {
  const { chunks, starts } = layZip(parts.map((part) => ('segments' in part ? joinSegments(part) : part)));
  const pieces: PlacedPiece[] = [];
  for (const part of parts) {
    if (!('segments' in part)) continue;
    let at = starts.get(part.name) ?? 0;
    for (const segment of part.segments) {
      if ('key' in segment) pieces.push({ ...segment, offset: at });
      at += segment.bytes.length;
    }
  }
  return { chunks, pieces };
}

function joinSegments({ name, segments }: SegmentedPart): DeflatedPart {
  let [size, crc] = [0, 0];
  for (const segment of segments) {
    crc = combineCrc(crc, segment.crc, segment.size);
    size += segment.size;
  }
  return { name, chunks: segments.map((segment) => segment.bytes), size, crc };
}
