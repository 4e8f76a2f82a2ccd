import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeChunks } from '../../src/store/write-chunks.ts';

/** A disk that takes at most so many bytes of each call, as a full one does. */
function slowDisk(most: number): {
  readonly write: (chunks: readonly Uint8Array[]) => Promise<number>;
  readonly content: () => Buffer;
} {
  const written: Uint8Array[] = [];
  return {
    content: () => Buffer.concat(written),
    write: async (chunks) => {
      expect(chunks.length).toBeLessThanOrEqual(1024);
      const taken = Buffer.concat(chunks).subarray(0, most);
      written.push(taken);
      return taken.length;
    },
  };
}

describe('chunks of a file', () => {
  it('are written whole and in order, however little the disk takes at a time', async () => {
    const chunk = fc.uint8Array({ maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(fc.array(chunk, { maxLength: 30 }), fc.integer({ min: 1, max: 90 }), async (chunks, most) => {
        const { write, content } = slowDisk(most);
        await writeChunks(write, chunks);
        expect(content()).toEqual(Buffer.concat(chunks));
      }),
    );
  });

  it('may be more than go in one call', async () => {
    const chunks = Array.from({ length: 3000 }, (_, index) => Buffer.from(`${index},`));
    const { write, content } = slowDisk(Number.POSITIVE_INFINITY);
    await writeChunks(write, chunks);
    expect(content()).toEqual(Buffer.concat(chunks));
  });
});
