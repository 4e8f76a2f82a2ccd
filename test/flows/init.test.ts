import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { initCampaign } from '../../src/flows/init.ts';
import { openCampaign } from '../../src/flows/open-campaign.ts';
import { makeTools } from '../support/campaign.ts';
import { drawWorkbook } from '../support/samples/draw-reply.ts';

const PRESET = 'sichuan-outpatient-2025';
const tools = makeTools();
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'mingce-init-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function unitsOf(folder: string) {
  const campaign = await openCampaign(folder);
  const { units } = campaign;
  campaign.close();
  return units;
}

describe('init', () => {
  it('with the preset: the notice, both forms with their deadlines, 24 units in official order without addresses', async () => {
    const folder = join(root, '工作');

    const result = await initCampaign({ folder, preset: PRESET }, tools);

    expect(result.units).toBe(24);
    expect(result.withoutAddress).toHaveLength(24);
    expect(result.forms).toEqual([
      { annex: '附件2', title: '医院信息汇总表', due: '2025-03-01' },
      { annex: '附件3', title: '市级联络员名单', due: '2025-01-21' },
    ]);
    const units = await unitsOf(folder);
    expect(units.map(({ short }) => short).slice(0, 3)).toEqual(['成都市', '自贡市', '攀枝花市']);
    expect(units.slice(-3).map(({ short }) => short)).toEqual(['科学城', '国家委在川医疗机构', '委直属医疗机构']);
    expect(readdirSync(folder)).toEqual(
      expect.arrayContaining(['campaign.yaml', 'forms', 'ledger.db', 'letters', 'originals', 'outbox', 'units.xlsx']),
    );
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it.each([
    ['csv', Buffer.from('\ufeff单位,简称,邮箱,联系人\r\n自贡市卫生健康委员会,自贡市,a@b.test；c@b.test,青砚清\r\n')],
    ['csv in GBK', Buffer.from('b5a5cebb2cd3cacfe40d0ad7d4b9b12c6140622e746573740d0a', 'hex')],
    [
      'xlsx',
      drawWorkbook([
        {
          name: '通讯录',
          rows: [
            ['2025年通讯录'],
            ['序号', '单位', '简称', '邮箱'],
            [1, '自贡市卫生健康委员会', '自贡', 'a@b.test，c@b.test'],
          ],
        },
      ]),
    ],
  ])('takes addresses from --units (%s)', async (kind, bytes) => {
    const file = join(root, kind === 'xlsx' ? 'units.xlsx' : 'units.csv');
    writeFileSync(file, bytes);

    await initCampaign({ folder: join(root, 'w'), preset: PRESET, units: file }, tools);

    const units = await unitsOf(join(root, 'w'));
    expect(units).toHaveLength(24);
    expect(units.find(({ short }) => short === '自贡市')?.emails).toEqual(
      kind === 'csv in GBK' ? ['a@b.test'] : ['a@b.test', 'c@b.test'],
    );
  });

  it.each([
    ['河南省', 18, '郑州市'],
    ['53', 16, '昆明市'],
  ])('works for another province from the national table: %s', async (province, count, first) => {
    await initCampaign({ folder: join(root, 'w'), preset: PRESET, province }, tools);

    const units = await unitsOf(join(root, 'w'));
    expect(units).toHaveLength(count);
    expect(units[0]?.short).toBe(first);
  });

  it('never touches a folder that holds anything', async () => {
    mkdirSync(join(root, 'w'));
    writeFileSync(join(root, 'w', '重要.txt'), '重要');

    await expect(initCampaign({ folder: join(root, 'w'), preset: PRESET }, tools)).rejects.toThrow(/不是空的/);

    expect(readdirSync(join(root, 'w'))).toEqual(['重要.txt']);
  });

  it.each([
    [{ preset: '没有的' }, /没有名为/],
    [{ preset: PRESET, province: '蓬莱省' }, /没有“蓬莱省”/],
    [{ preset: PRESET, units: '/没有/units.csv' }, /找不到文件/],
  ])('names what is wrong and leaves no folder behind: %o', async (options, message) => {
    const folder = join(root, 'w');

    await expect(initCampaign({ folder, ...options }, tools)).rejects.toThrow(message);

    expect(existsSync(folder)).toBe(false);
  });
});
