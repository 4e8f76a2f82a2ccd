import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SAMPLES } from './house-files.ts';
import { initCampaign } from './init.ts';
import { openCampaign } from './open-campaign.ts';
import { type RunReport, run } from './run.ts';
import { writeTemplates } from './template.ts';
import type { Tools } from './tools.ts';

export interface DemoReport {
  readonly folder: string;
  readonly templates: number;
  readonly run: RunReport;
}

/**
 * The whole line on samples/province: init, templates, harvest, check, merge, publish. Offline. In a temporary folder unless
 * another new one is named.
 */
export async function demo(tools: Tools, named?: string): Promise<DemoReport> {
  const { folder } = await initCampaign(
    {
      folder: named ?? mkdtempSync(join(tmpdir(), 'mingce-demo-')),
      preset: 'sichuan-outpatient-2025',
      units: join(SAMPLES, 'province', 'units.csv'),
    },
    tools,
  );
  const campaign = await openCampaign(folder);
  try {
    const templates = await writeTemplates(campaign, {}, tools);
    const report = await run(campaign, { from: join(SAMPLES, 'province', 'mailbox') }, tools);
    return { folder, templates: templates.length, run: report };
  } finally {
    campaign.close();
  }
}
