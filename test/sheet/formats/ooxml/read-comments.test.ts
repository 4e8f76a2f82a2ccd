import { describe, expect, it } from 'vitest';
import { readOoxml } from '../../../../src/sheet/formats/ooxml/read-ooxml.ts';
import { buildPackage, relationships, sheetOf } from './build-package.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The notes of a sheet whose comments part holds this. */
function notes(comments: string | undefined) {
  const decoded = readOoxml(
    buildPackage({
      sheets: [sheetOf('<row r="2"><c r="B2"><v>1</v></c></row>')],
      parts: {
        'xl/worksheets/_rels/sheet1.xml.rels': relationships([
          `Id="rId1" Type="${OFFICE}/comments" Target="../comments1.xml"`,
        ]),
        'xl/comments1.xml': comments,
      },
    }),
  );
  if (!decoded.ok) throw new Error(decoded.refusal.text);
  return decoded.workbook.grids[0]?.notes;
}

function list(inner: string): string {
  return `<comments xmlns="${MAIN}"><authors><author>税</author></authors><commentList>${inner}</commentList></comments>`;
}

describe('the comments of a sheet', () => {
  it('are read with their place, all runs joined', () => {
    const text = '<text><r><rPr><b/></rPr><t>税:</t></r><r><t>\n号码已换</t></r></text>';
    expect(notes(list(`<comment ref="B2" authorId="0">${text}</comment>`))).toEqual([
      { row: 2, column: 2, text: '税:\n号码已换' },
    ]);
  });

  it('of our own are left out, and ours below somebody else’s', () => {
    const ours = '<comment ref="B2" authorId="0"><text><t>【名册校验】号码位数不对</t></text></comment>';
    const both = '<comment ref="C2" authorId="0"><text><t>停机\n【名册校验】号码位数不对</t></text></comment>';
    expect(notes(list(ours + both))).toEqual([{ row: 2, column: 3, text: '停机' }]);
    expect(notes(list(ours))).toBeUndefined();
  });

  it.each([
    ['missing', undefined],
    ['broken', '<comments><commentList><comment ref="B2"><text><t>坏'],
    ['without a place', list('<comment authorId="0"><text><t>某处</t></text></comment>')],
  ])('that are %s do not keep the sheet from being read', (_, comments) => {
    expect(notes(comments)).toBeUndefined();
  });
});
