import { createHash } from 'node:crypto';
import type { MessageReceived } from '../registry/event.ts';
import type { MessageReading } from '../registry/reading.ts';
import { PROGRAM } from '../text/program.ts';
import type { Campaign } from './open-campaign.ts';
import { packReading, unpackReading } from './pack-reading.ts';
import { type BareReading, readOriginal } from './read-message.ts';
import type { Tools } from './tools.ts';

/** Readings are saved after this many, so that an interrupted run does not begin again. */
const SAVE_EVERY = 200;

/** A message of the ledger, as far as its event tells. */
interface Received {
  readonly event: MessageReceived;
  readonly sequence: number;
}

/**
 * Reads the messages that no reader of this version, with these forms and units, has read before, and keeps
 * the readings in the ledger. Returns those only.
 */
export async function readNewMessages(campaign: Campaign, tools: Tools): Promise<MessageReading[]> {
  const reader = readerVersion(campaign);
  const known = campaign.ledger.readMessages(reader);
  const unread = receivedMessages(campaign).filter(({ event }) => !known.has(event.message));
  const readings: MessageReading[] = [];
  let unsaved = new Map<string, Uint8Array>();
  for (const received of unread) {
    const bare = await read(received.event, campaign);
    readings.push(placed(bare, received));
    unsaved.set(received.event.message, packReading(bare));
    if (unsaved.size < SAVE_EVERY && readings.length < unread.length) continue;
    campaign.ledger.saveReadings(reader, unsaved);
    unsaved = new Map();
    tools.progress(`已读取 ${readings.length}/${unread.length} 封`);
  }
  return readings;
}

/** The readings of all messages of the ledger, in order of receipt. */
export async function gatherReadings(campaign: Campaign, tools: Tools): Promise<MessageReading[]> {
  const fresh = new Map((await readNewMessages(campaign, tools)).map((reading) => [reading.message, reading]));
  const saved = campaign.ledger.readings(readerVersion(campaign));
  const readings: MessageReading[] = [];
  for (const received of receivedMessages(campaign)) {
    const { message } = received.event;
    const bytes = saved.get(message);
    saved.delete(message);
    const reading = fresh.get(message) ?? (bytes ? placed(unpackReading(bytes), received) : undefined);
    if (!reading) throw new Error(`the reading of ${message} is gone; run rebuild`);
    readings.push(reading);
  }
  return readings.sort((a, b) =>
    a.receivedAt === b.receivedAt ? a.sequence - b.sequence : a.receivedAt < b.receivedAt ? -1 : 1,
  );
}

function receivedMessages(campaign: Campaign): Received[] {
  return campaign.ledger
    .events()
    .flatMap(({ event, sequence }) => (event.type === 'message-received' ? [{ event, sequence }] : []));
}

function placed(bare: BareReading, { event, sequence }: Received): MessageReading {
  const eml = event.occurrence.kind === 'folder' ? event.occurrence.name : '';
  return { ...bare, eml, receivedAt: event.receivedAt, sequence };
}

async function read(event: MessageReceived, campaign: Campaign): Promise<BareReading> {
  const bytes = campaign.originals.get(event.message);
  const name = event.occurrence.kind === 'folder' ? event.occurrence.name : `${event.message}.eml`;
  if (!bytes) throw new Error(`original ${event.message} is missing; run verify`);
  return readOriginal(event.message, event.source, name, bytes, {
    forms: campaign.forms,
    vocabulary: campaign.vocabulary,
    key: campaign.key,
    campaign: campaign.config.campaign,
    passwords: campaign.config.workbookPasswords,
  });
}

/** Changes whenever a saved reading would come out differently. */
export function readerVersion(campaign: Campaign): string {
  const units = campaign.units.map(({ code, name, short, aliases, divisions }) => ({
    code,
    name,
    short,
    aliases,
    divisions,
  }));
  return createHash('sha256')
    .update(
      JSON.stringify([
        PROGRAM,
        campaign.config.campaign,
        campaign.key,
        campaign.config.workbookPasswords,
        campaign.formTexts,
        units,
      ]),
    )
    .digest('hex');
}
