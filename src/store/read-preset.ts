import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { isMap, LineCounter, parseDocument } from 'yaml';
import { describeIssue } from '../forms/describe-issue.ts';
import { yamlValues } from '../forms/yaml-values.ts';
import { UserError } from '../text/user-error.ts';
import { CampaignConfig } from './campaign-config.ts';

/** A preset: a campaign.yaml with one more key, `units`, that says which list of units it starts from. */
export interface Preset {
  /** Text of the future campaign.yaml, comments kept. */
  readonly text: string;
  readonly config: CampaignConfig;
  /** `sichuan`, a province of the national table, or undefined when --units brings the list. */
  readonly units: string | undefined;
}

/** Reads a preset file; `province` replaces its list of units. Throws UserError for a mistake in it. */
export function readPreset(path: string, province?: string): Preset {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines, logLevel: 'error' });
  const [broken] = document.errors;
  if (broken)
    throw new UserError(
      `通知设定 ${basename(path)} 第 ${lines.linePos(broken.pos[0]).line} 行不是正确的 YAML`,
      '请检查该行和上一行的缩进、冒号和引号；冒号后面要有一个空格。',
    );
  if (!isMap(document.contents))
    throw new UserError(
      `通知设定 ${basename(path)} 的内容不是“名称: 值”的写法`,
      '请对照 templates/presets 下的设定改正。',
    );
  const own = document.get('units');
  document.delete('units');
  const parsed = CampaignConfig.safeParse(yamlValues(document, `通知设定 ${basename(path)}`));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new UserError(
      `通知设定 ${basename(path)} 的 ${issue?.path.join('.') || '开头'} 不正确：${issue ? describeIssue(issue) : ''}`,
      '请对照 templates/presets 下的设定改正。',
    );
  }
  const units = province ?? (typeof own === 'string' ? own : undefined);
  return { text: document.toString({ lineWidth: 0 }), config: parsed.data, units };
}
