import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { read, type WorkBook, write } from '@e965/xlsx';
import iconv from 'iconv-lite';
import officeCrypto from 'officecrypto-tool';
import { SAMPLES, TEMPLATES } from '../../src/flows/house-files.ts';
import { writeBook } from '../../src/sheet/formats/write-book.ts';
import { gbk, mail } from '../mail/repair/mime-cases.ts';
import { writeMsg } from '../mail/unpack/write-msg.ts';
import { writeRar4, writeRar5 } from '../mail/unpack/write-rar.ts';
import { writeTnef } from '../mail/unpack/write-tnef.ts';
import { writeZip } from '../mail/unpack/write-zip.ts';
import { docxWithTable } from '../support/samples/docx-with-table.ts';
import { drawWorkbook, LIAISON_HEADER, ROSTER_HEADER, type SampleSheet } from '../support/samples/draw-reply.ts';
import { officialForm, templatePlan } from '../support/template-book.ts';
import { PACKED_SEEDS } from './packed-seeds.ts';

/** Which reader an input is for. */
export type Kind = 'workbook' | 'archive' | 'mail' | 'form' | 'preset';

/** A good input, to be spoiled. */
export interface Seed {
  readonly kind: Kind;
  readonly name: string;
  readonly bytes: Buffer;
}

const ROW = ['1', '成都市', '成都测试医院', '450123452', '12510100450123452X', '45012345251010011A1001', '西医'];
const ROWS = [
  [...ROSTER_HEADER],
  [...ROW, 'A100', '三级', '甲等', '李测试', '13800000001', 'a@example.com'],
  [...ROW, '综合医院', '二级', '乙等', '王测试', '13800000002', 'b@example.com'],
  ['合计', '', 2],
];
const LIAISONS = [
  [...LIAISON_HEADER],
  ['成都市', '张测试', '成都市卫生健康委员会', '科长', '13800000003', 'c@example.com'],
];
const SHEETS: readonly SampleSheet[] = [
  { name: '附件2', rows: ROWS, merges: ['A5:C5'], hiddenRows: [3], formats: { C4: '0.00' } },
  { name: '附件3', rows: LIAISONS },
];

/** Good inputs of every kind that the readers know, small enough to be spoiled by the thousand. */
export async function makeSeeds(): Promise<Seed[]> {
  const books = await workbooks();
  const find = (name: string): Buffer => books.find((seed) => seed.name === name)?.bytes ?? Buffer.alloc(0);
  return [...books, ...archives(find('xlsx'), find('biff8')), ...mails(find('xlsx')), ...definitions()];
}

async function workbooks(): Promise<Seed[]> {
  const seed = (name: string, bytes: Uint8Array): Seed => ({ kind: 'workbook', name, bytes: Buffer.from(bytes) });
  const text = (separator: string): string => ROWS.map((row) => row.join(separator)).join('\r\n');
  const xlsx = drawWorkbook(SHEETS);
  const types = ['xlsx', 'biff8', 'biff5', 'xlsb', 'ods', 'xlml', 'html'] as const;
  return [
    ...types.map((type) => seed(type, drawWorkbook(SHEETS, type))),
    seed('biff2', legacy(xlsx, 'biff2')),
    seed('fods', legacy(xlsx, 'fods')),
    seed('xlsm', legacy(xlsx, 'xlsm')),
    seed('docx', docxWithTable('附件3', LIAISONS)),
    seed('csv-utf8', Buffer.from(`\uFEFF${text(',')}`)),
    seed('csv-gbk', iconv.encode(text(','), 'gbk')),
    seed('tsv-utf16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text('\t'), 'utf16le')])),
    seed('encrypted', officeCrypto.encrypt(xlsx, { password: '123456' })),
    seed('template', await writeBook(templatePlan(officialForm('liaison-list')))),
  ];
}

/** Formats that the sample workbooks are not written in. */
function legacy(xlsx: Buffer, bookType: 'biff2' | 'fods' | 'xlsm'): Buffer {
  const book: WorkBook = read(xlsx);
  return Buffer.from(write(book, { type: 'buffer', bookType }) as Uint8Array);
}

function archives(xlsx: Buffer, xls: Buffer): Seed[] {
  const seed = (name: string, bytes: Uint8Array): Seed => ({ kind: 'archive', name, bytes: Buffer.from(bytes) });
  const name = '附件2 医院信息汇总表.xlsx';
  const zip = writeZip([
    { name: gbk(`成都/${name}`), data: xlsx },
    { name: 'b.xls', data: xls, method: 0 },
    { name: 'c.eml', data: mail({}) },
  ]);
  return [
    seed('zip', zip),
    seed('zip-in-zip', writeZip([{ name: 'a.zip', data: zip }])),
    seed('rar4', writeRar4([{ name: gbk(name), data: xls }])),
    seed('rar5', writeRar5([{ name: Buffer.from(name), data: xls }])),
    seed('tnef', writeTnef([{ title: gbk(name), longName: name, data: xls }])),
    seed('msg', writeMsg(name, xls)),
    seed('gzip', gzipSync(xls)),
    seed('tar', tar('a.xls', xls)),
    ...Object.entries(PACKED_SEEDS).map(([packed, bytes]) => seed(packed, bytes)),
  ];
}

function tar(name: string, data: Buffer): Buffer {
  const head = Buffer.alloc(512);
  head.write(name, 0);
  head.write('0000644\0', 100);
  head.write(`${data.length.toString(8).padStart(11, '0')}\0`, 124);
  head.write('        ', 148);
  head.write('0', 156);
  head.write('ustar\x0000', 257, 'latin1');
  const sum = head.reduce((total, byte) => total + byte, 0);
  head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return Buffer.concat([head, data, Buffer.alloc((512 - (data.length % 512)) % 512), Buffer.alloc(1024)]);
}

function mails(xlsx: Buffer): Seed[] {
  const folder = join(SAMPLES, 'province', 'mailbox');
  const names = readdirSync(folder).filter((name) => name.endsWith('.eml'));
  const samples = names.map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
  const attached = xlsx.toString('base64').replace(/.{76}/g, '$&\r\n');
  const nested = Buffer.from(
    `From: a@example.com\r\nSubject: =?gb2312?B?uL28/g==?=\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=gb2312\r\n\r\n<table><tr><td>市（州）</td><td>姓名</td></tr></table>\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: x@example.com\r\nContent-Type: application/octet-stream; name*0*=gbk''%B8%BD; name*1="2.xlsx"\r\nContent-Transfer-Encoding: base64\r\n\r\n${attached}\r\n--b--\r\n`,
    'latin1',
  );
  return [
    ...samples.filter(({ bytes }) => bytes.length < 20_000),
    { name: 'nested.eml', bytes: nested },
    { name: 'plain.eml', bytes: mail({}) },
  ].map(({ name, bytes }) => ({ kind: 'mail', name, bytes }));
}

function definitions(): Seed[] {
  const forms = ['hospital-roster', 'liaison-list'].map(
    (id): Seed => ({ kind: 'form', name: id, bytes: readFileSync(join(TEMPLATES, 'forms', `${id}.yaml`)) }),
  );
  const preset = readFileSync(join(TEMPLATES, 'presets', 'sichuan-outpatient-2025.yaml'));
  return [...forms, { kind: 'preset', name: 'sichuan', bytes: preset }];
}
