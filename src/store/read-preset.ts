import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseDocument } from 'yaml';
import * as z from 'zod';
import { tellIssue } from '../forms/tell-issue.ts';
import { readYamlFile } from '../forms/yaml-file.ts';
import { CampaignConfig } from './campaign-config.ts';

/** A preset: a campaign.yaml with one more key, `units`, that says which list of units it starts from. */
export interface Preset {
  /** Text of the future campaign.yaml, comments kept. */
  readonly text: string;
  readonly config: CampaignConfig;
  /** `sichuan`, a province of the national table, or undefined when --units brings the list. */
  readonly units: string | undefined;
}

const PresetFile = CampaignConfig.extend({ units: z.string().optional() });

/** Reads a preset file; `province` replaces its list of units. Throws UserError for a mistake in it. */
export function readPreset(path: string, province?: string): Preset {
  const yaml = readFileSync(path, 'utf8');
  const file = readYamlFile(yaml, `通知设定 ${basename(path)}`);
  const parsed = PresetFile.safeParse(file.values);
  if (!parsed.success) {
    const remedy = '请对照 templates/presets 下的设定改正。';
    throw file.mistaken({ ...tellIssue(parsed.error.issues), remedy });
  }
  const { units, ...config } = parsed.data;
  const document = parseDocument(yaml);
  document.delete('units');
  return { text: document.toString({ lineWidth: 0 }), config, units: province ?? units };
}
