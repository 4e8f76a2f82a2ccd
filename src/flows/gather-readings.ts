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

/**
 * The readings of all messages of the ledger, in order of receipt. Only what no reader of this version,
 * with these forms and units, has read before is read now.
 */
export async function gatherReadings(campaign: Campaign, tools: Tools): Promise<MessageReading[]> {
  const received = campaign.ledger
    .events()
    .flatMap(({ event, sequence }) => (event.type === 'message-received' ? [{ event, sequence }] : []));
  const reader = readerVersion(campaign);
  const saved = campaign.ledger.readings(reader);
  const fresh = new Map<string, Uint8Array>();
  const readings: MessageReading[] = [];
  const unread = received.filter(({ event }) => !saved.has(event.message)).length;
  let done = 0;
  for (const { event, sequence } of received) {
    const known = saved.get(event.message);
    const bare = known ? unpackReading(known) : await read(event, campaign);
    saved.delete(event.message);
    if (!known) {
      fresh.set(event.message, packReading(bare));
      done += 1;
      if (fresh.size >= SAVE_EVERY) {
        campaign.ledger.saveReadings(reader, fresh);
        fresh.clear();
        tools.progress(`已读取 ${done}/${unread} 封`);
      }
    }
    const eml = event.occurrence.kind === 'folder' ? event.occurrence.name : '';
    readings.push({ ...bare, eml, receivedAt: event.receivedAt, sequence });
  }
  if (fresh.size > 0) campaign.ledger.saveReadings(reader, fresh);
  return readings.sort((a, b) =>
    a.receivedAt === b.receivedAt ? a.sequence - b.sequence : a.receivedAt < b.receivedAt ? -1 : 1,
  );
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
