import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Form } from '../forms/form.ts';
import { loadForm } from '../forms/load-form.ts';
import type { CampaignFacts } from '../registry/campaign.ts';
import type { ReportingUnit } from '../registry/unit.ts';
import type { CampaignConfig } from '../store/campaign-config.ts';
import { type Ledger, openLedger } from '../store/ledger.ts';
import { lockCampaign } from '../store/lock.ts';
import { type Originals, openOriginals } from '../store/originals.ts';
import { readCampaign } from '../store/read-campaign.ts';
import { UserError } from '../text/user-error.ts';
import type { Vocabulary } from '../vocabularies/vocabulary.ts';
import { checkRuleNames, checkSeverityCodes } from './check-rule-names.ts';
import { loadUnits } from './load-units.ts';
import { vocabularyFinder } from './vocabulary-finder.ts';

/** What a person has set in a campaign folder. */
export interface CampaignSettings {
  readonly folder: string;
  readonly config: CampaignConfig;
  readonly facts: CampaignFacts;
  readonly forms: readonly Form[];
  /** The forms' texts, for fingerprints. */
  readonly formTexts: readonly string[];
  readonly units: readonly ReportingUnit[];
  readonly vocabulary: (id: string, form: Form) => Vocabulary | undefined;
}

/** A campaign folder, opened: everything a flow works with. */
export interface Campaign extends CampaignSettings {
  readonly ledger: Ledger;
  readonly originals: Originals;
  /** Secret with which templates are signed (hex); travels with the folder. */
  readonly key: string;
  close(): void;
}

/**
 * Opens a campaign folder and locks it against a second process until `close`.
 * Throws UserError when the folder, campaign.yaml, a form or the address book has a mistake.
 */
export async function openCampaign(folder: string): Promise<Campaign> {
  return openWith(await readSettings(folder));
}

/** The same where its settings have been read already. Throws FolderInUse when another process has locked it. */
export function openWith(settings: CampaignSettings): Campaign {
  const { folder } = settings;
  const unlock = lockCampaign(folder);
  try {
    const ledger = openLedger(join(folder, 'ledger.db'));
    return {
      ...settings,
      ledger,
      originals: openOriginals(join(folder, 'originals')),
      key: ledger.setting('key') ?? '',
      close() {
        ledger.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** Reads what is set in a campaign folder, locked or not. Throws UserError for a mistake in it. */
export async function readSettings(folder: string): Promise<CampaignSettings> {
  const config = readCampaign(folder);
  const formTexts = config.forms.map((id) => readFormText(folder, id));
  const forms = formTexts.map((text, index) => loadForm(text, `forms/${config.forms[index]}.yaml`));
  for (const [index, form] of forms.entries()) checkRuleNames(form, formTexts[index] ?? '');
  checkSeverityCodes(config.severities);
  const units = await loadUnits(folder);
  return {
    folder,
    config,
    facts: campaignFacts(config, forms),
    forms,
    formTexts,
    units,
    vocabulary: vocabularyFinder(units),
  };
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

function campaignFacts(config: CampaignConfig, forms: readonly Form[]): CampaignFacts {
  return {
    id: config.campaign,
    title: config.notice.title,
    documentNumber: config.notice.documentNumber,
    timeZone: config.timeZone,
    due: Object.fromEntries(forms.map((form) => [form.form, config.due[form.form] ?? form.due])),
    severities: config.severities,
    mailbox: config.mailbox.address,
  };
}
