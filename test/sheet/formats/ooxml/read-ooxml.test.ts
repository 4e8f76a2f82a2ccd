import { describe, expect, it } from 'vitest';
import { readOoxml } from '../../../../src/sheet/formats/ooxml/read-ooxml.ts';
import { writeZip } from '../../../../src/sheet/formats/zip/write-zip.ts';
import type { Cell, Grid, Workbook } from '../../../../src/sheet/grid.ts';
import { buildPackage, buildParts, prefixed, relationships, rewritePackage, sheetOf } from './build-package.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const ROSTER = sheetOf(
  '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>',
);
const STRINGS = '<si><t>雅安市</t></si><si><t>061883855</t></si>';

function workbookOf(bytes: Uint8Array): Workbook {
  const decoded = readOoxml(bytes);
  if (!decoded.ok) throw new Error(decoded.refusal.text);
  return decoded.workbook;
}

function firstGrid(bytes: Uint8Array): Grid {
  const grid = workbookOf(bytes).grids[0];
  if (grid === undefined) throw new Error('no grid');
  return grid;
}

/** Address-free view of a grid: row number → texts by column. */
function texts(grid: Grid): Record<string, string> {
  const found: Record<string, string> = {};
  for (const row of grid.rows) for (const cell of row.cells) found[`${row.number}:${cell.column}`] = cell.text;
  return found;
}

function cellOf(
  inner: string,
  plan: { strings?: string; styles?: string; workbookHead?: string } = {},
): Cell | undefined {
  const marker = '<row r="9"><c r="A9"><v>9</v></c></row>';
  return firstGrid(buildPackage({ sheets: [sheetOf(`<row r="1">${inner}</row>${marker}`)], ...plan })).rows.find(
    (row) => row.number === 1,
  )?.cells[0];
}

describe('text of a cell stays as the file holds it', () => {
  it.each([
    ['22 digits', '<c r="A1"><v>1234567890123456789012</v></c>', 'number', '1234567890123456789012'],
    ['a scientific remnant', '<c r="A1"><v>5.10107E+21</v></c>', 'number', '5.10107E+21'],
    ['a tail of noughts', '<c r="A1"><v>1.50</v></c>', 'number', '1.50'],
    ['a negative number', '<c r="A1"><v>-3</v></c>', 'number', '-3'],
    ['inline text', '<c r="A1" t="inlineStr"><is><t>00123</t></is></c>', 'text', '00123'],
    [
      'rich inline text',
      '<c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>雅安第</t></r><r><t>709</t></r></is></c>',
      'text',
      '雅安第709',
    ],
    [
      'phonetic guides',
      '<c r="A1" t="inlineStr"><is><t>成都</t><rPh sb="0" eb="2"><t>chengdu</t></rPh></is></c>',
      'text',
      '成都',
    ],
    ['escaped characters', '<c r="A1" t="inlineStr"><is><t>a_x000D_b_x005F_x0041_</t></is></c>', 'text', 'a\rb_x0041_'],
    [
      'entities and CDATA',
      '<c r="A1" t="inlineStr"><is><t>A&amp;B&#x4E2D;<![CDATA[<c>]]></t></is></c>',
      'text',
      'A&B中<c>',
    ],
    ['an unknown entity', '<c r="A1" t="inlineStr"><is><t>&xxe;</t></is></c>', 'text', '&xxe;'],
    ['line ends', '<c r="A1" t="inlineStr"><is><t>一\r\n二</t></is></c>', 'text', '一\n二'],
    ['spaces', '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> 甲 </t></is></c>', 'text', ' 甲 '],
    ['a comment in a value', '<c r="A1"><v>12<!-- x -->34</v></c>', 'number', '1234'],
    ['yes', '<c r="A1" t="b"><v>1</v></c>', 'boolean', 'TRUE'],
    ['no', '<c r="A1" t="b"><v>false</v></c>', 'boolean', 'FALSE'],
    ['an error', '<c r="A1" t="e"><v>#N/A</v></c>', 'error', '#N/A'],
    ['an ISO date', '<c r="A1" t="d"><v>2025-01-31T00:00:00Z</v></c>', 'date', '2025-01-31T00:00:00Z'],
    ['a small address', '<c r="a1"><v>7</v></c>', 'number', '7'],
  ])('%s', (_what, inner, stored, text) => {
    expect(cellOf(inner)).toMatchObject({ column: 1, stored, text });
  });

  it('blank cells are left out, white space is text', () => {
    expect(cellOf('<c r="A1" s="0"/>')).toBeUndefined();
    expect(cellOf('<c r="A1" t="inlineStr"><is><t></t></is></c>')).toBeUndefined();
    expect(cellOf('<c r="A1" t="str"><f>IF(1,"","")</f><v></v></c>')).toBeUndefined();
    expect(cellOf('<c r="A1" t="inlineStr"><is><t>　</t></is></c>')?.text).toBe('　');
  });

  it('formulas keep their text and their stored result', () => {
    expect(cellOf('<c r="A1" t="str"><f>B1&amp;"市"</f><v>雅安市</v></c>')).toMatchObject({
      stored: 'formula',
      text: '雅安市',
      formula: 'B1&"市"',
    });
    expect(cellOf('<c r="A1"><f t="shared" si="0"/><v>3</v></c>')).toEqual({ column: 1, stored: 'formula', text: '3' });
  });

  it('a formula that was never calculated is not lost', () => {
    const workbook = workbookOf(buildPackage({ sheets: [sheetOf('<row r="1"><c r="A1"><f>1+1</f></c></row>')] }));
    expect(workbook.grids[0]?.rows[0]?.cells[0]).toMatchObject({ stored: 'formula', text: '', formula: '1+1' });
    expect(workbook.traits).toContain('uncalculated-formulas');
  });

  it('WPS pictures in cells are told', () => {
    const formula = '_xlfn.DISPIMG("ID_0F",1)';
    const cell = `<c r="A1" t="str"><f>${formula.replaceAll('"', '&quot;')}</f><v>=DISPIMG(&quot;ID_0F&quot;,1)</v></c>`;
    const workbook = workbookOf(buildPackage({ sheets: [sheetOf(`<row r="1">${cell}</row>`)] }));
    expect(workbook.traits).toContain('cell-pictures');
    expect(workbook.grids[0]?.rows[0]?.cells[0]?.formula).toBe(formula);
  });
});

describe('number formats and dates', () => {
  const styles = (code: string): string =>
    `<numFmts count="1"><numFmt numFmtId="164" formatCode="${code}"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="49"/></cellXfs>`;

  it.each([
    ['yyyy-mm-dd', '45688', '2025-01-31'],
    ['yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;', '45688.5', '2025-01-31T12:00:00'],
    ['[$-804]aaaa;@', '45688', undefined],
    ['yyyy/m', '1', '1900-01-01'],
    ['yyyy/m', '59', '1900-02-28'],
    ['yyyy/m', '60', undefined],
    ['yyyy/m', '61', '1900-03-01'],
    ['yyyy/m', '2958466', undefined],
    ['yyyy/m', '-1', undefined],
    ['h:mm', '0.5', undefined],
    ['[h]:mm', '45688', undefined],
    ['0.00E+00', '45688', undefined],
    ['0&quot;day&quot;', '45688', undefined],
    ['[Red]0', '45688', undefined],
    ['m/d', '45688', '2025-01-31'],
  ])('%s shows %s as %s', (code, value, date) => {
    const cell = cellOf(`<c r="A1" s="1"><v>${value}</v></c>`, { styles: styles(code) });
    expect(cell).toMatchObject({ text: value, stored: date === undefined ? 'number' : 'date' });
    expect(cell?.date).toBe(date);
  });

  it('counts from 1904 where the workbook says so', () => {
    const plan = { styles: styles('0'), workbookHead: '<workbookPr date1904="true"/>' };
    expect(cellOf('<c r="A1" s="2"><v>44226</v></c>', plan)?.date).toBe('2025-01-31');
    expect(cellOf('<c r="A1" s="2"><v>0</v></c>', plan)?.date).toBe('1904-01-01');
  });

  it('keeps @ and leaves General out', () => {
    const plan = { styles: styles('General'), strings: STRINGS };
    expect(cellOf('<c r="A1" s="3" t="s"><v>1</v></c>', plan)?.format).toBe('@');
    expect(cellOf('<c r="A1" s="1" t="s"><v>1</v></c>', plan)).not.toHaveProperty('format');
    expect(cellOf('<c r="A1" s="0" t="s"><v>1</v></c>', plan)).not.toHaveProperty('format');
  });
});

describe('packages as producers make them', () => {
  const expected = { '1:1': '雅安市', '1:2': '061883855', '2:1': '1' };
  const plain = { sheets: [ROSTER], strings: STRINGS };

  function rewritten(change: (name: string, text: string) => readonly [string, string]): Uint8Array {
    return rewritePackage(plain, change);
  }

  it.each<[string, Uint8Array]>([
    ['a plain package', buildPackage(plain)],
    [
      'prefixed names',
      rewritten((name, text) => [name, name.endsWith('.rels') || name.startsWith('[') ? text : prefixed(text)]),
    ],
    ['prefixed relationships too', rewritten((name, text) => [name, name.startsWith('[') ? text : prefixed(text)])],
    ['no addresses on rows and cells', rewritten((name, text) => [name, text.replaceAll(/ r="[A-Z]*\d+"/gu, '')])],
    ['no addresses on rows', rewritten((name, text) => [name, text.replaceAll(/<row r="\d+"/gu, '<row')])],
    ['no addresses on cells', rewritten((name, text) => [name, text.replaceAll(/<c r="[A-Z]\d"/gu, '<c')])],
    ['backslashes in part names', rewritten((name, text) => [name.replaceAll('/', '\\'), text])],
    [
      'oddly cased part names',
      rewritten((name, text) => [name.replace('sharedStrings', 'SharedStrings').replace('xl/work', 'XL/work'), text]),
    ],
    [
      'absolute targets',
      rewritten((name, text) => [name, text.replaceAll('Target="worksheets', 'Target="/xl/worksheets')]),
    ],
    [
      'targets with steps',
      rewritten((name, text) => [name, text.replaceAll('Target="worksheets', 'Target="../xl/./worksheets')]),
    ],
    [
      'ISO strict',
      rewritten((name, text) => [
        name,
        text
          .replaceAll(
            'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
            'http://purl.oclc.org/ooxml/spreadsheetml/main',
          )
          .replaceAll(OFFICE, 'http://purl.oclc.org/ooxml/officeDocument/relationships'),
      ]),
    ],
    ['byte order marks', rewritten((name, text) => [name, `\uFEFF${text}`])],
    ['no list of content types', buildPackage({ ...plain, parts: { '[Content_Types].xml': undefined } })],
    ['junk before the archive', Buffer.concat([Buffer.from('mail gateway\r\n'), buildPackage(plain)])],
    [
      'rows in the wrong order',
      rewritten((name, text) => [name, text.replace(/(<row r="1">.*?<\/row>)(<row r="2">.*?<\/row>)/u, '$2$1')]),
    ],
    ['single quotes', rewritten((name, text) => [name, text.replaceAll('"', "'")])],
    [
      'line breaks within tags',
      rewritten((name, text) => [name, text.replaceAll(/<(c|row) /gu, '<$1\n\t').replaceAll('</v>', '</v >')]),
    ],
  ])('%s', (_what, bytes) => {
    expect(texts(firstGrid(bytes))).toEqual(expected);
  });

  it.each(['utf-16le', 'utf-16be'])('parts in %s', (encoding) => {
    const parts = buildParts(plain).map(([name, content]) => {
      const bytes = Buffer.from(`\uFEFF${content.toString()}`, 'utf16le');
      if (encoding === 'utf-16be') bytes.swap16();
      return { name, bytes };
    });
    expect(texts(firstGrid(writeZip(parts)))).toEqual(expected);
  });

  it.each([
    ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml', 'xlsx'],
    ['application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml', 'xltx'],
    ['application/vnd.ms-excel.sheet.macroEnabled.main+xml', 'xlsm'],
    ['application/vnd.ms-excel.template.macroEnabled.main+xml', 'xltm'],
  ])('%s is %s', (mainType, format) => {
    expect(workbookOf(buildPackage({ ...plain, mainType })).format).toBe(format);
  });
});

describe('what a sheet says beside its cells', () => {
  it('hidden rows, columns and sheets, merged areas, the part of each sheet', () => {
    const rows = '<row r="3" hidden="1"><c r="A3"><v>1</v></c><c r="D3"><v>2</v></c></row>';
    const first = `<cols><col min="2" max="3" hidden="true"/><col min="4" max="4" width="9"/></cols>${sheetOf(rows, '<mergeCells count="1"><mergeCell ref="A1:D1"/></mergeCells>')}`;
    const workbook = workbookOf(
      buildPackage({
        sheets: [first, sheetOf(''), sheetOf('')],
        sheetAttributes: ['name="a &amp; b"', 'name="旧表" state="hidden"', 'name="_meta" state="veryHidden"'],
      }),
    );
    expect(workbook.grids.map((grid) => [grid.name, grid.state, grid.part])).toEqual([
      ['a & b', 'visible', 'xl/worksheets/sheet1.xml'],
      ['旧表', 'hidden', 'xl/worksheets/sheet2.xml'],
      ['_meta', 'veryHidden', 'xl/worksheets/sheet3.xml'],
    ]);
    expect(workbook.grids[0]).toMatchObject({
      rows: [{ number: 3, hidden: true }],
      hiddenColumns: [2, 3],
      merges: [{ top: 1, left: 1, bottom: 1, right: 4 }],
    });
  });

  it('macros, external links, charts and pictures are told', () => {
    const workbook = workbookOf(
      buildPackage({
        sheets: [ROSTER],
        strings: STRINGS,
        parts: {
          'xl/vbaProject.bin': 'x',
          'xl/externalLinks/externalLink1.xml': '<x/>',
          'xl/charts/chart1.xml': '<x/>',
          'xl/media/image1.png': 'x',
        },
      }),
    );
    expect(workbook.traits).toEqual(['charts', 'external-links', 'macros', 'pictures']);
  });

  it('chart sheets hold no cells and are told', () => {
    const workbook = workbookOf(
      buildPackage({
        sheets: [ROSTER, '<x/>'],
        strings: STRINGS,
        parts: {
          'xl/_rels/workbook.xml.rels': relationships([
            `Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"`,
            `Id="rId2" Type="${OFFICE}/chartsheet" Target="chartsheets/sheet1.xml"`,
          ]),
        },
      }),
    );
    expect(workbook.grids).toHaveLength(1);
    expect(workbook.traits).toContain('chart-sheets');
  });
});

describe('what is crossed out', () => {
  const styles =
    '<fonts><font><sz val="11"/></font><font><strike/></font><font><strike val="0"/></font></fonts>' +
    '<cellXfs><xf fontId="0"/><xf fontId="1" numFmtId="14"/><xf fontId="2"/><xf fontId="1"/></cellXfs>';

  it.each([
    ['plainly written', '<c r="A1" s="0" t="str"><v>青杠</v></c>', undefined],
    ['crossed out', '<c r="A1" s="3" t="str"><v>青杠</v></c>', true],
    ['a date crossed out', '<c r="A1" s="1"><v>45658</v></c>', true],
    ['crossing out taken back', '<c r="A1" s="2" t="str"><v>青杠</v></c>', undefined],
    ['a style that does not exist', '<c r="A1" s="9" t="str"><v>青杠</v></c>', undefined],
  ])('%s', (_, inner, struck) => {
    expect(cellOf(inner, { styles })?.struck).toBe(struck);
  });
});
