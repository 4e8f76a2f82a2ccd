import { describe, expect, it } from 'vitest';
import { decodeWorkbook } from '../../../src/sheet/formats/decode-workbook.ts';
import type { Decoded } from '../../../src/sheet/grid.ts';
import { textsOf } from './plain-rows.ts';

function decode(text: string): Promise<Decoded> {
  return decodeWorkbook(Buffer.from(text));
}

function sheet(decoded: Decoded, at = 0) {
  if (!decoded.ok) throw new Error(decoded.refusal.code);
  return decoded.workbook.grids[at];
}

describe('HTML tables', () => {
  it('keeps merged cells as areas and steps over what they cover', async () => {
    const grid = sheet(
      await decode(
        '<table><tr><td rowspan="2">成都市<td colspan=2>a&amp;b</tr><tr><td>061883855<td>x<br>y</tr></table>',
      ),
    );
    expect(grid?.merges).toEqual([
      { top: 1, left: 1, bottom: 2, right: 1 },
      { top: 1, left: 2, bottom: 1, right: 3 },
    ]);
    expect(grid?.rows[1]?.cells.map(({ column, text }) => [column, text])).toEqual([
      [2, '061883855'],
      [3, 'x\ny'],
    ]);
  });
  it('gives a nested table a sheet of its own', async () => {
    const decoded = await decode('<table><tr><td>外<table><tr><td>内</td></tr></table></td></tr></table>');
    expect(sheet(decoded, 0)?.rows[0]?.cells[0]?.text).toBe('外');
    expect(sheet(decoded, 1)?.rows[0]?.cells[0]?.text).toBe('内');
  });
  it('takes the stored number of Excel where a number is shown', async () => {
    const grid = sheet(
      await decode(
        '<table><tr><td x:num="4507189005101151">4.50719E+15</td><td x:num="45678">1月21日</td></tr></table>',
      ),
    );
    expect(grid?.rows[0]?.cells).toEqual([
      { column: 1, stored: 'number', text: '4507189005101151' },
      { column: 2, stored: 'text', text: '1月21日' },
    ]);
  });
});

describe('SpreadsheetML 2003', () => {
  it('keeps digits, places, hidden rows and merged cells', async () => {
    const decoded = await decode(`<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Worksheet ss:Name="表"><Table><Column ss:Index="2" ss:Hidden="1" ss:Span="1"/>
<Row ss:Index="3" ss:Hidden="1"><Cell ss:MergeAcross="1"><Data ss:Type="String">成都市</Data></Cell><Cell><Data ss:Type="Number">5101151234567890123456</Data></Cell></Row>
</Table></Worksheet></Workbook>`);
    expect(sheet(decoded)).toMatchObject({
      name: '表',
      hiddenColumns: [2, 3],
      merges: [{ top: 3, left: 1, bottom: 3, right: 2 }],
      rows: [
        {
          number: 3,
          hidden: true,
          cells: [
            { column: 1, text: '成都市' },
            { column: 3, stored: 'number', text: '5101151234567890123456' },
          ],
        },
      ],
    });
  });
  it('refuses entity definitions', async () => {
    expect(textsOf(await decode('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><Workbook/>'))).toBe(
      'file/unsafe-xml',
    );
  });
});
