import { join } from 'node:path';
import { FolderInUse } from '../store/lock.ts';
import { lookAtLedger } from '../store/look-at-ledger.ts';
import { type CampaignSettings, openWith, readSettings } from './open-campaign.ts';
import { readKept, type Status, status, statusFrom } from './status.ts';
import type { Tools } from './tools.ts';

/**
 * The status of a campaign folder. Where another process is at work in it, for hours perhaps because it watches the mailbox,
 * it is what that one has worked out; throws FolderInUse when that is nothing yet.
 */
export async function statusOfFolder(folder: string, tools: Tools): Promise<Status> {
  const settings = await readSettings(folder);
  try {
    const campaign = openWith(settings);
    try {
      return await status(campaign, tools);
    } finally {
      campaign.close();
    }
  } catch (error) {
    const beside = error instanceof FolderInUse ? statusBeside(settings, tools) : undefined;
    if (!beside) throw error;
    return beside;
  }
}

/** What the other process heard from the mailbox is of this moment, all else of when it worked it out. */
function statusBeside(settings: CampaignSettings, tools: Tools): Status | undefined {
  const ledger = lookAtLedger(join(settings.folder, 'ledger.db'));
  if (!ledger) return undefined;
  try {
    const kept = readKept(ledger);
    return kept && { ...statusFrom({ ...settings, ledger }, kept.facts, tools), asOf: kept.at };
  } finally {
    ledger.close();
  }
}
