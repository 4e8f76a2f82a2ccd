import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
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
  const text = readFileSync(path, 'utf8');
  let content: unknown;
  try {
    content = parse(text);
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
    throw new UserError(`campaign.yaml 不是正确的 YAML：${reason}`, '请检查缩进、冒号和引号。');
  }
  const parsed = CampaignConfig.safeParse(content);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new UserError(
      `campaign.yaml 的 ${issue?.path.join('.') || '开头'} 不正确：${issue?.message ?? ''}`,
      '请对照 README 中 campaign.yaml 的说明改正。',
    );
  }
  return parsed.data;
}
