import type { Decision } from '../registry/decision.ts';
import { deriveState } from '../registry/derive-state.ts';
import type { RecordedEvent } from '../registry/event.ts';
import { NOTHING_YET } from '../registry/publish/edition.ts';
import type { MessageReading } from '../registry/reading.ts';
import type { RegistryState } from '../registry/register.ts';
import type { SentMail } from '../registry/sent.ts';
import { gatherReadings, type Readings, recallReadings } from './gather-readings.ts';
import type { Campaign } from './open-campaign.ts';
import { type OpenRecall, openRecall } from './open-recall.ts';
import type { Tools } from './tools.ts';

/** Everything known of a campaign, derived from originals, events and forms. */
export interface Derived {
  readonly readings: readonly MessageReading[];
  readonly state: RegistryState;
  readonly decisions: readonly Decision[];
  readonly sent: readonly SentMail[];
  /**
   * ISO instant of the newest thing the state rests on: mail or decision, never the clock. Deliverables
   * carry this time, so that deriving them again gives the same bytes.
   */
  readonly asOf: string;
}

/** What can be looked up of a campaign before its newest mails are read. */
export interface Recalled {
  readonly results: OpenRecall;
  readonly readings: Readings;
}

/** Looks up what earlier derivations kept. */
export function recallState(campaign: Campaign): Recalled {
  return { results: openRecall(campaign, 'state'), readings: recallReadings(campaign) };
}

/**
 * Reads what is new, then derives the state of the campaign, as it is or as it was after the event `until`. `recalled` is
 * given where it was looked up already.
 */
export async function derive(
  campaign: Campaign,
  tools: Tools,
  until: number = Number.POSITIVE_INFINITY,
  recalled?: Recalled,
): Promise<Derived> {
  const gathered = await gatherReadings(campaign, tools, recalled?.readings);
  const readings = gathered.filter((reading) => reading.sequence <= until);
  const events = campaign.ledger.events().filter((event) => event.sequence <= until);
  const decisions = decisionsOf(events);
  const sent = sentMailsOf(events);
  const asOf = [...readings.map((reading) => reading.receivedAt), ...decisions.map((decision) => decision.at)].reduce(
    (newest, at) => (at > newest ? at : newest),
    NOTHING_YET,
  );
  // A state of the past rests on other decisions: it leaves what is kept of the present alone.
  const results = until === Number.POSITIVE_INFINITY ? (recalled?.results ?? openRecall(campaign, 'state')) : undefined;
  const state = deriveState({
    campaign: campaign.facts,
    forms: campaign.forms,
    units: campaign.units,
    vocabulary: campaign.vocabulary,
    readings,
    decisions,
    sent,
    now: asOf,
    ...(results ? { recall: results.recall } : {}),
  });
  results?.save();
  return { readings, state, decisions, sent, asOf };
}

/** Decisions that count, in the order they were made. */
export function decisionsOf(events: readonly RecordedEvent[]): Decision[] {
  const undone = new Set(events.flatMap(({ event }) => (event.type === 'decision-undone' ? [event.decision] : [])));
  return events.flatMap(({ event, hash, at }) => {
    if (event.type !== 'decision' || undone.has(hash)) return [];
    const { type: _, ...decision } = event;
    return [{ ...decision, id: hash, at }];
  });
}

/** Mails that left, or may have left. */
export function sentMailsOf(events: readonly RecordedEvent[]): SentMail[] {
  const outcomes = new Map<string, string>();
  for (const { event } of events) if (event.type === 'send-settled') outcomes.set(event.messageId, event.outcome);
  return events.flatMap(({ event, at }) => {
    if (event.type !== 'send-intended') return [];
    const outcome = outcomes.get(event.messageId) ?? 'unknown';
    if (outcome !== 'sent' && outcome !== 'unknown') return [];
    return [{ messageId: event.messageId, unit: event.unit, kind: event.kind, to: event.to, sentAt: at }];
  });
}
