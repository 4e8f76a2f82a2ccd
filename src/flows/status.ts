import { type Board, makeBoard } from '../registry/board.ts';
import { type NextStep, nextSteps } from '../registry/next-steps.ts';
import type { RegistryState } from '../registry/register.ts';
import type { Heartbeat, LedgerView } from '../store/look-at-ledger.ts';
import { daysBetween } from '../text/days-between.ts';
import { localDate } from '../text/local-date.ts';
import { type Derived, derive } from './derive.ts';
import { fingerprintOf } from './fingerprint.ts';
import { type MailboxHealth, mailboxHealth } from './mailbox-health.ts';
import type { Campaign, CampaignSettings } from './open-campaign.ts';
import type { Tools } from './tools.ts';

export interface Status {
  readonly campaign: string;
  readonly title: string;
  readonly timeZone: string;
  readonly board: Board;
  /** Days until each deadline by form; negative when it has passed. */
  readonly daysLeft: Readonly<Record<string, number>>;
  readonly calendar: readonly { readonly date: string; readonly text: string }[];
  readonly heartbeats: readonly Heartbeat[];
  /** Null when no mailbox is set. */
  readonly mailbox: MailboxHealth | null;
  readonly next: readonly NextStep[];
  /** ISO instant when another process, which is still at work in the folder, worked this out; absent where it was done now. */
  readonly asOf?: string;
}

/** What the state of the registry says for the status; kept in the ledger until anything changes. */
interface StatusFacts {
  readonly board: Board;
  readonly unreachable: RegistryState['unreachable'];
}

interface Kept {
  readonly fingerprint: string;
  /** ISO instant. */
  readonly at: string;
  readonly facts: StatusFacts;
}

/** Another name whenever the facts change their shape: what an older program kept is not read. */
const KEPT = 'derived:status-3';

/** Who has reported, who is late, who has errors, and what to do next. */
export async function status(campaign: Campaign, tools: Tools): Promise<Status> {
  return statusFrom(campaign, await statusFacts(campaign, tools), tools);
}

/** Addresses of units from which mail came back. */
export async function unreachableAddresses(campaign: Campaign, tools: Tools): Promise<RegistryState['unreachable']> {
  return (await statusFacts(campaign, tools)).unreachable;
}

async function statusFacts(campaign: Campaign, tools: Tools): Promise<StatusFacts> {
  return keptFacts(campaign) ?? keepFacts(campaign, await derive(campaign, tools), tools);
}

/** The same from a state that has been derived already. */
export function statusOf(campaign: Campaign, derived: Derived, tools: Tools): Status {
  return statusFrom(campaign, keepFacts(campaign, derived, tools), tools);
}

function keepFacts(campaign: Campaign, { state }: Derived, tools: Tools): StatusFacts {
  const board = makeBoard(state, campaign.forms, campaign.units, campaign.facts);
  const facts = { board, unreachable: state.unreachable };
  const kept: Kept = { fingerprint: fingerprintOf(campaign), at: tools.clock().toISOString(), facts };
  campaign.ledger.setSetting(KEPT, JSON.stringify(kept));
  return facts;
}

function keptFacts(campaign: Campaign): StatusFacts | undefined {
  const kept = readKept(campaign.ledger);
  return kept?.fingerprint === fingerprintOf(campaign) ? kept.facts : undefined;
}

/** The facts that were worked out last. */
export function readKept(ledger: Pick<LedgerView, 'setting'>): Kept | undefined {
  const kept = ledger.setting(KEPT);
  return kept === undefined ? undefined : (JSON.parse(kept) as Kept);
}

/** The status, from facts that may have been worked out before. */
export function statusFrom(
  campaign: CampaignSettings & { readonly ledger: Pick<LedgerView, 'heartbeats'> },
  { board, unreachable }: StatusFacts,
  tools: Tools,
): Status {
  const { timeZone, mailbox } = campaign.config;
  const now = tools.clock().toISOString();
  const today = localDate(now, timeZone);
  const heartbeats = campaign.ledger.heartbeats();
  return {
    campaign: campaign.config.campaign,
    title: campaign.config.notice.title,
    timeZone,
    board,
    daysLeft: Object.fromEntries(board.forms.map((form) => [form.form, daysBetween(today, form.due)])),
    calendar: campaign.config.calendar,
    heartbeats,
    mailbox: mailboxHealth(mailbox.address, heartbeats, now, timeZone),
    next: nextSteps(board, unreachable.length, campaign.units.filter((unit) => unit.emails.length === 0).length),
  };
}
