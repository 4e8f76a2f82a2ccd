import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { initCampaign } from '../../src/flows/init.ts';
import { openCampaign } from '../../src/flows/open-campaign.ts';
import { makeTools } from '../support/campaign.ts';

const OPTIONS = { preset: 'sichuan-outpatient-2025' };
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingce-init-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('init', () => {
  it('never touches a folder that holds anything', async () => {
    writeFileSync(join(folder, 'units.xlsx'), '我的文件');
    await expect(initCampaign({ folder, ...OPTIONS }, makeTools())).rejects.toThrow('已存在且不是空的，没有改动它');
    expect(readdirSync(folder)).toEqual(['units.xlsx']);
  });

  it('ends what an interrupted init began, with a ledger of its own', async () => {
    await initCampaign({ folder, ...OPTIONS }, makeTools());
    rmSync(join(folder, 'campaign.yaml'));
    writeFileSync(join(folder, '.campaign.yaml.tmp'), 'half');

    await initCampaign({ folder, ...OPTIONS }, makeTools());

    const campaign = await openCampaign(folder);
    const events = campaign.ledger.events().map(({ event }) => event.type);
    campaign.close();
    expect(events).toEqual(['campaign-created']);
    expect(existsSync(join(folder, '.campaign.yaml.tmp'))).toBe(false);
  });

  it('is done only once', async () => {
    await initCampaign({ folder, ...OPTIONS }, makeTools());
    await expect(initCampaign({ folder, ...OPTIONS }, makeTools())).rejects.toThrow('没有改动它');
  });
});
