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

  it('says where each section stands, as a piece without rows and notes of a sheet', () => {
    const { pieces: placed } = joinPieces('头\n', sections([1, 2]), NOTHING_KEPT);

    expect(placed.map(({ bytes, ...rest }) => ({ ...rest, text: Buffer.from(bytes).toString() }))).toEqual([
      { key: '1', text: '第1行\n', offset: 4, size: 8, crc: 0, rows: 0, notes: [] },
      { key: '2', text: '第2行\n', offset: 12, size: 8, crc: 0, rows: 0, notes: [] },
    ]);
  });

  it('of one chunk is that chunk, not a copy', () => {
    const file = joinPieces('头\n', [], NOTHING_KEPT);
    expect(wholeBytes(file)).toBe(file.chunks[0]);
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

  it('is all of it where the same was drawn again', () => {
    const [previous, drawn] = ['一二三', '一二三'].map((text) => Uint8Array.from(Buffer.from(text)));
    expect(previous && drawn && changedStretches(previous, [drawn])).toEqual({
      before: Buffer.from('一二三'),
      now: Buffer.from('一二三'),
    });
  });

  it.each<[string, readonly (readonly [from: number, to: number])[], string, string]>([
    ['nothing taken', [], '二三四五', ''],
    ['a stretch in the middle', [[3, 4]], '二四五', ''],
    [
      'two stretches in another order',
      [
        [4, 5],
        [2, 3],
      ],
      '三五',
      '',
    ],
    [
      'one stretch twice',
      [
        [3, 4],
        [3, 4],
      ],
      '二四五',
      '',
    ],
    ['the whole', [[2, 6]], '', ''],
    [
      'what lies before it in memory',
      [
        [0, 2],
        [2, 3],
      ],
      '三四五',
      '〇一',
    ],
    [
      'what lies behind it in memory',
      [
        [6, 7],
        [5, 6],
      ],
      '二三四',
      '六',
    ],
    [
      'what lies partly behind it',
      [
        [5, 7],
        [2, 3],
      ],
      '三四五',
      '五六',
    ],
  ])('%s, when the version before is part of a longer piece of memory', (_, taken, gone, come) => {
    const memory = Buffer.from('〇一二三四五六');
    const part = ([from, to]: readonly [number, number]): Uint8Array => memory.subarray(from * 3, to * 3);
    const { before, now } = changedStretches(part([2, 6]), taken.map(part));

    expect([Buffer.from(before).toString(), Buffer.from(now).toString()]).toEqual([gone, come]);
  });
});
