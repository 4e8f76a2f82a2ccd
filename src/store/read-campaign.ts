import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { describeIssue } from '../forms/describe-issue.ts';
import { yamlValues } from '../forms/yaml-values.ts';
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
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines, logLevel: 'error' });
  const [broken] = document.errors;
  if (broken)
    throw new UserError(
      `campaign.yaml 第 ${lines.linePos(broken.pos[0]).line} 行不是正确的 YAML`,
      '请检查该行和上一行的缩进、冒号和引号；冒号后面要有一个空格。',
    );
  const parsed = CampaignConfig.safeParse(yamlValues(document, 'campaign.yaml'));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new UserError(
      `campaign.yaml 的 ${issue?.path.join('.') || '开头'} 不正确：${issue ? describeIssue(issue) : ''}`,
      '请改正；正确的写法见程序文件夹里的 templates/presets。',
    );
  }
  return parsed.data;
}
