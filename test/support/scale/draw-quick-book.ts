import { writeZip } from '../../../src/sheet/formats/zip/write-zip.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const FIXED = [
  [
    '[Content_Types].xml',
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
  ],
  [
    '_rels/.rels',
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ],
  [
    'xl/workbook.xml',
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ],
  [
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  ],
] as const;

/** A plain workbook of text cells, drawn quickly: thousands are needed for a large campaign. */
export function drawQuickBook(rows: readonly (readonly string[])[]): Uint8Array {
  const body = rows
    .map((row, index) => `<row r="${index + 1}">${row.map((text) => cell(text)).join('')}</row>`)
    .join('');
  const sheet = `<worksheet xmlns="${MAIN}"><sheetData>${body}</sheetData></worksheet>`;
  return writeZip(
    [...FIXED, ['xl/worksheets/sheet1.xml', sheet] as const].map(([name, text]) => ({
      name,
      bytes: Buffer.from(text),
    })),
  );
}

function cell(text: string): string {
  return text === ''
    ? '<c/>'
    : `<c t="inlineStr"><is><t>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`;
}
