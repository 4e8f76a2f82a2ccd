import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tellIssue } from '../forms/tell-issue.ts';
import { readYamlFile } from '../forms/yaml-file.ts';
import { UserError } from '../text/user-error.ts';
import { CampaignConfig } from './campaign-config.ts';

/** Reads campaign.yaml of a folder. Throws UserError when the folder is no campaign or the file has a mistake. */
export function readCampaign(folder: string): CampaignConfig {
  const path = join(folder, 'campaign.yaml');
  if (!existsSync(path)) {
    throw new UserError(
      `${folder} 不是工作文件夹：里面没有 campaign.yaml`,
      '请先运行 mingce init <文件夹>，或用 -C 指明已有的工作文件夹。',
    );
  }
  const file = readYamlFile(readFileSync(path, 'utf8'), 'campaign.yaml');
  const parsed = CampaignConfig.safeParse(file.values);
  if (parsed.success) return parsed.data;
  const remedy = '请改正；正确的写法见程序文件夹里的 templates/presets。';
  throw file.mistaken({ ...tellIssue(parsed.error.issues), remedy });
}
