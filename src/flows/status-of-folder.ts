import { join } from 'node:path';
import { FolderInUse } from '../store/lock.ts';
import { lookAtLedger } from '../store/look-at-ledger.ts';
import { openCampaign, readSettings } from './open-campaign.ts';
import { readKept, type Status, status, statusFrom } from './status.ts';
import type { Tools } from './tools.ts';

/**
 * The status of a campaign folder. Where another process is at work in it, for hours perhaps because it watches the mailbox,
 * it is what that one has worked out; throws FolderInUse when that is nothing yet.
 */
export async function statusOfFolder(folder: string, tools: Tools): Promise<Status> {
  try {
    const campaign = await openCampaign(folder);
    try {
      return await status(campaign, tools);
    } finally {
      campaign.close();
    }
  } catch (error) {
    const beside = error instanceof FolderInUse ? await statusBeside(folder, tools) : undefined;
    if (!beside) throw error;
    return beside;
  }
}

/** What the other process heard from the mailbox is of this moment, all else of when it worked it out. */
async function statusBeside(folder: string, tools: Tools): Promise<Status | undefined> {
  const settings = await readSettings(folder);
  const ledger = lookAtLedger(join(folder, 'ledger.db'));
  if (!ledger) return undefined;
  try {
    const kept = readKept(ledger);
    return kept && { ...statusFrom({ ...settings, ledger }, kept.facts, tools), asOf: kept.at };
  } finally {
    ledger.close();
  }
}
