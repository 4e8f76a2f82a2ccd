import { hash } from 'node:crypto';
import { constants, crc32, deflateRawSync } from 'node:zlib';
import type { RowPlan, SheetPlan } from '../book-plan.ts';
import type { KeptPieces, Piece, PieceNote } from '../piece.ts';
import { collectBytes } from './byte-chunks.ts';
import { type StyleIndex, textInPlace, writeRows } from './write-rows.ts';

/**
 * The sections of a sheet as packed pieces, from the row below `rows` on. A piece that was kept under the same key, row
 * and styles is taken as it is. `styles` stands for all that `styleIndex` tells.
 */
export function writeSections(sheet: SheetPlan, styles: string, styleIndex: StyleIndex, kept: KeptPieces): Piece[] {
  const pieces: Piece[] = [];
  const look = hash('sha256', styles);
  let row = sheet.rows.length + 1;
  for (const section of sheet.sections ?? []) {
    const key = hash('sha256', `${section.key} ${row} ${look}`).slice(0, 32);
    const piece = kept(key) ?? drawPiece(key, section.rows(), row, styleIndex);
    pieces.push(piece);
    row += piece.rows;
  }
  return pieces;
}

function drawPiece(key: string, rows: readonly RowPlan[], first: number, styleIndex: StyleIndex): Piece {
  const bytes = collectBytes();
  writeRows(rows, first, styleIndex, textInPlace, bytes);
  return { key, rows: rows.length, notes: notesOf(rows), ...packSegment(bytes.bytes('', '')) };
}

/** Deflated bytes that end at a full stop of the packer: others may stand before and behind them (RFC 1951; zlib, Z_FULL_FLUSH). */
export function packSegment(raw: Uint8Array): Pick<Piece, 'bytes' | 'size' | 'crc'> {
  const bytes = deflateRawSync(raw, { level: 6, finishFlush: constants.Z_FULL_FLUSH });
  return { bytes, size: raw.length, crc: crc32(raw) };
}

/** The last of several segments. */
export function packLastSegment(raw: Uint8Array): Pick<Piece, 'bytes' | 'size' | 'crc'> {
  return { bytes: deflateRawSync(raw, { level: 6 }), size: raw.length, crc: crc32(raw) };
}

function notesOf(rows: readonly RowPlan[]): PieceNote[] {
  return rows.flatMap(({ cells }, row) =>
    cells.flatMap((cell, column): PieceNote[] => (cell?.note === undefined ? [] : [[row, column, cell.note]])),
  );
}
