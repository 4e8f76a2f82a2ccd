import iconv from 'iconv-lite';
import type { SampleAttachment } from './build-mail.ts';
import { docxWithTable } from './docx-with-table.ts';
import { drawWorkbook, LIAISON_HEADER, liaisonBook, ROSTER_HEADER, type SampleCell } from './draw-reply.ts';
import { type Find, type NastyReply, numbered, reply, table, workbook } from './nasty-tools.ts';
import { zipWithGbkNames } from './zip-with-gbk-names.ts';

/** Files that are not what their names say, hide in others, or are no workbook at all. */
export function nastyFiles(find: Find): NastyReply[] {
  const unit = find('自贡市');
  const hospitals = unit.hospitals.slice(0, 2);
  const sheet = table(numbered(hospitals));
  const rows = [[...ROSTER_HEADER], ...numbered(hospitals)];
  const alone = (file: SampleAttachment) => [reply(unit, [file])];
  return [
    {
      folder: 'file-html-named-xls',
      about: '名为 xls，实际是 GBK 编码的网页表格',
      files: alone({ name: '附件2 医院信息汇总表.xls', bytes: iconv.encode(htmlPage(rows), 'gbk') }),
    },
    {
      folder: 'file-xml-2003',
      about: '名为 xls，实际是 XML 表格 2003',
      files: alone({ name: '附件2 医院信息汇总表.xls', bytes: drawWorkbook([sheet], 'xlml') }),
    },
    {
      folder: 'file-ods',
      about: 'OpenDocument 表格',
      files: alone(workbook([sheet], '附件2 医院信息汇总表.ods', 'ods')),
    },
    {
      folder: 'file-xlsb',
      about: 'Excel 二进制工作簿',
      files: alone(workbook([sheet], '附件2 医院信息汇总表.xlsb', 'xlsb')),
    },
    {
      folder: 'file-wps-et',
      about: 'WPS 表格（et）',
      files: alone(workbook([sheet], '附件2 医院信息汇总表.et', 'biff8')),
    },
    {
      folder: 'file-tsv-utf16',
      about: '制表符分隔的 UTF-16 文本',
      files: alone({ name: '附件2 医院信息汇总表.txt', bytes: utf16(rows.map((row) => row.join('\t')).join('\r\n')) }),
    },
    {
      folder: 'file-word-table',
      about: '联络员名单写在 Word 表格里',
      files: [
        reply(
          unit,
          [
            {
              name: '附件3 市级联络员名单.docx',
              bytes: docxWithTable('附件3 市级联络员名单', [
                [...LIAISON_HEADER],
                [
                  unit.liaison.prefecture,
                  unit.liaison.name,
                  unit.liaison.organization,
                  unit.liaison.position,
                  unit.liaison.phone,
                  unit.liaison.email,
                ],
              ]),
            },
          ],
          { subject: '自贡市附件3' },
        ),
      ],
    },
    {
      folder: 'file-table-in-body',
      about: '没有附件，表格直接贴在邮件正文里',
      files: [reply(unit, [], { text: '表格如下。', html: `<p>表格如下。</p>${htmlTable(rows)}` })],
    },
    {
      folder: 'file-zip-in-zip',
      about: '压缩包里还有压缩包，夹着系统文件；里面两张表都要收',
      files: alone({ name: '报送材料.zip', bytes: nestedZip(drawWorkbook([sheet]), liaisonBook(unit.liaison)) }),
    },
    {
      folder: 'file-picture-only',
      about: '只有一张照片',
      files: alone({
        name: '附件2盖章.jpg',
        bytes: Buffer.concat([Buffer.from('ffd8ffe000104a46494600010100', 'hex'), Buffer.alloc(60_000, 7)]),
        type: 'image/jpeg',
      }),
    },
    {
      folder: 'file-link-only',
      about: '网易超大附件：只有链接，没有文件',
      files: [
        reply(unit, [], {
          subject: '自贡市报送附件2',
          text: '附件见链接：\r\n从网易163邮箱发来的超大附件\r\n附件2 医院信息汇总表.xlsx (23.5M, 2025年3月7日 10:00 到期)\r\n下载：https://mail.163.com/large-attachment-download/index.html?p=X-NETEASE-HUGE-ATTACHMENT&file=abc123',
        }),
      ],
    },
    {
      folder: 'file-forgotten',
      about: '正文说“见附件”，却没有附件',
      files: [reply(unit, [], { text: '附件2、附件3见附件，请查收。' })],
    },
    {
      folder: 'file-bomb',
      about: '压缩炸弹：几 KB 的表格声称解开有 1 GB',
      files: alone({ name: '附件2 医院信息汇总表.xlsx', bytes: bomb(drawWorkbook([sheet])) }),
    },
    {
      folder: 'file-cut-short',
      about: '文件只传了一半',
      files: alone({ name: '附件2 医院信息汇总表.xlsx', bytes: drawWorkbook([sheet]).subarray(0, 3000) }),
    },
  ];
}

function htmlTable(rows: readonly (readonly SampleCell[])[]): string {
  const lines = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell ?? ''}</td>`).join('')}</tr>`);
  return `<table border="1">${lines.join('')}</table>`;
}

function htmlPage(rows: readonly (readonly SampleCell[])[]): string {
  return `<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head><body>${htmlTable(rows)}</body></html>`;
}

function utf16(text: string): Buffer {
  return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
}

function nestedZip(roster: Buffer, liaison: Buffer): Buffer {
  const inner = zipWithGbkNames([
    { name: '自贡/附件2 医院信息汇总表.xlsx', bytes: roster },
    { name: '__MACOSX/._附件2.xlsx', bytes: Buffer.from('\0\x05\x16\x07') },
  ]);
  return zipWithGbkNames([
    { name: '附件2.zip', bytes: inner },
    { name: '附件3 市级联络员名单（自贡市）.xlsx', bytes: liaison },
    { name: 'Thumbs.db', bytes: Buffer.from('thumbs') },
  ]);
}

/** Declares that its largest part unpacks to one gigabyte. */
function bomb(bytes: Buffer): Buffer {
  const lying = Buffer.from(bytes);
  const name = 'xl/worksheets/sheet1.xml';
  for (let at = lying.indexOf(name); at >= 0; at = lying.indexOf(name, at + 1)) {
    const central = at - 46;
    if (central >= 0 && lying.readUInt32LE(central) === 0x02014b50) lying.writeUInt32LE(1_073_741_824, central + 24);
    const local = at - 30;
    if (local >= 0 && lying.readUInt32LE(local) === 0x04034b50) lying.writeUInt32LE(1_073_741_824, local + 22);
  }
  return lying;
}
