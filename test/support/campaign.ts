import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SAMPLES } from '../../src/flows/house-files.ts';
import { initCampaign } from '../../src/flows/init.ts';
import { type Campaign, openCampaign } from '../../src/flows/open-campaign.ts';
import type { Tools } from '../../src/flows/tools.ts';

/** Tools with a clock that stands still, the same bytes for randomness, and nobody at the terminal. */
export function makeTools(parts: Partial<Tools> = {}): Tools {
  return {
    clock: () => new Date('2025-03-05T02:00:00.000Z'),
    randomBytes: (count) => new Uint8Array(count).fill(7),
    environment: {},
    progress: () => undefined,
    askSecret: () => Promise.resolve(undefined),
    sleep: () => Promise.resolve(),
    ...parts,
  };
}

/** Runs in a fresh campaign of the Sichuan notice, with the address book of the sample province; removed afterwards. */
export async function inCampaign<T>(
  use: (campaign: Campaign, tools: Tools, folder: string) => Promise<T>,
  tools: Tools = makeTools(),
): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), 'mingce-test-'));
  const folder = join(root, '工作文件夹 2025');
  try {
    const units = join(SAMPLES, 'province', 'units.csv');
    await initCampaign({ folder, preset: 'sichuan-outpatient-2025', units }, tools);
    const campaign = await openCampaign(folder);
    try {
      return await use(campaign, tools, folder);
    } finally {
      campaign.close();
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
