import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TEMPLATES } from './house-files.ts';
import type { Campaign } from './open-campaign.ts';

/** The mapping of the HQMS lists as text: hqms.yaml of the campaign folder, else the program's. */
export function readHqmsMapping(campaign: Campaign): { readonly text: string; readonly source: string } {
  const own = join(campaign.folder, 'hqms.yaml');
  if (existsSync(own)) return { text: readFileSync(own, 'utf8'), source: 'hqms.yaml' };
  return { text: readFileSync(join(TEMPLATES, 'hqms.yaml'), 'utf8'), source: 'templates/hqms.yaml' };
}
