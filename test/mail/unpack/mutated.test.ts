import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unpackFile } from '../../../src/mail/unpack/unpack-file.ts';
import { PACKED_SEEDS } from '../../fuzz/packed-seeds.ts';
import { CONTENT, gbk, mail, NAME } from '../repair/mime-cases.ts';
import { writeMsg } from './write-msg.ts';
import { writeRar4, writeRar5 } from './write-rar.ts';
import { sealSevenZip } from './write-seven-zip.ts';
import { writeTnef } from './write-tnef.ts';
import { writeZip } from './write-zip.ts';

const SEEDS: readonly Buffer[] = [
  writeZip([
    { name: gbk(NAME), data: CONTENT },
    { name: 'b.eml', data: mail({}) },
  ]),
  writeRar4([{ name: gbk(NAME), data: CONTENT }]),
  writeRar5([{ name: Buffer.from(NAME), data: CONTENT }]),
  writeTnef([{ title: gbk(NAME), longName: NAME, data: CONTENT }]),
  writeMsg(NAME, CONTENT),
  gzipSync(CONTENT),
  ...Object.values(PACKED_SEEDS),
  mail({}),
];

const damage = fc.record({
  seed: fc.constantFrom(...SEEDS),
  changes: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 12 }),
  keep: fc.double({ min: 0.2, max: 1, noNaN: true }),
  sealed: fc.boolean(),
});

describe('damaged containers', () => {
  it('never throw, and every file that comes out is either whole or refused', async () => {
    await fc.assert(
      fc.asyncProperty(damage, async ({ seed, changes, keep, sealed }) => {
        const bytes = Buffer.from(seed.subarray(0, Math.max(8, Math.floor(seed.length * keep))));
        for (const [at, value] of changes) bytes[8 + (at % Math.max(1, bytes.length - 8))] = value;
        const files = await unpackFile('x', sealed ? sealSevenZip(bytes) : bytes);
        expect(files.length).toBeGreaterThan(0);
        for (const file of files) {
          expect(file.role === 'leaf' ? file.bytes?.length : file.size).toBe(file.size);
          expect(file.refusal !== undefined).toBe(file.role === 'refused');
        }
      }),
      { numRuns: 600, seed: 20_250_121 },
    );
  });
});
