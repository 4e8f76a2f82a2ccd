import { mailAccount } from './mail-account.ts';
import type { Campaign } from './open-campaign.ts';
import { type RunOptions, type RunReport, run } from './run.ts';
import type { Tools } from './tools.ts';
import { watchMailbox } from './watch-mailbox.ts';

/** A folder of files is looked at this often. */
const FOLDER_PAUSE = 60_000;

/**
 * The day's work again and again: at once, and whenever new mail comes, until the signal of the tools.
 * Reports the first run and every run that took something in.
 */
export async function watchAndRun(
  campaign: Campaign,
  options: RunOptions,
  tools: Tools,
  onReport: (report: RunReport) => void,
): Promise<void> {
  let first = true;
  const once = async (): Promise<void> => {
    const report = await run(campaign, options, tools);
    if (first || report.harvest.taken > 0) onReport(report);
    first = false;
  };
  if (options.from === undefined) {
    await watchMailbox(campaign, await mailAccount(campaign, tools), tools, once);
    return;
  }
  while (tools.signal?.aborted !== true) {
    await once();
    await tools.sleep(FOLDER_PAUSE);
  }
}
