import { beforeAll, describe, expect, it } from 'vitest';
import { markOoxml } from '../../../../src/sheet/formats/ooxml/mark-ooxml.ts';
import { readOoxml } from '../../../../src/sheet/formats/ooxml/read-ooxml.ts';
import type { Grid } from '../../../../src/sheet/grid.ts';
import type { MarkPlan } from '../../../../src/sheet/mark.ts';
import { buildPackage, sheetOf } from './build-package.ts';
import { brokenParts, changedParts, fillsByCell, lostElements, partsOf } from './compare-packages.ts';
import { markKinds } from './mark-kinds.ts';

const CELLS = ['A4', 'B4', 'C5', 'B9', 'D30'];

const PLAN: MarkPlan = {
  heading: ['雅安市 附件2 校验结果', '请于 3 月 1 日前改好后发回'],
  cells: CELLS.map((cell, index) => ({
    sheet: '附件2',
    cell,
    severity: (['block', 'error', 'warning', 'notice', 'error'] as const)[index] ?? 'error',
    comment: `${cell} 有误 <请> & "改"`,
  })),
  lines: CELLS.map((cell) => ({
    severity: 'error',
    sheet: '附件2',
    cell,
    row: cell.slice(1),
    column: '组织机构代码',
    name: '某院',
    seen: '=1+1',
    text: '校验位不对',
    remedy: '请对照证书改正',
    fix: '061883855',
  })),
};
const NOTHING: MarkPlan = { heading: ['全部正确'], cells: [], lines: [] };

function marked(bytes: Uint8Array, plan: MarkPlan): Uint8Array {
  const answer = markOoxml(bytes, plan);
  if (!answer.ok) throw new Error(answer.refusal.text);
  return answer.bytes;
}

function gridsOf(bytes: Uint8Array): readonly Grid[] {
  const decoded = readOoxml(bytes);
  if (!decoded.ok) throw new Error(decoded.refusal.text);
  return decoded.workbook.grids;
}

let kinds: Awaited<ReturnType<typeof markKinds>> = [];
beforeAll(async () => {
  kinds = await markKinds();
});

/** Runs a check over every kind of file and names those that fail it. */
function failing(check: (bytes: Uint8Array, kind: string) => readonly string[]): string[] {
  return kinds.flatMap(([kind, bytes]) => check(bytes, kind).map((fault) => `${kind}: ${fault}`));
}

describe('marking in place, on every kind of file', () => {
  it('there are at least 14 kinds', () => {
    expect(kinds.length).toBeGreaterThanOrEqual(14);
  });

  it('keeps every part that is not ours to change, byte for byte', () => {
    expect(failing((bytes) => changedParts(partsOf(bytes), partsOf(marked(bytes, PLAN))))).toEqual([]);
  });

  it('loses no element of the parts it changes', () => {
    const faults = failing((bytes, kind) =>
      kind === 'macros' ? [] : lostElements(partsOf(bytes), partsOf(marked(bytes, PLAN))),
    );
    expect(faults).toEqual([]);
  });

  it('writes parts that are well formed and related to parts that exist', () => {
    expect(failing((bytes) => brokenParts(partsOf(bytes), partsOf(marked(bytes, PLAN))))).toEqual([]);
  });

  it('changes no value and no other sheet', () => {
    for (const [kind, bytes] of kinds) {
      const [own, ...others] = gridsOf(marked(bytes, PLAN));
      expect([kind, own?.name.startsWith('校验结果')]).toEqual([kind, true]);
      expect([kind, others]).toEqual([kind, gridsOf(bytes)]);
    }
  });

  it('fills each marked cell, blank and missing ones too, and says why', () => {
    const faults = failing((bytes) => {
      const after = partsOf(marked(bytes, PLAN));
      const fills = fillsByCell(after);
      const comments = [...after].filter(([name]) => /\/comments?\d*\.xml$/u.test(name));
      const text = comments.map(([, content]) => content.toString()).join('');
      return CELLS.flatMap((cell) => [
        ...(fills.get(cell)?.includes('FF4D4351') === true ? [] : [`${cell} is not filled`]),
        ...(text.includes(`ref="${cell}"`) ? [] : [`${cell} has no comment`]),
      ]);
    });
    expect(faults).toEqual([]);
  });

  it('changes nothing of a cell style but its fill', () => {
    const [, file] = kinds.find(([kind]) => kind === 'a plain book') ?? [];
    const styles = partsOf(marked(file ?? new Uint8Array(), PLAN))
      .get('xl/styles.xml')
      ?.toString();
    expect(styles).toContain(
      '<xf numFmtId="49" fontId="0" fillId="2" borderId="0" applyFill="1"><alignment horizontal="center"/></xf>',
    );
  });

  it('gives the same file when marked again, and no trace of a mark when all is right', () => {
    for (const [kind, bytes] of kinds) {
      const once = marked(bytes, PLAN);
      expect([kind, Buffer.from(marked(once, PLAN)).equals(Buffer.from(once))]).toEqual([kind, true]);
      const clean = partsOf(marked(once, NOTHING));
      const texts = [...clean]
        .filter(([name]) => /comment|sheet1\.xml$|vml$/u.test(name))
        .map(([, content]) => content.toString());
      expect([kind, texts.some((text) => text.includes('有误') || text.includes('mingce_note'))]).toEqual([
        kind,
        false,
      ]);
    }
  });
});

describe('the sheet 校验结果', () => {
  const bytes = buildPackage({
    sheets: [sheetOf('<row r="1"><c r="A1"><v>1</v></c></row>')],
    sheetAttributes: ['name="附件2"'],
  });

  it('comes first, with heading, faults, proposals and links', () => {
    const grid = gridsOf(marked(bytes, PLAN))[0];
    const texts = grid?.rows.map((row) => row.cells.map((cell) => cell.text)) ?? [];
    expect(texts[0]?.[0]).toBe('雅安市 附件2 校验结果');
    expect(texts[3]).toEqual([
      '1',
      '必须修改',
      '附件2',
      'A4',
      '4',
      '组织机构代码',
      '某院',
      '=1+1',
      '校验位不对',
      '请对照证书改正',
      '061883855',
    ]);
    expect(grid?.rows.every((row) => row.cells.every((cell) => cell.stored === 'text'))).toBe(true);
    const sheet = partsOf(marked(bytes, PLAN)).get('xl/worksheets/sheetmark1.xml')?.toString();
    expect(sheet).toContain(`location="'附件2'!A4"`);
  });

  it('says so when there is nothing to change', () => {
    const texts = gridsOf(marked(bytes, NOTHING))[0]?.rows.flatMap((row) => row.cells.map((cell) => cell.text));
    expect(texts).toContain('没有需要修改的内容。');
  });

  it('a cell marked twice takes the graver colour and both texts', () => {
    const cells = (['notice', 'error'] as const).map((severity) => ({
      sheet: '附件2',
      cell: 'A1',
      severity,
      comment: `${severity}!`,
    }));
    const parts = partsOf(marked(bytes, { ...PLAN, cells }));
    expect(parts.get('xl/comments1.xml')?.toString()).toContain('【名册校验】notice!\nerror!');
    expect(parts.get('xl/worksheets/sheet1.xml')?.toString().match(/<c /gu)).toHaveLength(1);
  });

  it('a mark inside a merged area goes to the cell that is seen', () => {
    const rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>1</v></c></row><row r="3"><c r="B3"><v>1</v></c></row>';
    const merge = '<mergeCells count="1"><mergeCell ref="A1:A3"/></mergeCells>';
    const file = buildPackage({ sheets: [sheetOf(rows, merge)], sheetAttributes: ['name="附件2"'] });
    const cells = [{ sheet: '附件2', cell: 'A2', severity: 'error' as const, comment: '市（州）有误' }];
    const parts = partsOf(marked(file, { ...PLAN, cells }));
    expect(parts.get('xl/comments1.xml')?.toString()).toContain('ref="A1"');
    expect(fillsByCell(parts).get('A1')).toContain('FFFFC7CE');
  });

  it('macros are kept out of the answer', () => {
    const [, file] = kinds.find(([kind]) => kind === 'macros') ?? [];
    const parts = partsOf(marked(file ?? new Uint8Array(), PLAN));
    expect([...parts.keys()].filter((name) => name.includes('vba'))).toEqual([]);
    expect(parts.get('[content_types].xml')?.toString()).not.toMatch(/macroEnabled|vbaProject/u);
    expect(parts.get('xl/_rels/workbook.xml.rels')?.toString()).not.toContain('vbaProject');
  });

  it('a file that cannot be read is refused', () => {
    expect(markOoxml(new Uint8Array(), PLAN)).toMatchObject({ ok: false, refusal: { code: 'file/corrupt' } });
  });
});
