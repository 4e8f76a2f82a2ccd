/** A note on a cell of a piece: row from 0 within the piece, column from 0. */
export type PieceNote = readonly [row: number, column: number, text: string];

/**
 * A stretch of a file that shows one part of what the file is made of, byte for byte the same wherever its key is the
 * same, so that the next version of the file takes it over instead of drawing it again.
 */
export interface Piece {
  /** Hash over everything the piece shows, its place in the file included. */
  readonly key: string;
  /** As they stand in the file; packed, in a workbook. */
  readonly bytes: Uint8Array;
  /** Length and CRC-32 of the bytes before they were packed. */
  readonly size: number;
  readonly crc: number;
  /** Rows of the sheet, or lines of the text. */
  readonly rows: number;
  readonly notes: readonly PieceNote[];
}

/** Pieces of the version before, by key; undefined when there is none. */
export type KeptPieces = (key: string) => Piece | undefined;

/** A piece and where in its file it begins. */
export interface PlacedPiece extends Piece {
  readonly offset: number;
}

/** A file, chunk after chunk, with the pieces it is made of; what was taken over may still be a view of the file before. */
export interface PiecedFile {
  readonly chunks: readonly Uint8Array[];
  readonly pieces: readonly PlacedPiece[];
}
