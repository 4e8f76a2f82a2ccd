import { derive, type Recalled, recallState } from './derive.ts';
import { type HarvestReport, harvest } from './harvest.ts';
import type { Campaign } from './open-campaign.ts';
import { prepareDrawing } from './plan-deliverables.ts';
import {
  currentPublication,
  type KeptOfVersion,
  type Publication,
  preparePublication,
  publish,
  recallVersion,
} from './publish.ts';
import { type SendReport, sendMails } from './send.ts';
import { type Status, status, statusOf } from './status.ts';
import type { Tools } from './tools.ts';
import { writeReturns } from './write-returns.ts';

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
  let loading: Promise<void> | undefined;
  let known: Recalled | undefined;
  let recalled: KeptOfVersion | undefined;
  const meanwhile = (): void => {
    recalled = recallVersion(campaign);
    loading = prepareDrawing(recalled.frames);
    known = recallState(campaign);
  };
  const from = options.from === undefined ? {} : { from: options.from };
  const harvested = await harvest(campaign, { ...from, meanwhile }, tools);
  const drafts = options.send === true ? undefined : keptDrafts(campaign);
  const current = drafts && currentPublication(campaign);
  if (current) {
    return { harvest: harvested, publication: current, answers: drafts, status: await status(campaign, tools) };
  }
  await loading;
  const prepared = preparePublication(campaign, recalled);
  const derived = await derive(campaign, tools, undefined, known);
  const apply = options.send === true;
  const answer = (): Promise<SendReport> =>
    sendMails(campaign, { kinds: ['return', 'receipt', 'question'], apply }, tools, derived);
  // A plan rests on what was derived alone; what is sent must wait for the version to be safe.
  let planned: Promise<SendReport> | undefined;
  const plan = (): void => {
    planned = answer();
    // Its failure is thrown below; unheard until then it must not count as unhandled.
    planned.catch(() => undefined);
  };
  const publication = await publish(campaign, tools, derived, prepared, apply ? undefined : plan);
  const answers = await (planned ?? answer());
  if (!apply) {
    await writeReturns(campaign, derived, tools);
    keepDrafts(campaign, answers);
  }
  return { harvest: harvested, publication, answers, status: statusOf(campaign, derived, tools) };
}

const KEPT = 'derived:drafts';

/** Drafts rest on the state and on what was sent, which is in the ledger too: they stand until an event is added. */
function keptDrafts(campaign: Campaign): SendReport | undefined {
  const kept = campaign.ledger.setting(KEPT);
  if (kept === undefined) return undefined;
  const { head, answers } = JSON.parse(kept) as { head: string; answers: SendReport };
  return head === campaign.ledger.head().hash ? answers : undefined;
}

function keepDrafts(campaign: Campaign, answers: SendReport): void {
  campaign.ledger.setSetting(KEPT, JSON.stringify({ head: campaign.ledger.head().hash, answers }));
}
