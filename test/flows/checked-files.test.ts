import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkFiles, type FileToCheck } from '../../src/flows/check-files.ts';
import { type CheckedFiles, checkedFiles } from '../../src/flows/checked-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingce-checked-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A file that now holds one thing and was written with another. */
function file(name: string, now: string | undefined, written: string, bytesWanted = false): FileToCheck {
  const path = join(folder, name);
  if (now !== undefined) writeFileSync(path, now);
  return { path, sha256: hashOf(written), bytesWanted };
}

function check(...files: readonly FileToCheck[]): CheckedFiles {
  return checkedFiles(files, checkFiles(files));
}

describe('files of a version that is to be followed', () => {
  it('are found when they are, byte for byte, what was written', () => {
    const [same, changed, gone] = [file('a', '成都', '成都'), file('b', '成都', '德阳'), file('c', undefined, '成都')];

    expect(checkFiles([same, changed, gone]).map(({ path }) => path)).toEqual([same.path]);
    const checked = check(same, changed, gone);
    expect([same, changed, gone].map(({ path, sha256 }) => checked.isIntact(path, sha256))).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('are found however long they are', () => {
    const [long, longer] = ['成都'.repeat(100_000), '成都'.repeat(100_001)];
    const files = [file('a', long, long), file('b', longer, long), file('c', '', ''), file('d', longer, longer)];

    expect(checkFiles(files).map(({ path }) => path)).toEqual([files[0]?.path, files[2]?.path, files[3]?.path]);
  });

  it('come with their bytes where these are wanted', () => {
    const [wanted, other] = [file('a', '成都', '成都', true), file('b', '德阳', '德阳')];

    expect(checkFiles([wanted, other]).map(({ bytes }) => bytes && Buffer.from(bytes).toString())).toEqual([
      '成都',
      undefined,
    ]);
    const checked = check(wanted, other);
    for (const [{ path, sha256 }, text] of [
      [wanted, '成都'],
      [wanted, '成都'],
      [other, '德阳'],
    ] as const)
      expect(Buffer.from(checked.read(path, sha256) ?? '').toString()).toBe(text);
  });

  it('are looked at again when they were touched since, be it with as many bytes', async () => {
    const [a, b, c] = [file('a', '成都', '成都', true), file('b', '成都', '成都'), file('c', '德阳', '成都')];
    const checked = check(a, b, c);
    // The clock of a disk is a coarse one.
    await wait(20);
    writeFileSync(a.path, '德阳');
    writeFileSync(b.path, '德阳');
    writeFileSync(c.path, '成都');

    expect(checked.read(a.path, a.sha256)).toBeUndefined();
    expect(checked.isIntact(b.path, b.sha256)).toBe(false);
    expect(checked.isIntact(c.path, c.sha256)).toBe(true);
  });

  it('are not taken for what another version wrote', () => {
    const a = file('a', '成都', '成都', true);
    const checked = check(a);

    expect(checked.isIntact(a.path, hashOf('德阳'))).toBe(false);
    expect(checked.read(a.path, hashOf('德阳'))).toBeUndefined();
  });
});
