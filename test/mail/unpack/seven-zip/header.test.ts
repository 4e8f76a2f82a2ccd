import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { unpackFile } from '../../../../src/mail/unpack/unpack-file.ts';
import { filesInfo, number, plain, sealSevenZip, sevenZipOf, streamsInfo, writeSevenZip } from '../write-seven-zip.ts';

const A = Buffer.from('序号,市（州）\n1,成都市\n');
const B = Buffer.from('second');
const C = Buffer.alloc(100, 'c');

async function fates(bytes: Buffer): Promise<string[]> {
  const files = await unpackFile('x', bytes);
  return files.map((file) => [file.path, file.role, file.refusal?.code].filter(Boolean).join(' '));
}

/** The header of an archive from the numbers and bytes given. */
function headerOf(...parts: readonly (number | Buffer)[]): Buffer {
  return sevenZipOf(Buffer.concat(parts.map((part) => (typeof part === 'number' ? Buffer.from([part]) : part))));
}

describe('the list of a 7z', () => {
  it('names files as a folder tree holds them, folders where they are first named', async () => {
    const names = ['b/二.csv', 'a.csv', 'b/c/三.csv', '空.txt'];

    expect(await fates(writeSevenZip([plain(A, B), plain(C)], names))).toEqual([
      'x container',
      'x!b/二.csv leaf',
      'x!b/c/三.csv leaf',
      'x!a.csv leaf',
      'x!空.txt leaf',
    ]);
  });

  it('counts equal names on, and takes a backslash for a step', async () => {
    const names = ['表.xls', '表.xls', '表.xls', 'd\\无', 'd/无'];

    expect((await fates(writeSevenZip([plain(A, B, C)], names))).slice(1)).toEqual([
      'x!表.xls leaf',
      'x!表_1.xls leaf',
      'x!表_2.xls leaf',
      'x!d/无 leaf',
      'x!d/无_1 leaf',
    ]);
  });

  it.each([
    ['a way out', '../../etc/表.csv', 'x!etc/表.csv leaf'],
    ['a root', '/表.csv', 'x!表.csv leaf'],
    ['half a character', '表\ud800.csv', 'x!表\ufffd.csv leaf'],
    ['a character beyond 16 bits', '𠀀😀.csv', 'x!𠀀😀.csv leaf'],
    ['no name', '', 'x!未命名.csv leaf'],
    ['64 folders', `${'d/'.repeat(64)}a.csv`, `x!${'d/'.repeat(64)}a.csv leaf`],
  ])('takes %s as a label', async (_, name, fate) => {
    const seen = await fates(writeSevenZip([plain(A)], [name]));
    expect(seen[0]).toBe('x container');
    expect(seen[1]?.replace('未命名.txt', '未命名.csv')).toBe(fate);
  });

  it('is refused deeper than 64 folders', async () => {
    expect(await fates(writeSevenZip([plain(A)], [`${'d/'.repeat(65)}a.csv`]))).toEqual([
      'x refused file/damaged-archive',
    ]);
  });

  it('may be empty', async () => {
    expect(await fates(sevenZipOf(Buffer.alloc(0)))).toEqual(['x refused file/empty-archive']);
    expect(await fates(writeSevenZip([], []))).toEqual(['x refused file/empty-archive']);
  });
});

describe('the bytes in a 7z', () => {
  it('are refused file by file when a checksum does not match', async () => {
    const archive = writeSevenZip([plain(A, B), plain(C)], ['a', 'b', 'c']);
    archive[32 + A.length] = 0;

    expect(await fates(archive)).toEqual(['x container', 'x!a leaf', 'x!b refused file/damaged-archive', 'x!c leaf']);
  });

  it('of one unknown coder do not keep the others back', async () => {
    const exe = { coders: [['0a']] as const, packed: B, files: [B] };

    expect(await fates(writeSevenZip([exe, plain(A)], ['a.exe', 'b.csv']))).toEqual([
      'x container',
      'x!a.exe refused file/archive-unknown',
      'x!b.csv leaf',
    ]);
  });

  it.each([
    ['PPMd', [['030401', '0600000001']], 'file/archive-unknown'],
    ['BCJ for ARM', [['03030501']], 'file/archive-unknown'],
    ['Deflate64', [['040109']], 'file/archive-unknown'],
    ['more than four steps', [['21', '18'], ['03'], ['03'], ['03'], ['03']], 'file/archive-unknown'],
    ['two that unpack', [['040108'], ['040108']], 'file/archive-unknown'],
    ['a name of Object', [['636f6e7374727563746f72']], 'file/archive-unknown'],
    [
      'AES',
      [
        ['06f10701', '00'],
        ['21', '10'],
      ],
      'file/password-archive',
    ],
    ['LZMA2 with 1 GiB', [['21', '24']], 'file/archive-too-large'],
    ['LZMA2 with 4 GiB', [['21', 'ff']], 'file/archive-too-large'],
    ['LZMA with 1 GiB', [['030101', '5d00000040']], 'file/archive-too-large'],
    ['LZMA without properties', [['030101']], 'file/damaged-archive'],
    ['LZMA of nothing', [['030101', '5d00001000']], 'file/damaged-archive'],
    ['LZMA with settings that do not exist', [['030101', 'ff00001000']], 'file/damaged-archive'],
    ['Deflate of nothing', [['040108']], 'file/damaged-archive'],
    ['BZip2 of nothing', [['040202']], 'file/damaged-archive'],
  ] as const)('of %s are refused', async (_, coders, code) => {
    expect(await fates(writeSevenZip([{ coders, packed: B, files: [A] }], ['a']))).toEqual([`x refused ${code}`]);
  });

  it('may be deflated and filtered', async () => {
    const delta = Buffer.from(C.map((value, at) => value - (C[at - 2] ?? 0)));
    const coders = [['040108'], ['03', '01'], ['00']] as const;
    const [, leaf] = await unpackFile(
      'x',
      writeSevenZip([{ coders, packed: deflateRawSync(delta), files: [C] }], ['c']),
    );

    expect(Buffer.from(leaf?.bytes ?? [])).toEqual(C);
  });

  it('are not more than the header says', async () => {
    const bomb = { coders: [['040108']] as const, packed: deflateRawSync(Buffer.alloc(300_000_000)), files: [A] };
    expect(await fates(writeSevenZip([bomb], ['a']))).toEqual(['x refused file/damaged-archive']);
    expect(await fates(writeSevenZip([{ ...bomb, size: 300_000_000 }], ['a']))).toEqual([
      'x refused file/archive-too-large',
    ]);
  });

  it('count in full, also those of a link beside a file', async () => {
    const archive = (size: number): Buffer => {
      const files = [Buffer.alloc(size), A];
      const folder = { coders: [['040108']] as const, packed: deflateRawSync(Buffer.concat(files)), files };
      const list = filesInfo(['link', 'a'], 0, [0xa1ff8000]);
      const header = [Buffer.from([1, 4]), streamsInfo([folder]), Buffer.from([5]), list, Buffer.alloc(1)];
      return sevenZipOf(Buffer.concat(header), folder.packed);
    };

    expect(await fates(archive(100))).toEqual(['x container', 'x!a leaf']);
    expect(await fates(archive(300_000_000))).toEqual(['x refused file/archive-too-large']);
  });

  it('are judged before they are unpacked, also when they are many', async () => {
    const many = Array.from({ length: 2001 }, () => Buffer.from('x'));
    const names = many.map((_, index) => `${index}.txt`);

    expect(await fates(writeSevenZip([plain(...many)], names))).toEqual(['x refused file/archive-too-large']);
    expect(await fates(writeSevenZip([plain(...many.slice(1))], names.slice(1)))).toHaveLength(2001);
  });
});

describe('a header that lies', () => {
  const huge = number(2n ** 63n);
  const full = number(2n ** 64n - 1n);
  const large = number(2 ** 40);
  const files = Buffer.from([0x05]);

  it.each<[string, Buffer]>([
    ['of 2^63 files', headerOf(1, 5, huge, 0, 0)],
    ['of 2^64 - 1 files', headerOf(1, 5, full, 0, 0)],
    ['of more files than bytes', headerOf(1, 5, large, 0, 0)],
    ['of a property without an end', headerOf(1, 5, number(1), 0x11, large, 0)],
    ['of a property of 2^63 bytes', headerOf(1, 5, number(1), 0x11, huge, 0)],
    ['of fewer names than files', headerOf(1, 5, number(2), 0x11, number(3), 0, 0x61, 0, 0, 0)],
    ['of packed bytes beyond the file', headerOf(1, 4, 6, large, number(1), 9, number(1), 0, 0, 0)],
    ['of packed bytes at 2^63', headerOf(1, 4, 6, huge, number(1), 9, number(1), 0, 0, 0)],
    ['of 2^40 packed streams', headerOf(1, 4, 6, number(0), large, 9, number(1), 0, 0, 0)],
    ['of 2^40 folders', headerOf(1, 4, 7, 0x0b, large, 0, 0)],
    ['of a folder without coders', headerOf(1, 4, 7, 0x0b, number(1), 0, number(0), 0)],
    ['of a folder with 33 coders', headerOf(1, 4, 7, 0x0b, number(1), 0, number(33), Buffer.alloc(99), 0)],
    ['of coders bound in a ring', headerOf(1, 4, 7, 0x0b, number(1), 0, 3, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0)],
    ['of one coder bound twice', headerOf(1, 4, 7, 0x0b, number(1), 0, 3, 1, 0, 1, 0, 1, 0, 1, 0, 2, 0, 0)],
    ['of parts twice', headerOf(1, 5, number(0), 0, 5, number(0), 0, 0)],
    ['of parts that do not exist', headerOf(1, 9, 0)],
    ['of nothing', headerOf(0)],
    ['that breaks off', headerOf(1)],
    ['that is packed without a folder', headerOf(0x17, 0)],
    [
      'of files in no folder',
      sevenZipOf(Buffer.concat([Buffer.from([1]), files, filesInfo(['a', 'b']), Buffer.alloc(1)])),
    ],
    [
      'of folders without files',
      sevenZipOf(Buffer.concat([Buffer.from([1, 4]), streamsInfo([plain(A)]), Buffer.alloc(1)]), A),
    ],
  ])('%s is damage', async (_, archive) => {
    expect(await fates(archive)).toEqual(['x refused file/damaged-archive']);
  });

  it('of too much to look at is too large', async () => {
    const many = Buffer.alloc(40_000);
    expect(await fates(headerOf(1, 5, number(4001), many))).toEqual(['x refused file/archive-too-large']);
    expect(await fates(headerOf(1, 4, 7, 0x0b, number(4001), many))).toEqual(['x refused file/archive-too-large']);
    const counted = [plain(A)].map((folder) => ({ ...folder, files: [A] }));
    const streams = streamsInfo(counted);
    const at = streams.indexOf(Buffer.concat([Buffer.from([0x0d]), number(1)]));
    number(2 ** 40).copy(streams, at + 1);
    expect(await fates(sevenZipOf(Buffer.concat([Buffer.from([1, 4]), streams]), A))).toEqual([
      'x refused file/archive-too-large',
    ]);
  });

  it('may be packed more than once, but not for ever', async () => {
    const inner = Buffer.concat([
      Buffer.from([1, 4]),
      streamsInfo([plain(A)]),
      files,
      filesInfo(['a']),
      Buffer.alloc(1),
    ]);
    const wrap = (times: number): Buffer => {
      let [header, packed] = [inner, A];
      for (let time = 0; time < times; time += 1) {
        const start = packed.length;
        packed = Buffer.concat([packed, header]);
        header = Buffer.concat([Buffer.from([0x17]), streamsInfo([plain(header)], start)]);
      }
      return sevenZipOf(header, packed);
    };

    expect(await fates(wrap(1))).toEqual(['x container', 'x!a leaf']);
    expect(await fates(wrap(4))).toEqual(['x container', 'x!a leaf']);
    expect(await fates(wrap(5))).toEqual(['x refused file/damaged-archive']);
  });

  it('that unpacks to itself comes to an end', async () => {
    // A header whose packed bytes are the header itself, not packed at all.
    const body = { ...plain(Buffer.alloc(0)), size: 0 };
    const length = Buffer.concat([Buffer.from([0x17]), streamsInfo([body])]).length;
    const self = Buffer.concat([
      Buffer.from([0x17]),
      streamsInfo([{ coders: [['00']], packed: Buffer.alloc(length), files: [Buffer.alloc(length)] }]),
    ]);
    // The checksum of a header in the header cannot be right, so it is left out.
    const without = Buffer.concat([self.subarray(0, self.lastIndexOf(Buffer.from([0x0a, 1]))), Buffer.from([0, 0])]);
    expect(await fates(sevenZipOf(without))).toEqual(['x refused file/damaged-archive']);
  });

  it('of more than 16 MiB is not unpacked', async () => {
    const header = { coders: [['040108']] as const, packed: deflateRawSync(Buffer.alloc(17 << 20)), files: [A] };
    const streams = streamsInfo([{ ...header, size: 17 << 20 }]);
    expect(await fates(sevenZipOf(Buffer.concat([Buffer.from([0x17]), streams]), header.packed))).toEqual([
      'x refused file/archive-too-large',
    ]);
  });

  it('with wrong checksums is damage', async () => {
    const good = writeSevenZip([plain(A)], ['a']);
    for (const at of [6, 8, 12, 20, 28, good.length - 1]) {
      const bad = Buffer.from(good);
      bad[at] = (bad[at] ?? 0) ^ 1;
      expect(await fates(bad)).toEqual(['x refused file/damaged-archive']);
    }
    expect(await fates(sealSevenZip(good))).toEqual(['x container', 'x!a leaf']);
  });
});
