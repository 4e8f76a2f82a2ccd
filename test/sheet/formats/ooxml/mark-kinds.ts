import * as sheetjs from '@e965/xlsx';
import exceljs from 'exceljs';
import { writeXlsx } from 'hucre/xlsx';
import { buildPackage, type PackagePlan, prefixed, relationships, rewritePackage, sheetOf } from './build-package.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const VML_TYPE = 'application/vnd.openxmlformats-officedocument.vmlDrawing';
/** A4 holds a code, row 5 is blank but styled, row 9 is missing. */
const ROWS =
  '<row r="4"><c r="A4" s="1" t="inlineStr"><is><t>061883855</t></is></c><c r="C4"><v>7</v></c></row><row r="5" s="1" customFormat="1"/><row r="20"><c r="A20"><v>20</v></c></row>';
const STYLES =
  '<fonts count="1"><font><sz val="11"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="49" fontId="0" fillId="1" borderId="0" applyFill="1"><alignment horizontal="center"/></xf></cellXfs>';
const PLAIN: PackagePlan = { sheets: [sheetOf(ROWS)], styles: STYLES, sheetAttributes: ['name="附件2"'] };

function sheetWith(after: string, before = ''): PackagePlan {
  return { ...PLAIN, sheets: [`${before}${sheetOf(ROWS, after)}`] };
}

function withTypes(bytes: Uint8Array, plan: PackagePlan, types: string): Uint8Array {
  return bytes.length === 0
    ? bytes
    : rewritePackage(plan, (name, text) => [
        name,
        name.startsWith('[') ? text.replace('</Types>', `${types}</Types>`) : text,
      ]);
}

/** An existing comment whose drawing declares no `o:`, as openpyxl writes it. */
function withComments(author: string, extra: Readonly<Record<string, string>> = {}): Uint8Array {
  const plan: PackagePlan = {
    ...sheetWith('<legacyDrawing r:id="anysvml"/>'),
    parts: {
      'xl/worksheets/_rels/sheet1.xml.rels': relationships([
        `Id="comments" Type="${OFFICE}/comments" Target="/xl/comments/comment1.xml"`,
        `Id="anysvml" Type="${OFFICE}/vmlDrawing" Target="../drawings/commentsDrawing1.vml"`,
      ]),
      'xl/comments/comment1.xml': `<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>${author}</author></authors><commentList><comment ref="A4" authorId="0"><text><t>请核对 &amp; 回复</t></text></comment></commentList></comments>`,
      'xl/drawings/commentsDrawing1.vml':
        '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="_x0000_s0001" type="#_x0000_t202"><x:ClientData ObjectType="Note"><x:Row>3</x:Row><x:Column>0</x:Column></x:ClientData></v:shape></xml>',
      ...extra,
    },
  };
  return withTypes(buildPackage(plan), plan, `<Default Extension="vml" ContentType="${VML_TYPE}"/>`);
}

async function excelTemplate(): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet('附件2', { views: [{ state: 'frozen', ySplit: 3 }] });
  sheet.addRows([['附件2'], ['标题'], ['名称', '代码'], ['某院', '061883855']]);
  sheet.mergeCells('A2:C2');
  sheet.getCell('B4').dataValidation = { type: 'list', formulae: ['"甲,乙"'], allowBlank: true };
  sheet.addConditionalFormatting({
    ref: 'B4:B9',
    rules: [{ type: 'expression', priority: 1, formulae: ['LEN(B4)<>9'], style: { font: { bold: true } } }],
  });
  sheet.getCell('A4').note = '旧批注';
  sheet.pageSetup.printArea = 'A1:C9';
  await sheet.protect('x', {});
  const picture = workbook.addImage({ buffer: Buffer.from('89504e470d0a1a0a', 'hex').buffer, extension: 'png' });
  sheet.addImage(picture, 'E1:F2');
  workbook.addWorksheet('_字典', { state: 'veryHidden' }).addRow(['甲']);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function sheetjsBook(): Uint8Array {
  const workbook = sheetjs.utils.book_new();
  sheetjs.utils.book_append_sheet(workbook, sheetjs.utils.aoa_to_sheet([['名称'], ['某院', '0012']]), '附件2');
  const bytes: unknown = sheetjs.write(workbook, { type: 'buffer', bookType: 'xlsx' });
  if (!(bytes instanceof Uint8Array)) throw new Error('no bytes');
  return bytes;
}

const PARTS_WITH_CHART = {
  'xl/worksheets/_rels/sheet1.xml.rels': relationships([
    `Id="rId1" Type="${OFFICE}/drawing" Target="../drawings/drawing1.xml"`,
  ]),
  'xl/drawings/drawing1.xml': '<xdr:wsDr xmlns:xdr="d"><xdr:graphicFrame/></xdr:wsDr>',
  'xl/drawings/_rels/drawing1.xml.rels': relationships([
    `Id="rId1" Type="${OFFICE}/chart" Target="../charts/chart1.xml"`,
  ]),
  'xl/charts/chart1.xml': '<c:chartSpace xmlns:c="c"/>',
};

/** Files as senders' programs make them, each with a sheet 附件2. */
export async function markKinds(): Promise<(readonly [kind: string, bytes: Uint8Array])[]> {
  const blanks = Array.from(
    { length: 20_000 },
    (_row, index) => `<row r="${index + 21}"><c r="A${index + 21}" s="1"/></row>`,
  );
  const strict = (text: string): string =>
    text
      .replaceAll(
        'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
        'http://purl.oclc.org/ooxml/spreadsheetml/main',
      )
      .replaceAll(OFFICE, 'http://purl.oclc.org/ooxml/officeDocument/relationships');
  const macros: PackagePlan = {
    ...PLAIN,
    mainType: 'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
    parts: {
      'xl/vbaProject.bin': 'program',
      'xl/_rels/workbook.xml.rels': relationships([
        `Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"`,
        `Id="rIdStyles" Type="${OFFICE}/styles" Target="styles.xml"`,
        'Id="rId9" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"',
      ]),
    },
  };
  return [
    ['an exceljs template', await excelTemplate()],
    ['a hucre book', await writeXlsx({ sheets: [{ name: '附件2', rows: [['名称'], ['某院', '0012']] }] })],
    ['a SheetJS book', sheetjsBook()],
    ['a plain book', buildPackage(PLAIN)],
    ['prefixed names', rewritePackage(PLAIN, (name, text) => [name, name.startsWith('[') ? text : prefixed(text)])],
    ['prefixed lists', rewritePackage(PLAIN, (name, text) => [name, prefixed(text)])],
    [
      'no addresses',
      rewritePackage(
        { ...PLAIN, sheets: [sheetOf('<row><c t="inlineStr"><is><t>a</t></is></c><c><v>1</v></c></row><row/>')] },
        (name, text) => [name, text],
      ),
    ],
    ['backslashes', rewritePackage(PLAIN, (name, text) => [name.replaceAll('/', '\\'), text])],
    ['ISO strict', rewritePackage(PLAIN, (name, text) => [name, strict(text)])],
    [
      'UTF-16',
      rewritePackage(PLAIN, (name, text) => [
        name,
        name.endsWith('sheet1.xml')
          ? Buffer.from(`\uFEFF<?xml version="1.0" encoding="UTF-16"?>${text}`, 'utf16le')
          : text,
      ]),
    ],
    [
      'WPS pictures',
      buildPackage({
        ...PLAIN,
        sheets: [
          sheetOf('<row r="4"><c r="A4" t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c></row>'),
        ],
        parts: { 'xl/cellimages.xml': '<etc:cellImages xmlns:etc="e"/>', 'xl/media/image1.png': 'png' },
      }),
    ],
    [
      'an external link and a calculation chain',
      buildPackage({
        ...sheetWith(''),
        parts: {
          'xl/externalLinks/externalLink1.xml': '<externalLink/>',
          'xl/calcChain.xml': '<calcChain><c r="A1" i="1"/></calcChain>',
        },
      }),
    ],
    ['old comments', withComments('某人')],
    [
      'threaded comments',
      withComments('tc={1}', {
        'xl/threadedComments/threadedComment1.xml': '<ThreadedComments/>',
        'xl/persons/person.xml': '<personList/>',
      }),
    ],
    [
      'validations of whole columns',
      buildPackage(
        sheetWith(
          '<dataValidations count="1"><dataValidation type="list" sqref="B1:B1048576"><formula1>"a,b"</formula1></dataValidation></dataValidations>',
        ),
      ),
    ],
    [
      'macros',
      withTypes(
        new Uint8Array([1]),
        macros,
        '<Override PartName="/xl/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/>',
      ),
    ],
    [
      'a template file',
      buildPackage({
        ...PLAIN,
        mainType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml',
      }),
    ],
    ['a chart', buildPackage({ ...sheetWith('<drawing r:id="rId1"/>'), parts: PARTS_WITH_CHART })],
    ['styled blanks', buildPackage({ ...PLAIN, sheets: [sheetOf(ROWS + blanks.join(''))] })],
    [
      'no styles',
      buildPackage({ sheets: [sheetOf('<row r="1"><c r="A1"><v>1</v></c></row>')], sheetAttributes: ['name="附件2"'] }),
    ],
    [
      'tables, controls and extensions',
      buildPackage(
        sheetWith(
          '<mc:AlternateContent xmlns:mc="m"><mc:Choice Requires="x14"><controls/></mc:Choice></mc:AlternateContent><tableParts count="0"/><extLst><ext uri="u"/></extLst>',
        ),
      ),
    ],
    [
      'print areas and a second sheet in front',
      buildPackage({
        ...PLAIN,
        sheets: [sheetOf(ROWS), sheetOf(ROWS)],
        sheetAttributes: ['name="附件2"', 'name="b"'],
        workbookHead: '<bookViews><workbookView activeTab="1"/></bookViews>',
      }),
    ],
    [
      'a sheet that is called 校验结果 already',
      buildPackage({
        ...PLAIN,
        sheets: [sheetOf(ROWS), sheetOf(ROWS)],
        sheetAttributes: ['name="附件2"', 'name="校验结果"'],
      }),
    ],
    [
      'styles that nothing points at',
      buildPackage({
        ...PLAIN,
        parts: {
          'xl/_rels/workbook.xml.rels': relationships([
            `Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"`,
          ]),
        },
      }),
    ],
    ['columns with a style', buildPackage(sheetWith('', '<cols><col min="1" max="9" width="9" style="1"/></cols>'))],
  ];
}
