import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { closeDecoder, decodeWorkbook } from '../../../src/sheet/formats/decode-workbook.ts';
import { writeZip } from '../../../src/sheet/formats/zip/write-zip.ts';
import { needProgram } from '../../support/need-program.ts';
import { ROSTER_HEADER } from '../../support/samples/draw-reply.ts';
import { ROWS, textsOf } from './plain-rows.ts';

afterAll(closeDecoder);

const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

function docx(body: string): Buffer {
  const parts = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${MAIN}"/></Types>`,
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  };
  return Buffer.from(writeZip(Object.entries(parts).map(([name, text]) => ({ name, bytes: Buffer.from(text) }))));
}

function paragraph(text: string): string {
  return `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
}

function table(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => `<w:tr>${row.map((text) => `<w:tc>${paragraph(text)}</w:tc>`).join('')}</w:tr>`);
  return `<w:tbl>${lines.join('')}</w:tbl>`;
}

describe('tables of Word documents', () => {
  it('docx', async () => {
    const decoded = await decodeWorkbook(docx(paragraph('说明') + table(ROWS)));
    expect(textsOf(decoded)).toEqual(ROWS);
  });
  it('docx without a table is refused', async () => {
    expect(textsOf(await decodeWorkbook(docx(paragraph('请查收'))))).toBe('file/no-table');
  });
});

describe.skipIf(!needProgram('soffice'))('documents of LibreOffice', () => {
  const wide = [[...ROSTER_HEADER], ROSTER_HEADER.map((_, index) => `甲${index}`)];
  it.each([
    ['doc', ROWS],
    ['odt', ROWS],
    ['doc', wide],
  ])('%s', async (format, rows) => {
    const folder = mkdtempSync(join(tmpdir(), 'mingce-document-'));
    try {
      writeFileSync(join(folder, 'a.docx'), docx(table(rows)));
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      spawnSync('soffice', [profile, '--headless', '--convert-to', format, '--outdir', folder, join(folder, 'a.docx')]);
      expect(textsOf(await decodeWorkbook(readFileSync(join(folder, `a.${format}`))))).toEqual(rows);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
