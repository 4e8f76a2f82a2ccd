import { describe, expect, it } from 'vitest';
import { readOoxml } from '../../../../src/sheet/formats/ooxml/read-ooxml.ts';
import { writeZip } from '../../../../src/sheet/formats/zip/write-zip.ts';
import { buildPackage, relationships, sheetOf } from './build-package.ts';

const ROW = '<row r="1"><c r="A1"><v>1</v></c></row>';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function refusalOf(bytes: Uint8Array): string {
  const decoded = readOoxml(bytes);
  if (decoded.ok) return 'read';
  expect(decoded.refusal.text).not.toBe('');
  expect(decoded.refusal.ask).not.toBe('');
  return decoded.refusal.code;
}

function single(rows: string, after = ''): Uint8Array {
  return buildPackage({ sheets: [sheetOf(rows, after)], store: rows.length > 100_000 });
}

describe('hostile and broken workbooks are refused', () => {
  it.each<[string, string, Uint8Array]>([
    ['nothing at all', 'file/corrupt', new Uint8Array()],
    ['half a file', 'file/corrupt', single(ROW).subarray(0, 400)],
    [
      'a cell in the farthest corner',
      'file/too-large',
      single(`${ROW}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`),
    ],
    [
      'an address beyond every sheet',
      'file/corrupt',
      single('<row r="1"><c r="ZZZZZZZ99999999999"><v>1</v></c></row>'),
    ],
    ['a row beyond every sheet', 'file/corrupt', single('<row r="99999999"><c r="A99999999"><v>1</v></c></row>')],
    ['a cell of another row', 'file/corrupt', single('<row r="1"><c r="A2"><v>1</v></c></row>')],
    ['a cell given twice', 'file/corrupt', single('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>')],
    ['a cell given twice in two rows', 'file/corrupt', single(`${ROW}${ROW}`)],
    [
      'a document type',
      'file/unsafe-xml',
      buildPackage({
        sheets: [sheetOf(ROW)],
        parts: {
          'xl/worksheets/sheet1.xml':
            '<!DOCTYPE a [<!ENTITY l "l"><!ENTITY l2 "&l;&l;">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&l2;</t></is></c></row></sheetData></worksheet>',
        },
      }),
    ],
    [
      'a document type in the list of sheets',
      'file/unsafe-xml',
      buildPackage({
        sheets: [sheetOf(ROW)],
        parts: { 'xl/workbook.xml': '<!DOCTYPE x SYSTEM "file:///etc/passwd"><workbook/>' },
      }),
    ],
    ['an entity declared late', 'file/unsafe-xml', single(`${ROW}<!ENTITY a "b">`)],
    ['200,000 nested elements', 'file/unsafe-xml', single(ROW, '<x>'.repeat(200_000))],
    [
      'a text of two megabytes',
      'file/too-large',
      single(`<row r="1"><c r="A1" t="inlineStr"><is><t>${'好'.repeat(700_000)}</t></is></c></row>`),
    ],
    [
      'a value of two megabytes',
      'file/too-large',
      single(`<row r="1"><c r="A1"><v>${'1'.repeat(2_000_000)}</v></c></row>`),
    ],
    ['no shared strings', 'file/corrupt', single('<row r="1"><c r="A1" t="s"><v>0</v></c></row>')],
    [
      'an index beyond the shared strings',
      'file/corrupt',
      buildPackage({
        sheets: [sheetOf('<row r="1"><c r="A1" t="s"><v>7</v></c></row>')],
        strings: '<si><t>a</t></si>',
      }),
    ],
    [
      'a negative index',
      'file/corrupt',
      buildPackage({
        sheets: [sheetOf('<row r="1"><c r="A1" t="s"><v>-1</v></c></row>')],
        strings: '<si><t>a</t></si>',
      }),
    ],
    [
      'an unclosed sheet',
      'file/corrupt',
      buildPackage({
        sheets: [],
        parts: { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row>' },
        sheetAttributes: [],
        workbookHead: '<sheets><sheet name="a" r:id="rId1"/></sheets>',
      }),
    ],
    [
      'bytes in no encoding',
      'file/corrupt',
      buildPackage({
        sheets: [sheetOf(ROW)],
        parts: { 'xl/worksheets/sheet1.xml': Buffer.from([0x3c, 0x61, 0x3e, 0xc3, 0x28]) },
      }),
    ],
    [
      'a missing sheet',
      'file/corrupt',
      buildPackage({ sheets: [sheetOf(ROW)], parts: { 'xl/worksheets/sheet1.xml': undefined } }),
    ],
    [
      'a sheet that is the workbook',
      'file/corrupt',
      buildPackage({
        sheets: [sheetOf(ROW)],
        parts: {
          'xl/_rels/workbook.xml.rels': relationships([`Id="rId1" Type="${OFFICE}/worksheet" Target="workbook.xml"`]),
        },
      }),
    ],
    [
      'two sheets of one part',
      'file/corrupt',
      buildPackage({
        sheets: [sheetOf(ROW), sheetOf(ROW)],
        parts: {
          'xl/_rels/workbook.xml.rels': relationships(
            ['rId1', 'rId2'].map((id) => `Id="${id}" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"`),
          ),
        },
      }),
    ],
    [
      '20,001 merged areas',
      'file/too-large',
      single(ROW, `<mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(20_001)}</mergeCells>`),
    ],
    [
      'sheets without a value',
      'file/empty-workbook',
      buildPackage({ sheets: [sheetOf('<row r="1"><c r="A1" s="1"/></row>'), sheetOf('')] }),
    ],
    ['no sheets', 'file/empty-workbook', buildPackage({ sheets: [] })],
  ])('%s', (_what, code, bytes) => {
    expect(refusalOf(bytes)).toBe(code);
  });

  it('a sheet of zeros', () => {
    const zeros = Buffer.alloc(40_000_000, 0x20);
    expect(refusalOf(buildPackage({ sheets: [''], parts: { 'xl/worksheets/sheet1.xml': zeros } }))).toBe('file/bomb');
  });

  it('three million cells', () => {
    const row = `<row>${'<c><v>1</v></c>'.repeat(100)}</row>`;
    expect(refusalOf(single(row.repeat(30_000)))).toBe('file/too-large');
  });

  it('more rows than a registry can have', () => {
    expect(refusalOf(single('<row><c><v>1</v></c></row>'.repeat(200_001)))).toBe('file/too-large');
  });

  it('damaged compressed data', () => {
    const bytes = Buffer.from(single(ROW));
    const name = 'xl/worksheets/sheet1.xml';
    const start = bytes.indexOf(name) + name.length;
    bytes.fill(0xff, start + 4, start + 24);
    expect(refusalOf(bytes)).toBe('file/corrupt');
  });
});

describe('odd but harmless workbooks are read', () => {
  it('a merged area over the whole sheet is clipped to what is filled', () => {
    const decoded = readOoxml(single(ROW, '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'));
    expect(decoded).toMatchObject({
      ok: true,
      workbook: { grids: [{ merges: [{ top: 1, left: 1, bottom: 1, right: 1 }] }] },
    });
  });

  it('every column hidden', () => {
    const decoded = readOoxml(
      buildPackage({ sheets: [`<cols><col min="1" max="16384" hidden="1"/></cols>${sheetOf(ROW)}`] }),
    );
    expect(decoded).toMatchObject({ ok: true, workbook: { grids: [{ hiddenColumns: [1] }] } });
  });

  it('a lying dimension and 20,000 styled blank rows', () => {
    const blank = Array.from(
      { length: 20_000 },
      (_row, index) => `<row r="${index + 2}"><c r="A${index + 2}" s="1"/></row>`,
    );
    const decoded = readOoxml(
      buildPackage({ sheets: [`<dimension ref="A1:XFD1048576"/>${sheetOf(ROW + blank.join(''))}`] }),
    );
    expect(decoded).toMatchObject({ ok: true, workbook: { grids: [{ rows: [{ number: 1 }] }] } });
  });

  it('names that point at prototypes', () => {
    const bytes = buildPackage({
      sheets: [sheetOf('<row r="1"><c r="A1" t="inlineStr"><is><t>__proto__</t></is></c></row>')],
      sheetAttributes: ['name="__proto__"'],
      parts: { __proto__2: 'x', 'xl/__proto__': 'x' },
    });
    const withProto = writeZip([{ name: '__proto__', bytes: Buffer.from('x') }]);
    expect(readOoxml(bytes)).toMatchObject({ ok: true, workbook: { grids: [{ name: '__proto__' }] } });
    expect(refusalOf(withProto)).toBe('file/corrupt');
    expect(Object.keys({})).toEqual([]);
  });
});
