import { describe, expect, it } from 'vitest';
import { unxz } from '../../../../src/mail/unpack/coders/unxz.ts';
import { needProgram } from '../../../support/need-program.ts';
import { LIMIT, pack, ROWS } from './pack.ts';

describe.skipIf(!needProgram('xz'))('xz', () => {
  it('of one stream, of two, of several blocks, with padding', async () => {
    const [one, blocks] = [pack('xz', ROWS), pack('xz', ROWS, '--block-size=100000', '-C', 'crc32')];

    expect(Buffer.compare((await unxz(one, LIMIT)).bytes, ROWS)).toBe(0);
    expect(Buffer.compare((await unxz(blocks, LIMIT)).bytes, ROWS)).toBe(0);
    const both = Buffer.concat([one, Buffer.alloc(4), blocks]);
    expect(Buffer.compare((await unxz(both, LIMIT)).bytes, Buffer.concat([ROWS, ROWS]))).toBe(0);
    expect((await unxz(pack('xz', Buffer.alloc(0)), LIMIT)).bytes).toHaveLength(0);
  });

  it('tells what it cannot read from what is damaged', async () => {
    const good = pack('xz', ROWS);
    const middle = good.length >> 1;
    const spoiled = Buffer.from(good).fill(0xaa, middle, middle + 8);
    const codes = await Promise.all(
      [
        pack('xz', ROWS, '-C', 'sha256'),
        pack('xz', ROWS, '--x86', '--lzma2'),
        pack('xz', ROWS, '--delta', '--lzma2'),
        pack('xz', ROWS, '--lzma2=dict=128MiB'),
        spoiled,
        good.subarray(0, -1),
        good.subarray(0, 6),
        Buffer.alloc(0),
        Buffer.concat([good, Buffer.from('more')]),
      ].map(async (packed) => (await unxz(packed, LIMIT)).fault),
    );

    expect(codes).toEqual([
      ...Array.from({ length: 3 }, () => 'file/archive-unknown'),
      'file/archive-too-large',
      ...Array.from({ length: 5 }, () => 'file/damaged-archive'),
    ]);
  });

  it('stops at its bound, and the next one is not kept waiting', async () => {
    const zeros = pack('xz', Buffer.alloc(20_000_000));

    expect(await unxz(zeros, 19_999_999)).toEqual({ bytes: new Uint8Array(0), fault: 'file/archive-too-large' });
    const results = await Promise.all([unxz(zeros, 5), unxz(zeros.subarray(0, 500), LIMIT), unxz(zeros, LIMIT)]);
    expect(results.map(({ fault }) => fault)).toEqual(['file/archive-too-large', 'file/damaged-archive', undefined]);
    expect(results[2]?.bytes).toHaveLength(20_000_000);
  });
});
