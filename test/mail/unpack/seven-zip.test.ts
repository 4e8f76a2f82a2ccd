import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MailFile } from '../../../src/mail/message.ts';
import { unpackFile } from '../../../src/mail/unpack/unpack-file.ts';
import { needProgram } from '../../support/need-program.ts';
import { CONTENT } from '../repair/mime-cases.ts';

const MANY = Array.from({ length: 300 }, (_, index) => `m/${index}.csv`);
/** Machine code, with calls for the filter BCJ to work on. */
const CODE = readFileSync(process.execPath).subarray(16_000_000, 16_400_000);
const FILES: Readonly<Record<string, string | Buffer>> = {
  '附件2.xls': CONTENT,
  '附件3.xls': CONTENT,
  '零.txt': Buffer.alloc(30_000_000),
  'code.bin': CODE,
  '空.txt': '',
  'd/各县/表（一）.csv': '序号,姓名\n1,李测试\n',
  'd/💊‎ odd ?*|"<>.csv': 'x',
  ...Object.fromEntries(MANY.map((name) => [name, `${name}\n`.repeat(50)])),
};
const RANDOM = Buffer.from(Array.from({ length: 5000 }, (_, at) => (Math.imul(at + 1, 2654435761) >>> 13) & 0xff));

function fates(files: readonly MailFile[]): string[] {
  return files.map((file) => [file.path, file.role, file.refusal?.code].filter(Boolean).join(' '));
}

describe.skipIf(!needProgram('7z'))('archives of the 7z program', () => {
  let folder = '';
  let made = 0;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'mingce-7z-'));
    for (const inner of ['m', 'd', 'd/各县', 'd/没有文件']) mkdirSync(join(folder, inner));
    for (const [name, content] of Object.entries(FILES)) writeFileSync(join(folder, name), content);
    writeFileSync(join(folder, 'random.bin'), RANDOM);
    symlinkSync('附件2.xls', join(folder, 'link'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function write(type: string, ...options: string[]): Buffer {
    made += 1;
    const name = `archive-${made}.${type}`;
    const result = spawnSync('7z', ['a', '-bd', '-snl', `-t${type}`, name, ...options], {
      cwd: folder,
      encoding: 'utf8',
    });
    if (result.status !== 0) throw new Error(result.stdout + result.stderr);
    return readFileSync(join(folder, name));
  }

  it.each([
    ['7z', ['附件2.xls', '附件3.xls'], ['x container', 'x!附件2.xls leaf', 'x!附件3.xls leaf']],
    ['7z', ['附件2.xls', '附件3.xls', '-psecret'], ['x refused file/password-archive']],
    ['7z', ['附件2.xls', '-psecret', '-mhe=on'], ['x refused file/password-archive']],
    ['7z', ['零.txt'], ['x refused file/archive-too-large']],
    ['7z', ['空.txt'], ['x container', 'x!空.txt leaf']],
    ['7z', ['d/没有文件'], ['x refused file/empty-archive']],
    ['7z', ['link', '附件2.xls'], ['x container', 'x!附件2.xls leaf']],
    ['7z', ['-m0=PPMd', '附件2.xls'], ['x refused file/archive-unknown']],
    ['7z', ['-m0=ARM', '-m1=LZMA2', '附件2.xls'], ['x refused file/archive-unknown']],
    ['7z', ['-m0=BCJ2', '-m1=LZMA', '-m2=LZMA', '-m3=LZMA', 'code.bin'], ['x refused file/archive-unknown']],
    ['zip', ['附件2.xls', '附件3.xls'], ['x container', 'x!附件2.xls leaf', 'x!附件3.xls leaf']],
    ['zip', ['附件2.xls', '-psecret', '-mem=AES256'], ['x refused file/password-archive']],
  ])('%s of %j', async (type, options, expected) => {
    const files = await unpackFile('x', write(type, ...options));
    expect(fates(files)).toEqual(expected);
    for (const file of files.slice(1))
      expect(Buffer.from(file.bytes ?? [])).toEqual(Buffer.from(FILES[file.path.slice(2)] ?? 'none'));
  });

  it.each([
    ['Copy', ['-mx0']],
    ['LZMA2', ['-m0=LZMA2']],
    ['LZMA2, each file for itself', ['-m0=LZMA2', '-ms=off']],
    ['LZMA2 with a plain header', ['-m0=LZMA2', '-mhc=off']],
    ['LZMA2 with a small dictionary', ['-m0=LZMA2:d=64k']],
    ['LZMA', ['-m0=LZMA']],
    ['LZMA, each file for itself', ['-m0=LZMA', '-ms=off']],
    ['LZMA with other settings', ['-m0=LZMA:lc=8:lp=2:pb=4']],
    ['LZMA with an end marker', ['-m0=LZMA:eos=on']],
    ['Deflate', ['-m0=Deflate']],
    ['BZip2', ['-m0=BZip2']],
    ['BCJ and LZMA2', ['-m0=BCJ', '-m1=LZMA2']],
    ['BCJ and LZMA', ['-m0=BCJ', '-m1=LZMA']],
    ['Delta and LZMA2', ['-m0=Delta:4', '-m1=LZMA2']],
    ['Delta and BZip2', ['-m0=Delta:1', '-m1=BZip2']],
    ['BCJ alone', ['-m0=BCJ']],
  ])('every byte of many files with %s', async (_, options) => {
    const names = ['附件2.xls', '空.txt', 'code.bin', 'random.bin', 'd', 'm'];
    const files = await unpackFile('x', write('7z', ...options, ...names));

    expect(files.map((file) => file.role)).toEqual(['container', ...files.slice(1).map(() => 'leaf')]);
    const expected: Record<string, string | Buffer> = { ...FILES, 'random.bin': RANDOM };
    delete expected['零.txt'];
    delete expected['附件3.xls'];
    const seen = new Map(files.slice(1).map((file) => [file.path.slice(2), file.bytes ?? Buffer.from('none')]));
    expect([...seen.keys()].sort()).toEqual(Object.keys(expected).sort());
    for (const [name, content] of Object.entries(expected))
      expect([name, Buffer.compare(seen.get(name) ?? Buffer.from('none'), Buffer.from(content))]).toEqual([name, 0]);
  });

  it('cut short anywhere are refused', async () => {
    for (const archive of [
      write('7z', '附件2.xls', '空.txt', 'd'),
      write('7z', '-mhc=off', '-m0=LZMA', 'd', 'random.bin'),
      write('xz', 'random.bin'),
    ])
      for (let length = archive.length - 1; length > 8; length -= 7) {
        const files = await unpackFile('x', archive.subarray(0, length));
        expect(fates(files)).toEqual(['x refused file/damaged-archive']);
      }
  });

  it('with damaged bytes give the files that are whole', async () => {
    const archive = write('7z', '-m0=LZMA2', '-ms=off', ...MANY.slice(0, 20));
    for (let at = 32; at < 400; at += 30) archive[at] = (archive[at] ?? 0) ^ 0x55;
    const files = await unpackFile('x', archive);
    const whole = files.filter((file) => file.role === 'leaf');

    expect(files).toHaveLength(21);
    expect(whole.length).toBeGreaterThan(0);
    expect(whole.length).toBeLessThan(20);
    for (const file of whole) expect(Buffer.from(file.bytes ?? []).toString()).toBe(FILES[file.path.slice(2)]);
  });

  it.each([
    ['附件2.xls.xz', 'xz', '附件2.xls'],
    ['附件2.xls.bz2', 'bzip2', '附件2.xls'],
    ['表.tbz2', 'bzip2', '表.tar'],
    ['表.TXZ', 'xz', '表.tar'],
    ['a', 'xz', 'a'],
  ])('%s of one file', async (name, type, inner) => {
    const files = await unpackFile(name, write(type, '附件2.xls'));
    expect(fates(files)).toEqual([`${name} container`, `${name}!${inner} leaf`]);
    expect(Buffer.from(files[1]?.bytes ?? []).equals(CONTENT)).toBe(true);
  });

  it.each(['xz', 'bzip2'])('%s that grows beyond measure is too large', async (type) => {
    expect(fates(await unpackFile('x', write(type, '零.txt')))).toEqual(['x refused file/archive-too-large']);
  });
});
