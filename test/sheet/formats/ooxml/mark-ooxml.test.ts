import { beforeAll, describe, expect, it } from 'vitest';
import { outlineOf } from '../../../../src/sheet/formats/ooxml/edit/outline.ts';
import { markOoxml } from '../../../../src/sheet/formats/ooxml/mark-ooxml.ts';
import { readOoxml } from '../../../../src/sheet/formats/ooxml/read-ooxml.ts';
import { readRelationships } from '../../../../src/sheet/formats/ooxml/read-relationships.ts';
import { toUtf8 } from '../../../../src/sheet/formats/ooxml/to-utf8.ts';
import { scanXml } from '../../../../src/sheet/formats/ooxml/xml-scan.ts';
import { openZip } from '../../../../src/sheet/formats/zip/open-zip.ts';
import type { Grid } from '../../../../src/sheet/grid.ts';
import type { MarkPlan } from '../../../../src/sheet/mark.ts';
import { buildPackage, sheetOf } from './build-package.ts';
import { markKinds } from './mark-kinds.ts';

/** Parts that an edit may change; every other one keeps its bytes. */
const TOUCHED =
  /^(?:\[content_types\]\.xml|xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/styles\.xml|xl\/worksheets\/(?:_rels\/)?sheet1\.xml(?:\.rels)?|xl\/(?:comments\/)?comments?\d\.xml|xl\/drawings\/(?:commentsdrawing1|vmldrawing1)\.vml)$/u;
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

type Parts = ReadonlyMap<string, Buffer>;

function partsOf(bytes: Uint8Array): Parts {
  const opened = openZip(bytes);
  if (!opened.ok) throw new Error(opened.refusal.text);
  const parts = new Map<string, Buffer>();
  for (const entry of opened.zip.entries) {
    const content = opened.zip.read(entry);
    if (content.ok) parts.set(entry.name.replaceAll('\\', '/').toLowerCase(), content.bytes);
  }
  return parts;
}

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

/** Number of elements by name. */
function countElements(bytes: Buffer): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { name } of outlineOf(toUtf8(bytes) ?? bytes, 60) ?? []) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function isXml(name: string): boolean {
  return /\.(?:xml|rels|vml)$/u.test(name);
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
    const faults = failing((bytes) => {
      const after = partsOf(marked(bytes, PLAN));
      return [...partsOf(bytes)].flatMap(([name, content]) => {
        if (name.includes('vbaproject') || TOUCHED.test(name)) return [];
        return after.get(name)?.equals(content) === true ? [] : [`${name} changed`];
      });
    });
    expect(faults).toEqual([]);
  });

  it('loses no element of the parts it changes', () => {
    const faults = failing((bytes, kind) => {
      const after = partsOf(marked(bytes, PLAN));
      return [...partsOf(bytes)].flatMap(([name, content]) => {
        if (!isXml(name) || kind === 'macros') return [];
        const counts = countElements(after.get(name) ?? Buffer.from('<none/>'));
        const lower = [...countElements(content)].filter(([element, count]) => (counts.get(element) ?? 0) < count);
        return lower.map(([element]) => `${name} has fewer ${element}`);
      });
    });
    expect(faults).toEqual([]);
  });

  it('writes parts that are well formed, declared and related to parts that exist', () => {
    const faults = failing((bytes) => {
      const after = partsOf(marked(bytes, PLAN));
      const before = partsOf(bytes);
      return [...after].flatMap(([name, content]) => {
        if (!isXml(name)) return [];
        const utf8 = toUtf8(content);
        if (utf8 === undefined || outlineOf(utf8, 60) === undefined) return [`${name} is not well formed`];
        if (!name.endsWith('.rels') || before.get(name)?.equals(content) === true) return [];
        const source = name.replace('_rels/', '').replace(/\.rels$/u, '');
        const targets = readRelationships(scanXml(utf8), source).filter((one) => !one.external);
        return targets.flatMap((one) => (after.has(one.target.toLowerCase()) ? [] : [`${name} → ${one.target}`]));
      });
    });
    expect(faults).toEqual([]);
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

/** XML of the fill of every addressed cell of the first sheet. */
function fillsByCell(parts: Parts): Map<string, string> {
  const styles = parts.get('xl/styles.xml') ?? Buffer.alloc(0);
  const listed = new Map<string, string[]>();
  let list = '';
  for (const { depth, name, start, end } of outlineOf(styles, 3) ?? []) {
    if (depth === 2) list = name;
    else if (depth === 3) listed.set(list, [...(listed.get(list) ?? []), styles.toString('utf8', start, end)]);
  }
  const sheet = parts.get('xl/worksheets/sheet1.xml') ?? Buffer.alloc(0);
  const fills = new Map<string, string>();
  for (const { name, attributes } of outlineOf(sheet, 4) ?? []) {
    if (name !== 'c') continue;
    const style = listed.get('cellXfs')?.[Number(attributes.get('s')?.value ?? 0)] ?? '';
    const fill = Number(/fillId="(\d+)"/u.exec(style)?.[1] ?? 0);
    fills.set(attributes.get('r')?.value ?? '', listed.get('fills')?.[fill] ?? '');
  }
  return fills;
}

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
      '错误',
      '附件2',
      'A4',
      '4',
      '组织机构代码',
      '某院',
      '=1+1',
      '校验位不对',
      '061883855',
      '请对照证书改正',
    ]);
    expect(grid?.rows.every((row) => row.cells.every((cell) => cell.stored === 'text'))).toBe(true);
    const sheet = partsOf(marked(bytes, PLAN)).get('xl/worksheets/sheetmark1.xml')?.toString();
    expect(sheet).toContain(`location="'附件2'!A4"`);
  });

  it('a cell marked twice takes the graver colour and both texts', () => {
    const cells = (['notice', 'error'] as const).map((severity) => ({
      sheet: '附件2',
      cell: 'A1',
      severity,
      comment: `${severity}!`,
    }));
    const parts = partsOf(marked(bytes, { ...PLAN, cells }));
    expect(parts.get('xl/comments1.xml')?.toString()).toContain('notice!\nerror!');
    expect(parts.get('xl/worksheets/sheet1.xml')?.toString().match(/<c /gu)).toHaveLength(1);
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
