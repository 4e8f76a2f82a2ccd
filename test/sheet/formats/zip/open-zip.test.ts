import { array, assert, boolean, property, record, uint8Array } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openZip } from '../../../../src/sheet/formats/zip/open-zip.ts';
import { rezip } from '../../../../src/sheet/formats/zip/rezip.ts';
import { writeZip } from '../../../../src/sheet/formats/zip/write-zip.ts';
import { ZIP_BOUNDS } from '../../../../src/sheet/formats/zip/zip-archive.ts';

const FIRST_ENTRY = 0x02014b50;

function zipOf(...names: readonly string[]): Buffer {
  return Buffer.from(writeZip(names.map((name) => ({ name, bytes: Buffer.from(`content of ${name}`) }))));
}

/** Offset of the nth entry in the central directory. */
function entryAt(zip: Buffer, index: number): number {
  const signature = Buffer.alloc(4);
  signature.writeUInt32LE(FIRST_ENTRY);
  let at = zip.indexOf(signature);
  for (let passed = 0; passed < index; passed += 1) at = zip.indexOf(signature, at + 4);
  return at;
}

function codeOf(bytes: Uint8Array, bounds = ZIP_BOUNDS): string {
  const opened = openZip(bytes, bounds);
  if (!opened.ok) return opened.refusal.code;
  for (const entry of opened.zip.entries) {
    const content = opened.zip.read(entry);
    if (!content.ok) return content.refusal.code;
  }
  return 'opened';
}

describe('writing and opening', () => {
  it('gives back every part, whatever it holds', () => {
    const part = record({ bytes: uint8Array({ maxLength: 300 }), store: boolean() });
    assert(
      property(array(part, { minLength: 1, maxLength: 8 }), (contents) => {
        const parts = contents.map((content, index) => ({ name: `目录/${index}.xml`, ...content }));
        const opened = openZip(writeZip(parts));
        if (!opened.ok) throw new Error(opened.refusal.text);
        const read = opened.zip.entries.map((entry) => {
          const content = opened.zip.read(entry);
          return [entry.name, content.ok ? [...content.bytes] : content.refusal.code];
        });
        expect(read).toEqual(parts.map(({ name, bytes }) => [name, [...bytes]]));
      }),
    );
  });

  it('the same parts give the same bytes, content types first', () => {
    const zip = zipOf('b.xml', '[Content_Types].xml', 'a.xml');
    expect(Buffer.from(rezip(zip)).equals(zip)).toBe(true);
    const opened = openZip(zip);
    expect(opened.ok && opened.zip.entries.map((entry) => entry.name)).toEqual([
      '[Content_Types].xml',
      'b.xml',
      'a.xml',
    ]);
  });

  it('rezip changes the part it is asked to change', () => {
    const changed = openZip(
      rezip(zipOf('a.xml', 'b.xml'), (name, bytes) => (name === 'a.xml' ? Buffer.from('new') : bytes)),
    );
    if (!changed.ok) throw new Error(changed.refusal.text);
    const entry = changed.zip.find('a.xml');
    const content = entry === undefined ? undefined : changed.zip.read(entry);
    expect(content?.ok === true && content.bytes.toString()).toBe('new');
  });

  it.each(['xl/Workbook.xml', '/xl/workbook.xml', 'XL\\workbook.xml'])('finds a part as %s', (name) => {
    const opened = openZip(zipOf('xl/workbook.xml'));
    expect(opened.ok && opened.zip.find(name)?.name).toBe('xl/workbook.xml');
  });

  it('reads GBK names without the UTF-8 flag', () => {
    const zip = zipOf('AAAA.xlsx');
    const name = Buffer.from([0xd1, 0xc5, 0xb0, 0xb2]);
    const entry = entryAt(zip, 0);
    name.copy(zip, 30);
    name.copy(zip, entry + 46);
    zip.writeUInt16LE(0, entry + 8);
    const opened = openZip(zip);
    expect(opened.ok && opened.zip.entries[0]?.name).toBe('雅安.xlsx');
  });

  it('opens an archive with something before and a comment behind', () => {
    const zip = zipOf('a.xml');
    zip.writeUInt16LE(3, zip.length - 2);
    expect(codeOf(Buffer.concat([Buffer.from('gateway'), zip, Buffer.from('end')]))).toBe('opened');
  });
});

describe('refusing', () => {
  function damaged(change: (zip: Buffer, entry: number) => void): Buffer {
    const zip = zipOf('a.xml', 'b.xml');
    change(zip, entryAt(zip, 0));
    return zip;
  }

  it.each<[string, string, Uint8Array]>([
    ['an empty file', 'file/corrupt', new Uint8Array()],
    ['plain text', 'file/corrupt', Buffer.from('这不是压缩包'.repeat(20))],
    ['a cut-off archive', 'file/corrupt', zipOf('a.xml').subarray(0, 80)],
    ['a step out of the folder', 'file/unsafe-archive', zipOf('../a.xml')],
    ['a step out with backslashes', 'file/unsafe-archive', zipOf('x\\..\\..\\a.xml')],
    ['an absolute name', 'file/unsafe-archive', zipOf('/etc/passwd')],
    ['a drive', 'file/unsafe-archive', zipOf('C:\\a.xml')],
    ['a NUL in a name', 'file/unsafe-archive', zipOf('a\0.xml')],
    ['the same name twice', 'file/unsafe-archive', zipOf('a.xml', 'a.xml')],
    ['names that differ in case', 'file/unsafe-archive', zipOf('a.xml', 'A.xml')],
    ['names that differ in slashes', 'file/unsafe-archive', zipOf('x/a.xml', 'x\\a.xml')],
    ['an encrypted entry', 'file/unsafe-archive', damaged((zip, entry) => zip.writeUInt16LE(1, entry + 8))],
    ['an unknown method', 'file/unsafe-archive', damaged((zip, entry) => zip.writeUInt16LE(14, entry + 10))],
    ['zip64 sizes', 'file/unsafe-archive', damaged((zip, entry) => zip.writeUInt32LE(0xffffffff, entry + 24))],
    ['a wrong checksum', 'file/corrupt', damaged((zip, entry) => zip.writeUInt32LE(1, entry + 16))],
    ['a size too small', 'file/corrupt', damaged((zip, entry) => zip.writeUInt32LE(3, entry + 24))],
    ['a size too large', 'file/corrupt', damaged((zip, entry) => zip.writeUInt32LE(30, entry + 24))],
    ['a part of 200 MB', 'file/bomb', damaged((zip, entry) => zip.writeUInt32LE(200_000_000, entry + 24))],
    ['a ratio of thousands', 'file/bomb', damaged((zip, entry) => zip.writeUInt32LE(2_000_000, entry + 24))],
    ['damaged data', 'file/corrupt', damaged((zip) => zip.fill(0xff, 35, 40))],
    ['a local header elsewhere', 'file/corrupt', damaged((zip, entry) => zip.writeUInt32LE(7, entry + 42))],
    [
      'two entries over the same bytes',
      'file/unsafe-archive',
      damaged((zip, entry) => {
        const other = entryAt(zip, 1);
        zip.copy(zip, other + 16, entry + 16, entry + 28);
        zip.writeUInt32LE(0, other + 42);
      }),
    ],
    ['zeros by the megabyte', 'file/bomb', writeZip([{ name: 'a', bytes: Buffer.alloc(20_000_000) }])],
  ])('%s', (_what, code, bytes) => {
    expect(codeOf(bytes)).toBe(code);
  });

  it('too many entries, and too much together', () => {
    const zip = zipOf('a.xml', 'b.xml', 'c.xml');
    expect(codeOf(zip, { ...ZIP_BOUNDS, maxEntries: 2 })).toBe('file/bomb');
    expect(codeOf(zip, { ...ZIP_BOUNDS, maxTotalBytes: 40 })).toBe('file/bomb');
    expect(codeOf(zip, { ...ZIP_BOUNDS, maxEntries: 3, maxTotalBytes: 60 })).toBe('opened');
  });

  it('never throws and never gives other bytes, whichever byte is damaged', () => {
    const zip = zipOf('a.xml', 'b.xml');
    const read = new Set<string>();
    for (let at = 0; at < zip.length; at += 1) {
      const copy = Buffer.from(zip);
      copy[at] = (copy[at] ?? 0) ^ 0x55;
      for (const text of textsOf(copy)) read.add(text);
    }
    expect([...read].toSorted()).toEqual(['content of a.xml', 'content of b.xml']);
  });
});

function textsOf(bytes: Uint8Array): string[] {
  const opened = openZip(bytes);
  if (!opened.ok) return [];
  const contents = opened.zip.entries.map((entry) => opened.zip.read(entry));
  return contents.flatMap((content) => (content.ok ? [content.bytes.toString()] : []));
}
