import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFileJobs } from '../../src/flows/file-thread.ts';
import type { FileToKeep } from '../../src/flows/keep-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingce-files-'));
  mkdirSync(join(folder, '1'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A file that was written as 成都 for version 1; what of it stands there now, and as the latest copy. */
function file(name: string, now: string | undefined, latest: string | undefined): FileToKeep {
  const places = { source: join(folder, '1', name), target: join(folder, '2', name), latest: join(folder, name) };
  if (now !== undefined) writeFileSync(places.source, now);
  if (latest !== undefined) writeFileSync(places.latest, latest);
  return { ...places, sha256: hashOf('成都') };
}

describe('files taken over from the version before', () => {
  it.each([
    ['are links to the same file', '成都', '成都', true],
    ['give their bytes to a latest copy that was touched', '成都', '德阳', true],
    ['give their bytes to a latest copy that is gone', '成都', undefined, true],
    ['are not those that were touched', '德阳', '成都', false],
    ['are not those that are gone', undefined, '成都', false],
  ])('%s', (_about, now, latest, isKept) => {
    const one = file('a.xlsx', now, latest);
    const work = openFileJobs();
    work({
      kind: 'check',
      files: [one.source, one.latest].map((path) => ({ path, sha256: one.sha256, bytesWanted: false })),
    });

    expect(work({ kind: 'keep', files: [one] })).toEqual([isKept]);
    expect(existsSync(one.target)).toBe(isKept);
    if (!isKept) return;
    expect(statSync(one.target).ino).toBe(statSync(one.source).ino);
    expect(statSync(one.latest).ino).not.toBe(statSync(one.source).ino);
    expect(readFileSync(one.latest, 'utf8')).toBe('成都');
  });

  it('are looked at when they are taken over, where nobody has before', () => {
    const [same, touched] = [file('a.xlsx', '成都', undefined), file('b.xlsx', '德阳', undefined)];
    expect(openFileJobs()({ kind: 'keep', files: [same, touched] })).toEqual([true, false]);
  });

  it('can be taken over a second time', () => {
    const one = file('a.xlsx', '成都', '成都');
    const work = openFileJobs();
    expect([work({ kind: 'keep', files: [one] }), work({ kind: 'keep', files: [one] })]).toEqual([[true], [true]]);
  });
});

describe('the hash of a file', () => {
  it('is that of its chunks, whoever has their memory', () => {
    const shared = new Uint8Array(new SharedArrayBuffer(6));
    shared.set(Buffer.from('成都'));
    expect(openFileJobs()({ kind: 'hash', chunks: [shared, Buffer.from('市')] })).toBe(hashOf('成都市'));
  });
});
