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

/** A file with the pieces it is made of, whose bytes are views of the file's. */
export interface PiecedFile {
  readonly bytes: Uint8Array;
  readonly pieces: readonly Piece[];
}
