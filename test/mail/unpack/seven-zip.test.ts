import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unpackFile } from '../../../src/mail/unpack/unpack-file.ts';
import { needProgram } from '../../support/need-program.ts';
import { CONTENT } from '../repair/mime-cases.ts';

describe.skipIf(!needProgram('7z'))('archives of the 7z program', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'mingce-7z-'));
    writeFileSync(join(folder, '附件2.xls'), CONTENT);
    writeFileSync(join(folder, '附件3.xls'), CONTENT);
    writeFileSync(join(folder, '零.txt'), Buffer.alloc(30_000_000));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function write(name: string, ...options: string[]): Buffer {
    const result = spawnSync('7z', ['a', '-bd', name, ...options], { cwd: folder, encoding: 'utf8' });
    if (result.status !== 0) throw new Error(result.stdout + result.stderr);
    return readFileSync(join(folder, name));
  }

  it.each([
    ['7z', ['附件2.xls', '附件3.xls'], ['x container', 'x!附件2.xls leaf', 'x!附件3.xls leaf']],
    ['7z', ['附件2.xls', '附件3.xls', '-psecret'], ['x refused file/password-archive']],
    ['7z', ['附件2.xls', '-psecret', '-mhe=on'], ['x refused file/password-archive']],
    ['7z', ['零.txt'], ['x refused file/archive-too-large']],
    ['zip', ['附件2.xls', '附件3.xls'], ['x container', 'x!附件2.xls leaf', 'x!附件3.xls leaf']],
    ['zip', ['附件2.xls', '-psecret', '-mem=AES256'], ['x refused file/password-archive']],
  ])('%s of %j', async (type, options, fates) => {
    const name = `${options.join('').replace(/\W/g, '')}${options.length}.${type}`;
    const files = await unpackFile('x', write(name, ...options));
    expect(files.map((file) => [file.path, file.role, file.refusal?.code].filter(Boolean).join(' '))).toEqual(fates);
    for (const file of files.slice(1)) expect(Buffer.from(file.bytes ?? []).equals(CONTENT)).toBe(true);
  });

  it('xz and bzip2 of one file', async () => {
    for (const [name, type] of [
      ['a.xz', 'xz'],
      ['a.bz2', 'bzip2'],
    ] as const) {
      const files = await unpackFile(name, write(name, `-t${type}`, '附件2.xls'));
      expect(files.map((file) => file.role)).toEqual(['container', 'leaf']);
      expect(Buffer.from(files[1]?.bytes ?? []).equals(CONTENT)).toBe(true);
    }
  });
});
