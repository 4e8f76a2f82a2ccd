import { join } from 'node:path';
import type { Form } from '../forms/form.ts';
import type { CampaignFacts } from '../registry/campaign.ts';
import type { CampaignConfig } from '../store/campaign-config.ts';
import { type Ledger, openLedger } from '../store/ledger.ts';
import { lockCampaign } from '../store/lock.ts';
import { type Originals, openOriginals } from '../store/originals.ts';
import type { Vocabulary } from '../vocabularies/vocabulary.ts';
import { keepSettings, recallSettings, settingsHash } from './kept-settings.ts';
import type { PlainSettings } from './parse-settings.ts';
import { vocabularyFinder } from './vocabulary-finder.ts';

/** What a person has set in a campaign folder. */
export interface CampaignSettings extends PlainSettings {
  readonly folder: string;
  readonly facts: CampaignFacts;
  readonly vocabulary: (id: string, form: Form) => Vocabulary | undefined;
}

/** The same as it was read from the folder. */
export interface ReadSettings extends CampaignSettings {
  /** Keeps it in the ledger for the next time. */
  readonly keep: (ledger: Ledger) => void;
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
export function openWith({ keep, ...settings }: ReadSettings): Campaign {
  const { folder } = settings;
  const unlock = lockCampaign(folder);
  try {
    const ledger = openLedger(join(folder, 'ledger.db'));
    keep(ledger);
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
export async function readSettings(folder: string): Promise<ReadSettings> {
  const files = settingsHash(folder);
  const kept = recallSettings(folder, files);
  // The packages that read them are loaded only where something has changed.
  const settings = kept ?? (await (await import('./parse-settings.ts')).parseSettings(folder));
  return {
    folder,
    ...settings,
    facts: campaignFacts(settings.config, settings.forms),
    vocabulary: vocabularyFinder(settings.units),
    keep: (ledger) => {
      if (!kept && files !== undefined) keepSettings(ledger, files, settings);
    },
  };
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
