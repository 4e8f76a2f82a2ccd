import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SAMPLES } from '../../src/flows/house-files.ts';
import { initCampaign } from '../../src/flows/init.ts';
import { makeTools } from '../support/campaign.ts';

/** Runs with a fresh campaign folder that nobody has opened; removed afterwards. */
export async function inFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'mingce-security-'));
  try {
    const folder = join(root, '工作文件夹');
    const randomBytes = (count: number): Uint8Array => new Uint8Array(count).fill(0xa7);
    const units = join(SAMPLES, 'province', 'units.csv');
    await initCampaign({ folder, preset: 'sichuan-outpatient-2025', units }, makeTools({ randomBytes }));
    await use(folder);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
