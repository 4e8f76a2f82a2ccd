import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { MessageReceived } from '../registry/event.ts';
import type { MessageReading } from '../registry/reading.ts';
import { PROGRAM } from '../text/program.ts';
import { collectSooner } from './collect-sooner.ts';
import { compileLater } from './compile-later.ts';
import type { HarvestListener } from './harvest-listener.ts';
import type { Campaign } from './open-campaign.ts';
import { PACKED_AS, unpackReading } from './pack-reading.ts';
import type { ReadingThreads } from './read-in-threads.ts';
import type { ReaderSetup, ReaderTask } from './reader.ts';
import type { ReaderResult } from './reading-result.ts';
import type { Tools } from './tools.ts';

/** Readings are saved after this many, so that an interrupted run does not begin again. */
const SAVE_EVERY = 200;

/** What follows from so many new readings is made anew for many units at once. */
const MANY = 1000;

/** A message of the ledger, as far as its event tells. */
interface Received {
  readonly event: MessageReceived;
  readonly sequence: number;
}

/** A message that was read for the first time, and what of it could not be read. */
export interface NewReading extends Omit<ReaderResult, 'packed'> {
  readonly eml: string;
}

/** Messages being read, to which more can be added as they come in. */
export interface Reading extends HarvestListener {
  /** Resolves when all are read and their readings saved, with what could not be read. */
  finish(): Promise<NewReading[]>;
  /** Begins with no other message and saves what is read. */
  stop(): Promise<void>;
}

/**
 * Reads the messages that no reader of this version, with these forms and units, has read before, and keeps
 * the readings in the ledger. Returns what of them could not be read.
 */
export async function readNewMessages(campaign: Campaign, tools: Tools): Promise<NewReading[]> {
  const reading = await openReading(campaign, tools);
  return reading.finish();
}

/**
 * Begins to read what was not read before, beside whatever brings more messages in. Readings are saved some at a time, and
 * all in the end.
 */
export async function openReading(campaign: Campaign, tools: Tools): Promise<Reading> {
  const reader = readerVersion(campaign);
  const emls = new Map<string, string>();
  const done: NewReading[] = [];
  let unsaved = new Map<string, Uint8Array>();
  let finishing = false;
  function save(): void {
    if (unsaved.size > 0) campaign.ledger.saveReadings(reader, unsaved);
    unsaved = new Map();
  }
  function keep({ packed, ...result }: ReaderResult): void {
    unsaved.set(result.message, packed);
    done.push({ ...result, eml: emls.get(result.message) ?? '' });
    if (unsaved.size < SAVE_EVERY) return;
    save();
    // While messages come in, their own count is told.
    if (finishing) tools.progress(`已读取 ${done.length}/${emls.size} 封`);
  }
  const readers = await openReaders(setupOf(campaign), keep);
  const add = (messages: readonly MessageReceived[]): void => {
    for (const event of messages) emls.set(event.message, emlOf(event));
    readers.add(messages.map(taskOf));
  };
  const known = campaign.ledger.readMessages(reader);
  add(receivedMessages(campaign).flatMap(({ event }) => (known.has(event.message) ? [] : [event])));
  return {
    expect: () => readers.prepare(),
    add,
    async finish() {
      finishing = true;
      await readers.finish().finally(save);
      if (done.length >= MANY) collectSooner();
      else compileLater();
      return done;
    },
    async stop() {
      await readers.stop().finally(save);
    },
  };
}

async function openReaders(setup: ReaderSetup, keep: (result: ReaderResult) => void): Promise<ReadingThreads> {
  // Threads run the built program; the sources under test are read here.
  if (!import.meta.url.endsWith('.ts')) {
    const { openReadingThreads } = await import('./read-in-threads.ts');
    return openReadingThreads(setup, keep);
  }
  const queue: ReaderTask[] = [];
  return {
    prepare: () => undefined,
    add: (tasks) => void queue.push(...tasks),
    async finish() {
      if (queue.length === 0) return;
      const { openReader } = await import('./reader.ts');
      const read = openReader(setup);
      for (const task of queue.splice(0)) keep(await read(task));
    },
    async stop() {},
  };
}

function setupOf(campaign: Campaign): ReaderSetup {
  return {
    originals: join(campaign.folder, 'originals'),
    forms: campaign.forms,
    units: campaign.units,
    key: campaign.key,
    campaign: campaign.config.campaign,
    passwords: campaign.config.workbookPasswords,
  };
}

function taskOf(event: MessageReceived): ReaderTask {
  return { message: event.message, source: event.source, name: emlOf(event) || `${event.message}.eml` };
}

/** Readings by message. */
export type Readings = ReadonlyMap<string, MessageReading>;

/** The readings of those messages that were read before. */
export function recallReadings(campaign: Campaign): Readings {
  const saved = campaign.ledger.readings(readerVersion(campaign));
  return new Map(
    receivedMessages(campaign).flatMap((received) => {
      const bytes = saved.get(received.event.message);
      saved.delete(received.event.message);
      return bytes ? [[received.event.message, readingOf(bytes, received)] as const] : [];
    }),
  );
}

/** The readings of all messages of the ledger, in order of receipt. Those that were recalled already are not looked up again. */
export async function gatherReadings(campaign: Campaign, tools: Tools, recalled?: Readings): Promise<MessageReading[]> {
  await readNewMessages(campaign, tools);
  const known = recalled ?? recallReadings(campaign);
  const received = receivedMessages(campaign);
  const missing = received.map(({ event }) => event.message).filter((message) => !known.has(message));
  const saved = campaign.ledger.readings(readerVersion(campaign), missing);
  const readings = received.map((one): MessageReading => {
    const reading = known.get(one.event.message);
    if (reading) return reading;
    const bytes = saved.get(one.event.message);
    if (!bytes) throw new Error(`the reading of ${one.event.message} is gone; run rebuild`);
    return readingOf(bytes, one);
  });
  return readings.sort((a, b) =>
    a.receivedAt === b.receivedAt ? a.sequence - b.sequence : a.receivedAt < b.receivedAt ? -1 : 1,
  );
}

function readingOf(bytes: Uint8Array, { event, sequence }: Received): MessageReading {
  return unpackReading(bytes, { eml: emlOf(event), receivedAt: event.receivedAt, sequence });
}

function receivedMessages(campaign: Campaign): Received[] {
  return campaign.ledger
    .events()
    .flatMap(({ event, sequence }) => (event.type === 'message-received' ? [{ event, sequence }] : []));
}

function emlOf(event: MessageReceived): string {
  return event.occurrence.kind === 'folder' ? event.occurrence.name : '';
}

/** Changes whenever a saved reading would come out differently. Worked out once a campaign, which may have thousands of units. */
export function readerVersion(campaign: Campaign): string {
  const known = VERSIONS.get(campaign);
  if (known !== undefined) return known;
  const version = hashReader(campaign);
  VERSIONS.set(campaign, version);
  return version;
}

const VERSIONS = new WeakMap<Campaign, string>();

function hashReader(campaign: Campaign): string {
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
        PACKED_AS,
        campaign.config.campaign,
        campaign.key,
        campaign.config.workbookPasswords,
        campaign.formTexts,
        units,
      ]),
    )
    .digest('hex');
}
