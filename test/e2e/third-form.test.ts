import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { derive } from '../../src/flows/derive.ts';
import { harvestFolder } from '../../src/flows/harvest-folder.ts';
import { SAMPLES } from '../../src/flows/house-files.ts';
import { initCampaign } from '../../src/flows/init.ts';
import { type Campaign, openCampaign } from '../../src/flows/open-campaign.ts';
import { publish } from '../../src/flows/publish.ts';
import { writeTemplates } from '../../src/flows/template.ts';
import { decodeWorkbook } from '../../src/sheet/formats/decode-workbook.ts';
import { makeTools } from '../support/campaign.ts';
import { drawWorkbook } from '../support/samples/draw-reply.ts';

const tools = makeTools({ clock: () => new Date('2025-06-20T02:00:00.000Z') });
let root: string;
let campaign: Campaign;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'mingce-third-'));
  const preset = join(import.meta.dirname, 'third-form', 'notice.yaml');
  await initCampaign({ folder: join(root, 'w'), preset, units: join(SAMPLES, 'province', 'units.csv') }, tools);
  campaign = await openCampaign(join(root, 'w'));
});
afterAll(() => {
  campaign.close();
  rmSync(root, { recursive: true, force: true });
});

async function textsOf(path: string): Promise<string[][]> {
  const decoded = await decodeWorkbook(readFileSync(path));
  if (!decoded.ok) throw new Error(decoded.refusal.text);
  return decoded.workbook.grids.map((grid) => grid.rows.flatMap((row) => row.cells.map((cell) => cell.text)));
}

describe('a notice with other columns needs no code', () => {
  it('template: its own columns, lists and notes', async () => {
    const [written] = await writeTemplates(campaign, { unit: '510300' }, tools);

    const sheets = await textsOf(join(root, 'w', written?.path ?? ''));

    expect(sheets[0]).toEqual(expect.arrayContaining(['附件1', '救护车配备情况表', '车牌号', '行驶里程（万公里）']));
    expect(sheets.flat()).toEqual(expect.arrayContaining(['监护型', '负压型']));
    expect(sheets.flat().join('\n')).toContain('每辆车一行。');
  });

  it('reading, checking and merging: renamed columns, a date as a number, an accepted spelling, a wrong plate', async () => {
    const rows = [
      ['救护车配备情况表'],
      ['序号', '市州', '急救站', '车牌', '车辆类型', '购入日期', '里程'],
      [1, '自贡市', '岚舟急救站', '川C0A001', '抢救监护型', 45352, 3.5],
      [2, '自贡', '砚秋急救站', '川C-0A002', '负压', '2024年5月6日', '12'],
      [3, '自贡市', '霁溪急救站', '京C0A003', '监护型', '2031-01-01', 300],
    ];
    const bytes = drawWorkbook([{ name: 'Sheet1', rows, formats: { F3: 'yyyy/m/d' } }]);
    const inbox = join(root, 'inbox');
    mkdirSync(inbox);
    writeFileSync(join(inbox, '自贡市 救护车配备情况表.xlsx'), bytes);

    harvestFolder(campaign, inbox, tools);
    const { state } = await derive(campaign, tools);
    const table = (state.registers['ambulance-list'] ?? []).map((row) =>
      ['prefecture', 'station', 'plate', 'kind', 'bought', 'mileage'].map((key) => row.fields[key]?.value),
    );

    expect(table).toEqual([
      ['自贡市', '岚舟急救站', '川C0A001', '监护型', '2024-03-01', '3.5'],
      ['自贡市', '砚秋急救站', '川C0A002', '负压型', '2024-05-06', '12'],
      ['自贡市', '霁溪急救站', '京C0A003', '监护型', '2031-01-01', '300'],
    ]);
    const serious = state.findings.filter(({ severity }) => severity === 'block' || severity === 'error');
    expect(serious.map(({ code, place }) => `${code} ${place.cell}`).sort()).toEqual([
      'date/range F5',
      'number/range G5',
      'text/pattern D5',
    ]);
  });

  it('publishing: the register of this form', async () => {
    await publish(campaign, tools);

    expect(existsSync(join(root, 'w', 'output', '全省救护车配备情况表.xlsx'))).toBe(true);
    expect((await textsOf(join(root, 'w', 'output', '全省救护车配备情况表.xlsx')))[0]).toContain('川C0A002');
  });
});
