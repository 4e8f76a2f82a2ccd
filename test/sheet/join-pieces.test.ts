import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedStretches } from '../../src/sheet/changed-stretches.ts';
import { joinPieces, type TextSection } from '../../src/sheet/join-pieces.ts';
import type { KeptPieces, PiecedFile } from '../../src/sheet/piece.ts';
import { wholeBytes } from '../../src/sheet/whole-bytes.ts';

const NOTHING_KEPT: KeptPieces = () => undefined;
const lines = fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 12 });

/** One section a line; no two lines of a file are the same. */
function sections(numbers: readonly number[]): TextSection[] {
  return numbers.map((number) => ({ key: String(number), text: () => `第${number}行\n` }));
}

/** The pieces of a file that was written and read again. */
function pieces({ pieces: placed }: PiecedFile, bytes: Uint8Array): KeptPieces {
  const byKey = new Map(placed.map((piece) => [piece.key, piece]));
  return (key) => {
    const piece = byKey.get(key);
    return piece && { ...piece, bytes: bytes.subarray(piece.offset, piece.offset + piece.size) };
  };
}

function linesOf(bytes: Uint8Array): string[] {
  return Buffer.from(bytes).toString('utf8').split('\n').slice(0, -1);
}

describe('a text file out of pieces', () => {
  it('is the head and all sections, whatever was taken over', () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const first = joinPieces('头\n', sections(before), NOTHING_KEPT);
        const second = joinPieces('头\n', sections(after), pieces(first, wholeBytes(first)));

        expect(linesOf(wholeBytes(second))).toEqual(['头', ...after.map((number) => `第${number}行`)]);
        for (const { bytes, offset } of second.pieces)
          expect(
            Buffer.from(wholeBytes(second))
              .subarray(offset, offset + bytes.length)
              .equals(bytes),
          ).toBe(true);
      }),
    );
  });

  it('takes neighbours over in one', () => {
    const first = joinPieces('', sections([1, 2, 3, 4]), NOTHING_KEPT);
    const kept = pieces(first, Buffer.from(wholeBytes(first)));

    expect(joinPieces('', sections([1, 2, 3, 4]), kept).chunks).toHaveLength(1);
    expect(joinPieces('', sections([1, 2, 9, 3, 4]), kept).chunks).toHaveLength(3);
    expect(joinPieces('', [], kept)).toEqual({ chunks: [], pieces: [] });
  });
});

describe('what changed in a file', () => {
  it('is every line that stands in one version only, and hardly any other', () => {
    fc.assert(
      fc.property(lines, lines, (old, fresh) => {
        const first = joinPieces('', sections(old), NOTHING_KEPT);
        const previous = Uint8Array.from(wholeBytes(first));
        const second = joinPieces('', sections(fresh), pieces(first, previous));
        const { before, now } = changedStretches(previous, second.chunks);

        const [gone, come] = [linesOf(before), linesOf(now)];
        expect(gone.filter((line) => !come.includes(line))).toEqual(
          linesOf(previous).filter((line) => !linesOf(wholeBytes(second)).includes(line)),
        );
        expect(come.filter((line) => !gone.includes(line))).toEqual(
          linesOf(wholeBytes(second)).filter((line) => !linesOf(previous).includes(line)),
        );
        expect(come.filter((line) => gone.includes(line))).toEqual([]);
      }),
    );
  });

  it('is all of it where nothing was taken over', () => {
    const second = joinPieces('', sections([1, 2]), NOTHING_KEPT);
    const { before, now } = changedStretches(Buffer.from('旧\n'), second.chunks);

    expect([linesOf(before), linesOf(now)]).toEqual([['旧'], ['第1行', '第2行']]);
  });
});
