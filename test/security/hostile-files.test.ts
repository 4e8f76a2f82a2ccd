import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../src/flows/run.ts';
import { readMessage } from '../../src/mail/read/read-message.ts';
import { unpackFile } from '../../src/mail/unpack/unpack-file.ts';
import { closeDecoder, decodeWorkbook } from '../../src/sheet/formats/decode-workbook.ts';
import { markOoxml } from '../../src/sheet/formats/ooxml/mark-ooxml.ts';
import { openZip } from '../../src/sheet/formats/zip/open-zip.ts';
import { rezip } from '../../src/sheet/formats/zip/rezip.ts';
import { writeZip } from '../../src/sheet/formats/zip/write-zip.ts';
import { writeZip as writeOldZip } from '../mail/unpack/write-zip.ts';
import { inCampaign } from '../support/campaign.ts';
import { buildMail } from '../support/samples/build-mail.ts';
import { docxWithTable } from '../support/samples/docx-with-table.ts';
import { drawWorkbook } from '../support/samples/draw-reply.ts';

afterAll(closeDecoder);

const SHEETS = [
  {
    name: 'Sheet1',
    rows: [
      ['姓名', '手机号码'],
      ['李测试', '13800000001'],
    ],
  },
];
const xlsx = drawWorkbook(SHEETS);

/** The package with some text put before another in one of its parts. */
function inserted(bytes: Uint8Array, part: string, before: string, text: string): Buffer {
  return Buffer.from(
    rezip(bytes, (name, content) =>
      name === part ? Buffer.from(Buffer.from(content).toString().replace(before, `${text}${before}`)) : content,
    ),
  );
}

describe('macros', () => {
  const withMacro = (): Uint8Array => {
    const opened = openZip(xlsx);
    if (!opened.ok) throw new Error('own workbook unreadable');
    const parts = opened.zip.entries.map((entry) => {
      const content = opened.zip.read(entry);
      return { name: entry.name, bytes: content.ok ? content.bytes : Buffer.alloc(0) };
    });
    return writeZip([...parts, { name: 'xl/vbaProject.bin', bytes: Buffer.from('Sub Auto_Open()') }]);
  };

  it('are told, never returned', async () => {
    const bytes = withMacro();
    const decoded = await decodeWorkbook(bytes);
    const marked = markOoxml(bytes, { heading: ['校验结果'], cells: [], lines: [] });

    expect(decoded.ok && decoded.workbook.traits).toContain('macros');
    const opened = openZip(marked.ok ? marked.bytes : new Uint8Array());
    expect(opened.ok && opened.zip.entries.map(({ name }) => name).filter((name) => /vba/i.test(name))).toEqual([]);
  });
});

describe('what a file points at', () => {
  let server: Server;
  let visits = 0;
  let url = '';
  beforeAll(async () => {
    server = createServer((_request, response) => {
      visits += 1;
      response.end('secret');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/x`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const relation = (): string =>
    `<Relationship Id="rEvil" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath" Target="${url}" TargetMode="External"/>`;

  it.each<[string, () => Uint8Array]>([
    [
      'an external link of a workbook',
      () => inserted(xlsx, 'xl/_rels/workbook.xml.rels', '</Relationships>', relation()),
    ],
    [
      'a remote template of a document',
      () => inserted(docxWithTable('附件3', [['姓名']]), '_rels/.rels', '</Relationships>', relation()),
    ],
    [
      'a picture of a web page',
      () =>
        Buffer.from(
          `<html><link rel="stylesheet" href="${url}"><table><tr><td><img src="${url}">姓名</td></tr></table></html>`,
        ),
    ],
    [
      'an external DTD',
      () =>
        Buffer.from(
          `<?xml version="1.0"?><!DOCTYPE a SYSTEM "${url}"><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>`,
        ),
    ],
    [
      'a linked picture of an OpenDocument sheet',
      () =>
        inserted(
          drawWorkbook(SHEETS, 'ods'),
          'content.xml',
          '</office:spreadsheet>',
          `<draw:image xlink:href="${url}"/>`,
        ),
    ],
  ])('%s is never fetched', async (_, make) => {
    await decodeWorkbook(make());
    expect(visits).toBe(0);
  });

  it('a link or a picture of a mail is never fetched', async () => {
    await readMessage(
      buildMail({
        from: 'a@example.com',
        subject: '附件2',
        date: '2025-02-20T02:00:00.000Z',
        text: `下载：${url}`,
        html: `<img src="${url}"><a href="${url}">附件2.xlsx</a>`,
      }),
    );
    expect(visits).toBe(0);
  });
});

const XXE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>';
const LAUGHS = `<!DOCTYPE x [<!ENTITY a "ha">${['b', 'c', 'd', 'e', 'f', 'g', 'h']
  .map((name, index) => `<!ENTITY ${name} "${`&${'abcdefg'[index]};`.repeat(10)}">`)
  .join('')}]>`;

describe('entities', () => {
  const spreadsheet = (dtd: string): Buffer =>
    Buffer.from(
      `<?xml version="1.0"?>${dtd}<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table><Row><Cell><Data ss:Type="String">&e;&h;</Data></Cell></Row></Table></Worksheet></Workbook>`,
    );
  const kinds: [string, (dtd: string) => Uint8Array][] = [
    ['xlsx', (dtd) => inserted(xlsx, 'xl/worksheets/sheet1.xml', '<worksheet', dtd)],
    ['shared strings', (dtd) => inserted(drawWorkbook(SHEETS), 'xl/workbook.xml', '<workbook', dtd)],
    ['ods', (dtd) => inserted(drawWorkbook(SHEETS, 'ods'), 'content.xml', '<office:document-content', dtd)],
    ['docx', (dtd) => inserted(docxWithTable('附件3', [['姓名']]), 'word/document.xml', '<w:document', dtd)],
    ['XML 2003', spreadsheet],
  ];

  it.each(
    kinds.flatMap(
      ([name, make]) =>
        [
          [`XXE in ${name}`, make(XXE)],
          [`billion laughs in ${name}`, make(LAUGHS)],
        ] as const,
    ),
  )('%s is refused', async (_, bytes) => {
    const decoded = await decodeWorkbook(bytes);
    expect(decoded.ok ? 'read' : decoded.refusal.code).toBe('file/unsafe-xml');
  });
});

const PATHS = ['../../evil.xlsx', '/tmp/evil.xlsx', 'C:\\evil.xlsx', '..\\..\\evil.xlsx', 'a/../../evil.xlsx'];

describe('paths', () => {
  it('of archives and attachments are labels and never touch the disk', () =>
    inCampaign(async (campaign, tools, folder) => {
      const root = join(folder, '..');
      const mailbox = join(root, 'mailbox');
      mkdirSync(mailbox);
      const zip = writeOldZip(PATHS.map((name) => ({ name, data: xlsx })));
      const attachments = [...PATHS.map((name) => ({ name, bytes: xlsx })), { name: 'a.zip', bytes: zip }];
      const mail = {
        from: 'a@example.com',
        subject: '附件2',
        date: '2025-02-20T02:00:00.000Z',
        text: '附件',
        attachments,
      };
      writeFileSync(join(mailbox, 'a.eml'), buildMail(mail));
      const before = readdirSync(root, { recursive: true }).map(String);

      await run(campaign, { from: mailbox }, tools);

      const fresh = readdirSync(root, { recursive: true })
        .map(String)
        .filter((path) => !before.includes(path));
      expect(fresh.filter((path) => /evil/.test(path))).toEqual([]);
      const inside = fresh.every((path) => join(root, path).startsWith(folder));
      expect(inside).toBe(true);
    }));

  it('inside a zip lose their way out', async () => {
    const files = await unpackFile('a.zip', writeOldZip(PATHS.map((name) => ({ name, data: xlsx }))));
    expect(files.filter(({ role }) => role === 'leaf')).toHaveLength(PATHS.length);
    expect(files.filter(({ path }) => /(?:^|[!/])\.\.\/|!\//.test(path)).map(({ path }) => path)).toEqual([]);
  });
});

describe('recovery volumes', () => {
  it.each([
    ['of RAR 5', Buffer.concat([Buffer.from('Rar!\x1ARev', 'latin1'), Buffer.alloc(4096, 0x41)])],
    ['of RAR 4, which begin with data', Buffer.alloc(4096, 0x41)],
  ])('%s are not given to UnRAR, whose reader of them has advisories', async (_about, bytes) => {
    const files = await unpackFile('附件2.part1.rev', bytes);
    expect(files.map(({ role, kind }) => [role, kind])).toEqual([['leaf', expect.not.stringMatching('rar')]]);
  });
});

describe('archive bombs', () => {
  it.each<[string, () => Buffer]>([
    ['one entry of 300 MB', () => writeOldZip([{ name: 'a.xlsx', data: Buffer.alloc(300 * 1024 * 1024) }])],
    [
      'archives in archives',
      () => Array.from({ length: 8 }).reduce<Buffer>((inner) => writeOldZip([{ name: 'a.zip', data: inner }]), xlsx),
    ],
    [
      'ten thousand entries',
      () =>
        writeOldZip(Array.from({ length: 10_000 }, (_, index) => ({ name: `${index}.csv`, data: Buffer.from('a,b') }))),
    ],
  ])('%s is refused', async (_, make) => {
    const files = await unpackFile('a.zip', make());
    expect(files.some(({ refusal }) => /too-(?:large|deep)/.test(refusal?.code ?? ''))).toBe(true);
  });
});
