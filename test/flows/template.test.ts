import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { derive } from '../../src/flows/derive.ts';
import { harvestFolder } from '../../src/flows/harvest-folder.ts';
import { writeTemplates } from '../../src/flows/template.ts';
import { SICHUAN_UNITS } from '../../src/vocabularies/sichuan-units.ts';
import { inCampaign, makeTools } from '../support/campaign.ts';
import { buildMail } from '../support/samples/build-mail.ts';
import { rosterBook } from '../support/samples/draw-reply.ts';
import { inventProvince } from '../support/samples/invent-province.ts';

const units = inventProvince(SICHUAN_UNITS);
const zigong = units[1];
const names = zigong?.hospitals.map(({ name }) => name) ?? [];
let desk: string;
beforeEach(() => {
  desk = mkdtempSync(join(tmpdir(), 'mingce-template-'));
});
afterEach(() => rmSync(desk, { recursive: true, force: true }));

/** Known data of two cities in one workbook. */
function knownData(): string {
  const path = join(desk, '往年.xlsx');
  const hospitals = units.slice(0, 2).flatMap((unit) => unit.hospitals);
  writeFileSync(path, rosterBook(hospitals, '四川省'));
  return path;
}

describe('templates', () => {
  it('are one workbook per unit and form', async () => {
    await inCampaign(async (campaign, tools) => {
      const written = await writeTemplates(campaign, {}, tools);

      expect(written).toHaveLength(48);
      expect(new Set(written.map(({ path }) => path)).size).toBe(48);
      expect(written.map(({ path }) => path)).toContain('output/模板/甘孜州/附件2 医院信息汇总表.xlsx');
    });
  });

  it('are filled with what a workbook knows of the unit, come back from anywhere, and are recognised by their identity', async () => {
    await inCampaign(async (campaign, tools, folder) => {
      const options = { unit: '510300', form: 'hospital-roster', prefill: knownData() };
      const [written] = await writeTemplates(campaign, options, tools);
      expect(written?.rows).toBe(names.length);

      const mail = buildMail({
        from: 'somebody@elsewhere.test',
        subject: '表',
        date: '2025-02-01T02:00:00.000Z',
        text: '见附件',
        attachments: [{ name: '新建工作表.xlsx', bytes: readFileSync(join(folder, written?.path ?? '')) }],
      });
      mkdirSync(join(desk, 'in'));
      writeFileSync(join(desk, 'in', 'a.eml'), mail);
      harvestFolder(campaign, join(desk, 'in'), tools);
      const { state } = await derive(campaign, tools);

      expect(state.submissions.map(({ unit, state: is, attribution }) => [unit, is, attribution.accepted])).toEqual([
        ['510300', 'accepted', true],
      ]);
      expect(state.submissions[0]?.attribution.evidence.map(({ kind }) => kind)).toContain('token');
      expect(state.registers['hospital-roster']?.map((row) => row.fields['name']?.value)).toEqual(names);
      expect(state.findings.filter(({ severity }) => severity !== 'notice')).toEqual([]);
    });
  });

  it('are filled from an earlier campaign', async () => {
    await inCampaign(async (earlier, tools, earlierFolder) => {
      mkdirSync(join(desk, 'in'));
      const own = rosterBook(zigong?.hospitals ?? [], '自贡市卫生健康委员会');
      writeFileSync(join(desk, 'in', '自贡市 附件2 医院信息汇总表.xlsx'), own);
      harvestFolder(earlier, join(desk, 'in'), tools);
      expect((await derive(earlier, tools)).state.registers['hospital-roster']).toHaveLength(names.length);
      // Handing over is copying the folder.
      cpSync(earlierFolder, join(desk, 'earlier'), { recursive: true });
      rmSync(join(desk, 'earlier', '.lock'), { force: true });

      await inCampaign(async (campaign) => {
        const options = { unit: '510300', form: 'hospital-roster', prefill: join(desk, 'earlier') };
        const [written] = await writeTemplates(campaign, options, tools);

        expect(written?.rows).toBe(names.length);
      }, makeTools());
    });
  });

  it.each([
    [{ unit: '999999' }, /没有代码为 999999/],
    [{ form: 'nothing' }, /没有名为 nothing/],
    [{ prefill: '/没有.xlsx' }, /找不到/],
  ])('say what is wrong: %o', async (options, message) => {
    await inCampaign(async (campaign, tools) => {
      await expect(writeTemplates(campaign, options, tools)).rejects.toThrow(message);
    });
  });
});
