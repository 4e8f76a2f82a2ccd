import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { describe, expect, it } from 'vitest';
import type { MailFile } from '../../../src/mail/message.ts';
import { unpackFile } from '../../../src/mail/unpack/unpack-file.ts';
import { CONTENT, gbk, mail, NAME } from '../repair/mime-cases.ts';
import { writeLoopingMsg, writeMsg } from './write-msg.ts';
import { writeRar4, writeRar5 } from './write-rar.ts';
import { writeTnef } from './write-tnef.ts';
import { writeZip } from './write-zip.ts';

const PICTURE = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(20_000)]);

/** `path role` of every file, with the code of a refusal. */
function fates(files: readonly MailFile[]): string[] {
  return files.map((file) => [file.path, file.role, file.refusal?.code].filter(Boolean).join(' '));
}

async function writeTar(files: readonly (readonly [name: string, data: Buffer])[]): Promise<Buffer> {
  const tar = pack();
  for (const [name, data] of files) tar.entry({ name }, data);
  tar.finalize();
  const pieces: Buffer[] = [];
  for await (const piece of tar) if (piece instanceof Uint8Array) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

const leaf = { name: gbk(NAME), data: CONTENT };

describe('containers open, whatever they are called', () => {
  it.each<[string, () => Buffer | Promise<Buffer>, string]>([
    ['zip with GBK names', () => writeZip([leaf]), NAME],
    ['zip with flagged UTF-8 names', () => writeZip([{ name: NAME, data: CONTENT, flags: 0x800 }]), NAME],
    ['zip with backslashes', () => writeZip([{ name: `a\\${NAME}`, data: CONTENT, flags: 0x800 }]), `a/${NAME}`],
    ['RAR 4 with GBK names', () => writeRar4([leaf]), NAME],
    ['RAR 5', () => writeRar5([{ name: Buffer.from(NAME), data: CONTENT }]), NAME],
    ['tar', () => writeTar([[NAME, CONTENT]]), NAME],
    ['winmail.dat', () => writeTnef([{ title: Buffer.from('FUJIAN~1.XLS'), longName: NAME, data: CONTENT }]), NAME],
    ['Outlook message', () => writeMsg(NAME, CONTENT), NAME],
    ['mail', () => mail({}), 'a.xls'],
  ])('%s', async (_, make, inner) => {
    const bytes = await make();
    const files = await unpackFile('x.dat', bytes);
    expect(fates(files)).toEqual(['x.dat container', `x.dat!${inner} leaf`]);
    expect(Buffer.from(files[1]?.bytes ?? []).equals(CONTENT)).toBe(true);
    expect(files[1]).toMatchObject({
      name: inner.replace(/^a\//, ''),
      size: CONTENT.length,
      sha256: createHash('sha256').update(CONTENT).digest('hex'),
    });
  });

  it('opens containers inside containers, every workbook counts', async () => {
    const zip = writeZip([leaf, { name: gbk('表/第二张.xls'), data: CONTENT }]);
    const tar = gzipSync(
      await writeTar([
        ['内/三.zip', zip],
        ['四.eml', mail({})],
      ]),
    );
    expect(fates(await unpackFile('外.tgz', tar))).toEqual([
      '外.tgz container',
      '外.tgz!外.tar container',
      '外.tgz!外.tar!内/三.zip container',
      `外.tgz!外.tar!内/三.zip!${NAME} leaf`,
      '外.tgz!外.tar!内/三.zip!表/第二张.xls leaf',
      '外.tgz!外.tar!四.eml container',
      '外.tgz!外.tar!四.eml!a.xls leaf',
    ]);
  });
});

describe('workbooks are never opened as containers', () => {
  it.each([
    ['[Content_Types].xml'],
    ['[content_types].XML'],
    ['xl\\workbook.xml'],
    ['mimetype'],
    ['word/document.xml'],
  ])('a package with %s', async (part) => {
    expect(fates(await unpackFile('a.zip', writeZip([{ name: part, data: CONTENT }])))).toEqual(['a.zip leaf']);
  });

  it('a package cut short stays one file', async () => {
    const whole = writeZip([{ name: 'xl/worksheets/sheet1.xml', data: CONTENT }]);
    expect(fates(await unpackFile('a.xlsx', whole.subarray(0, 60)))).toEqual(['a.xlsx leaf']);
  });
});

describe('what stays closed says why', () => {
  const deep = [1, 2, 3, 4, 5].reduce(
    (inner) => writeZip([{ name: 'n.zip', data: inner, method: 0 }]),
    writeZip([leaf]),
  );
  it.each<[string, Buffer, string]>([
    ['encrypted zip', writeZip([{ ...leaf, flags: 1 }]), 'file/password-archive'],
    ['zip cut short', writeZip([leaf]).subarray(0, 40), 'file/damaged-archive'],
    ['zip of 3,000 files', writeZip(Array.from({ length: 3000 }, () => leaf)), 'file/archive-too-large'],
    [
      'zip that grows a thousand times',
      writeZip([{ name: 'a', data: Buffer.alloc(30_000_000) }]),
      'file/archive-too-large',
    ],
    [
      'zip of small files that grow a thousand times together',
      writeZip(Array.from({ length: 10 }, (_, at) => ({ name: `${at}`, data: Buffer.alloc(3_000_000) }))),
      'file/archive-too-large',
    ],
    ['gzip that grows a thousand times', gzipSync(Buffer.alloc(30_000_000)), 'file/archive-too-large'],
    ['empty zip', writeZip([]), 'file/empty-archive'],
    [
      'RAR that declares 300 MB',
      writeRar5([{ name: Buffer.from('a'), data: CONTENT, declared: 300_000_000 }]),
      'file/archive-too-large',
    ],
    ['RAR cut short', writeRar5([{ name: Buffer.from('a'), data: PICTURE }]).subarray(0, 30), 'file/damaged-archive'],
    ['7z that is none', Buffer.concat([Buffer.from('377abcaf271c', 'hex'), Buffer.alloc(40)]), 'file/damaged-archive'],
    ['gzip cut short', gzipSync(PICTURE).subarray(0, 30), 'file/damaged-archive'],
    ['winmail.dat cut short', writeTnef([{ title: gbk(NAME), data: CONTENT }]).subarray(0, 60), 'file/damaged-archive'],
    ['message with a loop', writeLoopingMsg(NAME, CONTENT), 'file/damaged-mail'],
  ])('%s', async (_, bytes, code) => {
    expect(fates(await unpackFile('x', bytes))).toEqual([`x refused ${code}`]);
  });

  it('a sixth container', async () => {
    expect(fates(await unpackFile('x', deep)).at(-1)).toBe(
      'x!n.zip!n.zip!n.zip!n.zip!n.zip refused file/archive-too-deep',
    );
  });

  it('one encrypted file beside a plain one', async () => {
    const files = await unpackFile('x', writeZip([leaf, { name: 'b.xls', data: CONTENT, flags: 1 }]));
    expect(fates(files)).toEqual(['x container', `x!${NAME} leaf`, 'x!b.xls refused file/password-archive']);
  });
});

describe('names are labels', () => {
  it.each([
    ['../../etc/passwd', 'etc/passwd'],
    ['/abs.xls', 'abs.xls'],
    ['C:\\temp\\a.xls', 'C:/temp/a.xls'],
    ['__proto__', '__proto__'],
    ['a!b.xls', 'a！b.xls'],
    ['constructor', 'constructor'],
  ])('%s', async (name, label) => {
    const files = await unpackFile('x', writeZip([{ name, data: CONTENT, flags: 0x800 }]));
    expect(files[1]?.path).toBe(`x!${label}`);
  });
});

describe('files that programs add by themselves', () => {
  it.each<[string, Buffer]>([
    ['__MACOSX/._附件2.xls', CONTENT],
    ['表/.DS_Store', Buffer.from('a')],
    ['Thumbs.db', CONTENT],
    ['~$附件2.xlsx', Buffer.from('a')],
    ['名片.vcf', Buffer.from('BEGIN:VCARD\r\nEND:VCARD')],
    ['会议', Buffer.from('BEGIN:VCALENDAR\r\n')],
    ['logo.png', PICTURE.subarray(0, 900)],
    ['smime.p7s', Buffer.from('308006092a864886f70d010702a080', 'hex')],
  ])('%s', async (name, data) => {
    const files = await unpackFile('x', writeZip([{ name, data, flags: 0x800 }]));
    expect(fates(files).at(-1)).toBe(`x!${name} refused file/system-file`);
  });

  it('a scanned page is not one of them', async () => {
    expect(fates(await unpackFile('扫描.png', PICTURE))).toEqual(['扫描.png leaf']);
  });
});
