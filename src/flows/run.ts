import { derive } from './derive.ts';
import { type HarvestReport, harvest } from './harvest.ts';
import type { Campaign } from './open-campaign.ts';
import { type Publication, publish } from './publish.ts';
import { type SendReport, sendMails } from './send.ts';
import { type Status, statusOf } from './status.ts';
import type { Tools } from './tools.ts';

export interface RunReport {
  readonly harvest: HarvestReport;
  readonly publication: Publication;
  /** Answers drafted (or sent, when asked). */
  readonly answers: SendReport;
  readonly status: Status;
}

export interface RunOptions {
  readonly from?: string;
  /** Really send the drafted answers. */
  readonly send?: boolean;
}

/** The day's work: harvest, read, check, merge, publish, and draft the answers. Sends nothing unless asked. */
export async function run(campaign: Campaign, options: RunOptions, tools: Tools): Promise<RunReport> {
  const harvested = await harvest(campaign, options.from === undefined ? {} : { from: options.from }, tools);
  const derived = await derive(campaign, tools);
  const publication = await publish(campaign, tools, derived);
  const answers = await sendMails(
    campaign,
    { kinds: ['return', 'receipt', 'question'], apply: options.send === true },
    tools,
    derived,
  );
  return { harvest: harvested, publication, answers, status: statusOf(campaign, derived, tools) };
}
