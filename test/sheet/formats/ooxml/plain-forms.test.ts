import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOoxml } from '../../../../src/sheet/formats/ooxml/read-ooxml.ts';
import { buildPackage, prefixed, rewritePackage, sheetOf } from './build-package.ts';

const STYLES =
  '<numFmts><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/></numFmts>' +
  '<cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="49"/></cellXfs>';

/** Text of an element as it may stand in a file: entities, line ends, escapes, and what looks like the end of something. */
const text = fc.oneof(
  fc
    .string({ maxLength: 12 })
    .map((one) => one.replace(/[^\t\n\r\u0020-\uFFFD]|[\uD800-\uDFFF]/g, '').replace(/[<&]/g, '')),
  fc.constantFrom(
    '雅安市',
    '061883855',
    'a&amp;b',
    '&#x4E2D;',
    '_x000D_',
    ' 甲 ',
    '',
    '1.50',
    ']]&gt;',
    'x<!-- y -->z',
  ),
);
/** Most are addresses that a sheet has. */
const letters = mostly(['A', 'B', 'Z', 'AA', 'CV'], ['XFD', 'XFE', 'AAAA', 'b', '']);
const value = fc.oneof(text, fc.constantFrom('0', '1', '2', '99', '-1', '45000', ' 1 ', '1234567890123456789012'));

/** A cell as most programs write it, or nearly: a few have an address that no sheet has, a style or an index out of nowhere. */
function cellOf(own: string): fc.Arbitrary<string> {
  const number = mostly([own], ['2', '1048577', '0', '', '01']);
  const style = mostly(['', ' s="1"', ' s="2"'], [' s="9"', ' s=""', ' s="1234567890"']);
  return fc
    .tuple(letters, number, style, value)
    .chain(([column, row, look, inner]) =>
      fc.constantFrom(
        `<c r="${column}${row}"${look} t="s"><v>${/^\d$/.test(inner) ? inner : 0}</v></c>`,
        `<c r="${column}${row}"${look}><v>${inner}</v></c>`,
        `<c r="${column}${row}"${look} t="inlineStr"><is><t>${inner}</t></is></c>`,
        `<c r="${column}${row}"${look} t="str"><v>${inner}</v></c>`,
        `<c r="${column}${row}"${look}/>`,
        `<c r="${column}${row}"${look}></c>`,
      ),
    );
}

const row = mostly(['1', '3', '1048576'], ['1048577', '0', '']).chain((number) =>
  fc
    .uniqueArray(cellOf(number), { maxLength: 4, selector: (one) => /^<c r="[A-Z]*/i.exec(one)?.[0] })
    .map((cells) => `<row r="${number}">${cells.join('')}</row>`),
);
const item = fc.tuple(text, fc.boolean()).map(([one, isPreserved]) => {
  const start = isPreserved ? '<t xml:space="preserve">' : '<t>';
  return `<si>${start}${one}</t></si>`;
});

function mostly(usual: readonly string[], odd: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 30, arbitrary: fc.constantFrom(...usual) },
    { weight: 1, arbitrary: fc.constantFrom(...odd) },
  );
}

/** The same XML written otherwise: none of these is what the shortcuts look for. */
const DISGUISES: readonly (readonly [name: string, disguise: (xml: string) => string])[] = [
  ['prefixes', prefixed],
  ['spaces', (xml) => xml.replace(/<(c|t|v)(?=[ >/])/g, '<$1 ').replace(/<\/(v|t|c|si|is)>/g, '</$1 >')],
  ['single quotes', (xml) => xml.replace(/ (r|s|t)="([^"]*)"/g, " $1='$2'").replace(/<t>/g, "<t a='b'>")],
];

describe('what nearly every program writes is read by shortcuts', () => {
  it.each(DISGUISES)('that find what is found without them: %s', (_name, disguise) => {
    let read = 0;
    fc.assert(
      fc.property(
        fc.uniqueArray(row, { minLength: 1, maxLength: 4, selector: (one) => /^<row r="\d*/.exec(one)?.[0] }),
        fc.array(item, { minLength: 3, maxLength: 10 }),
        (rows, items) => {
          const plan = { sheets: [sheetOf(rows.join(''))], strings: items.join(''), styles: STYLES };
          const disguised = rewritePackage(plan, (name, xml) => [
            name,
            /worksheets|sharedStrings/.test(name) ? disguise(xml) : xml,
          ]);
          const plainly = readOoxml(buildPackage(plan));
          expect(plainly).toEqual(readOoxml(disguised));
          if (plainly.ok && plainly.workbook.grids[0]?.rows.length) read += 1;
        },
      ),
      { numRuns: 600 },
    );
    // Not merely refused by both.
    expect(read).toBeGreaterThan(250);
  });

  it('and what they cannot read well is still read', () => {
    const rows = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>7</v></c></row>';
    const plan = { sheets: [sheetOf(rows)], strings: '<si><t>雅安市</t></si>', styles: STYLES };
    const read = readOoxml(buildPackage(plan));
    expect(read.ok && read.workbook.grids[0]?.rows[0]?.cells.map((one) => one.text)).toEqual(['雅安市', '7']);
  });
});
