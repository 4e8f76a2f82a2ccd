import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openFrames } from '../../src/flows/kept-frames.ts';
import { publish } from '../../src/flows/publish.ts';
import type { BookPlan } from '../../src/sheet/book-plan.ts';
import { DRAWN_WITH, drawFrame, frameOf } from '../../src/sheet/formats/draw-frame.ts';
import type { Frame, FrameShelf } from '../../src/sheet/formats/frame-shelf.ts';
import { generalPlan } from '../../src/sheet/formats/general-plan.ts';
import { writeBook, writePiecedBook } from '../../src/sheet/formats/write-book.ts';
import { wholeBytes } from '../../src/sheet/whole-bytes.ts';
import { inCampaign } from '../support/campaign.ts';

const PLAN: BookPlan = {
  title: '成都市 核对表',
  creator: 'mingce',
  created: '2025-01-31T00:00:00.000Z',
  keywords: '第 1 版',
  styles: { text: { format: '@' }, bad: { fill: 'FFFFC7CE' } },
  sheets: [
    {
      name: '表一',
      columns: [{ width: 20 }],
      rows: [{ cells: [{ value: '名称', style: 'text', note: '有错' }] }],
      autoFilter: 'A1:A1',
      print: { paper: 'A4', orientation: 'landscape', area: 'A1:A1' },
      validations: [{ range: 'B1:B1', kind: 'list', formula: '"无误,需改正"' }],
    },
  ],
};

/** The same book of another unit, in a later version, with more rows and other notes. */
function another(plan: BookPlan): BookPlan {
  const sheets = plan.sheets.map((sheet) => ({
    ...sheet,
    rows: [...sheet.rows, { cells: [{ value: '医院', style: 'bad', note: '也有错' }] }],
    autoFilter: 'A1:A2',
    print: { paper: 'A4' as const, orientation: 'landscape' as const, area: 'A1:A2' },
    validations: [{ range: 'B1:B2', kind: 'list' as const, formula: '"无误,需改正"' }],
  }));
  return { ...plan, title: '德阳市 & 核对表', created: '2025-03-05T04:05:06.789Z', keywords: '第 2 版', sheets };
}

/** Takes every frame from `known`, and tells which were asked for. */
function shelfOf(known: Frame | undefined): FrameShelf & { readonly keys: string[] } {
  const keys: string[] = [];
  return { keys, get: () => known, put: (key) => void keys.push(key) };
}

async function keysOf(plan: BookPlan): Promise<readonly string[]> {
  const shelf = shelfOf(undefined);
  await writePiecedBook(plan, () => undefined, shelf);
  return [...new Set(shelf.keys)];
}

describe('a kept frame', () => {
  it('comes back as it was drawn', () =>
    inCampaign(async (campaign) => {
      const drawn = await drawFrame(PLAN, ['表一']);
      const shelf = openFrames(campaign);
      expect(shelf.isEmpty).toBe(true);
      shelf.put('a plan', drawn);
      shelf.save();

      const later = openFrames(campaign);
      const found = later.get('a plan');

      expect(later.isEmpty).toBe(false);
      expect([...(found?.parts ?? [])].map(([name, bytes]) => [name, Buffer.from(bytes)])).toEqual(
        [...drawn.parts].map(([name, bytes]) => [name, Buffer.from(bytes)]),
      );
      expect(found?.styles).toEqual(drawn.styles);
      expect(later.get('another plan')).toBeUndefined();
    }));

  it('serves the same book of another unit, version, date and length, byte for byte', async () => {
    // A style of its own: no test before this one has drawn the frame.
    const plan = { ...PLAN, styles: { ...PLAN.styles, own: { fill: 'FF123456' } } };
    const shelf = shelfOf(await frameOf(generalPlan(another(plan)), ['表一'], shelfOf(undefined)));

    const bytes = wholeBytes(await writePiecedBook(plan, () => undefined, shelf));

    expect(Buffer.from(bytes).equals(await writeBook(plan))).toBe(true);
    expect(await keysOf(plan)).toEqual(await keysOf(another(plan)));
  });

  it.each<[string, Partial<BookPlan>]>([
    ['creator', { creator: 'mingce 2' }],
    ['style', { styles: { text: { format: '@' }, bad: { fill: 'FFFFEB9C' } } }],
    ['category', { category: '核对' }],
    ['sheet', { sheets: PLAN.sheets.map((sheet) => ({ ...sheet, name: '表二' })) }],
    ['paper', { sheets: PLAN.sheets.map((sheet) => ({ ...sheet, print: { paper: 'A3', orientation: 'portrait' } })) }],
    ['book without notes', { sheets: PLAN.sheets.map((sheet) => ({ ...sheet, rows: [] })) }],
  ])('is not that of another %s', async (_what, change) => {
    expect(await keysOf({ ...PLAN, ...change })).not.toEqual(await keysOf(PLAN));
  });

  it.each(['input', 'result'] as const)('is drawn anew by another program, and when it is damaged: %s', (what) =>
    inCampaign(async (campaign) => {
      const shelf = openFrames(campaign);
      shelf.put('a plan', await drawFrame(PLAN, ['表一']));
      shelf.save();
      const [kept] = campaign.ledger.keptResults('frame');
      const [name, row] = kept ?? ['', { input: '', result: '' }];
      campaign.ledger.saveResults('frame', new Map([[name, { ...row, [what]: row[what].replace(/[0-9]/, 'x') }]]), []);

      expect(openFrames(campaign).get('a plan')).toBeUndefined();
    }),
  );

  it('is let go when too many wait and it was not used', () =>
    inCampaign(async (campaign) => {
      const frame = await drawFrame(PLAN, ['表一']);
      const publishWith = (plans: readonly string[]): void => {
        const shelf = openFrames(campaign);
        for (const plan of plans) shelf.put(plan, frame);
        shelf.save();
      };
      publishWith(Array.from({ length: 20 }, (_, index) => `old ${index}`));
      publishWith(['new 1', 'new 2']);
      expect([...campaign.ledger.keptResults('frame')]).toHaveLength(22);

      publishWith(Array.from({ length: 40 }, (_, index) => `newest ${index}`));

      expect([...campaign.ledger.keptResults('frame')]).toHaveLength(32);
      expect(openFrames(campaign).get('new 1')).toBeUndefined();
      expect(openFrames(campaign).get('newest 0')).toBeDefined();
    }));

  it('is kept of every kind of book that is published', () =>
    inCampaign(async (campaign, tools) => {
      await publish({ ...campaign, units: campaign.units.slice(0, 2) }, tools);

      expect([...campaign.ledger.keptResults('frame')].length).toBeGreaterThan(3);
    }));

  it('names the exceljs that is installed', () => {
    const { version } = JSON.parse(readFileSync('node_modules/exceljs/package.json', 'utf8')) as { version: string };
    expect(DRAWN_WITH).toContain(`exceljs ${version},`);
  });
});
