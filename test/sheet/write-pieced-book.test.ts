import * as XLSX from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BookPlan, RowPlan, SectionPlan } from '../../src/sheet/book-plan.ts';
import { writePiecedBook } from '../../src/sheet/formats/write-book.ts';
import type { KeptPieces, Piece } from '../../src/sheet/piece.ts';
import { wholeBytes } from '../../src/sheet/whole-bytes.ts';
import { checkPackage, packageParts } from '../support/check-package.ts';

const NOTHING_KEPT: KeptPieces = () => undefined;

function plan(sections: readonly SectionPlan[]): BookPlan {
  return {
    title: '测试',
    creator: 'mingce',
    created: '2025-01-31T00:00:00.000Z',
    styles: { text: { format: '@', border: 'thin' }, bad: { fill: 'FFFFC7CE' } },
    sheets: [
      {
        name: '表一',
        columns: [{ width: 9 }, { width: 20 }],
        rows: [{ cells: [{ value: '表头', style: 'text' }, null] }],
        sections,
        mostNotes: 3,
        autoFilter: 'A1:B1',
        print: { paper: 'A4', orientation: 'landscape', area: 'A1:B1' },
      },
      { name: '表二', columns: [{ width: 9 }], rows: [{ cells: [{ value: '表头', style: 'bad' }] }] },
    ],
  };
}

function sectionOf(texts: readonly string[]): SectionPlan {
  const rows: RowPlan[] = texts.map((value, index) => ({
    height: 20,
    cells: [
      { value: index, style: 'text' },
      { value, style: 'text', ...(value === '错' ? { note: '有错' } : {}) },
    ],
  }));
  return { key: JSON.stringify(texts), rows: () => rows };
}

function keep(pieces: readonly Piece[]): KeptPieces {
  const byKey = new Map(pieces.map((piece) => [piece.key, piece]));
  return (key) => byKey.get(key);
}

async function write(book: BookPlan, kept: KeptPieces = NOTHING_KEPT): Promise<Uint8Array> {
  return wholeBytes(await writePiecedBook(book, kept));
}

function textsOf(bytes: Uint8Array): unknown[] {
  const sheet = XLSX.read(bytes, { type: 'array', raw: true }).Sheets['表一'] ?? {};
  return XLSX.utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: true, defval: '' }).map((row) => row[1]);
}

const sectionsOf = fc.array(fc.array(fc.constantFrom('甲', '乙 乙', '<丙>', '错', ''), { maxLength: 4 }), {
  maxLength: 5,
});

describe('a workbook written in pieces', () => {
  it('is a sound package that shows every row in its place', async () => {
    await fc.assert(
      fc.asyncProperty(sectionsOf, async (sections) => {
        const bytes = await write(plan(sections.map(sectionOf)));
        expect(checkPackage(bytes)).toEqual([]);
        expect(textsOf(bytes)).toEqual(['', ...sections.flat()]);
      }),
      { numRuns: 25 },
    );
  });

  it('comes out the same, byte for byte, from the pieces of any workbook before it', async () => {
    await fc.assert(
      fc.asyncProperty(sectionsOf, sectionsOf, async (before, after) => {
        const { pieces } = await writePiecedBook(plan(before.map(sectionOf)), NOTHING_KEPT);
        const drawn = await write(plan(after.map(sectionOf)));
        const taken = await write(plan(after.map(sectionOf)), keep(pieces));
        expect(Buffer.from(taken).equals(drawn)).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  it('tells where each piece stands', async () => {
    await fc.assert(
      fc.asyncProperty(sectionsOf, async (sections) => {
        const file = await writePiecedBook(plan(sections.map(sectionOf)), NOTHING_KEPT);
        const whole = Buffer.from(wholeBytes(file));
        for (const { bytes, offset } of file.pieces)
          expect(whole.subarray(offset, offset + bytes.length).equals(bytes)).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  it('does not draw what was kept', async () => {
    const { pieces } = await writePiecedBook(plan([sectionOf(['甲', '乙']), sectionOf(['丙'])]), NOTHING_KEPT);
    const untouchable: SectionPlan = {
      key: sectionOf(['甲', '乙']).key,
      rows: () => {
        throw new Error('drawn again');
      },
    };
    const bytes = await write(plan([untouchable, sectionOf(['丁'])]), keep(pieces));
    expect(textsOf(bytes)).toEqual(['', '甲', '乙', '丁']);
  });

  it('stretches the filter and the print area, and gives the first cells their notes', async () => {
    const bytes = await write(plan([sectionOf(['错', '甲', '错']), sectionOf(['错', '错'])]));
    const parts = packageParts(bytes);
    expect(parts.get('xl/worksheets/sheet1.xml')).toContain('<autoFilter ref="A1:B6"');
    expect(parts.get('xl/workbook.xml')).toContain('$A$1:$B$6');
    const comments = [...parts].find(([name]) => name.includes('comments'))?.[1] ?? '';
    expect([...comments.matchAll(/ref="([A-Z]+\d+)"/g)].map(([, cell]) => cell)).toEqual(['B2', 'B4', 'B5']);
  });
});
