import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Form } from '../forms/form.ts';
import { loadForm } from '../forms/load-form.ts';
import type { ReportingUnit } from '../registry/unit.ts';
import type { CampaignConfig } from '../store/campaign-config.ts';
import { readCampaign } from '../store/read-campaign.ts';
import { UserError } from '../text/user-error.ts';
import { checkRuleNames, checkSeverityCodes } from './check-rule-names.ts';
import { loadUnits } from './load-units.ts';

/** What a person has set in a campaign folder, as plain values. */
export interface PlainSettings {
  readonly config: CampaignConfig;
  readonly forms: readonly Form[];
  /** The forms' texts, for fingerprints. */
  readonly formTexts: readonly string[];
  readonly units: readonly ReportingUnit[];
}

/** Reads and checks what is set in a campaign folder. Throws UserError for a mistake in it. */
export async function parseSettings(folder: string): Promise<PlainSettings> {
  const config = readCampaign(folder);
  const formTexts = config.forms.map((id) => readFormText(folder, id));
  const forms = formTexts.map((text, index) => loadForm(text, `forms/${config.forms[index]}.yaml`));
  for (const [index, form] of forms.entries()) checkRuleNames(form, formTexts[index] ?? '');
  checkSeverityCodes(config.severities);
  return { config, forms, formTexts, units: await loadUnits(folder) };
}

function readFormText(folder: string, id: string): string {
  const path = join(folder, 'forms', `${id}.yaml`);
  if (!existsSync(path)) {
    throw new UserError(
      `campaign.yaml 列出了表格 ${id}，但没有文件 forms/${id}.yaml`,
      '请把表格定义放进 forms 文件夹，或从 campaign.yaml 的 forms 中删去。',
    );
  }
  return readFileSync(path, 'utf8');
}
