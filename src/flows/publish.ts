import { join } from 'node:path';
import type { Published } from '../registry/event.ts';
import type { KeptPieces } from '../sheet/piece.ts';
import { isIntact } from './check-files.ts';
import { type Derived, derive } from './derive.ts';
import { type FileThread, openFileThread } from './file-thread.ts';
import { fingerprintOf } from './fingerprint.ts';
import { filesToCheck, type KeptFiles, keptPieces, loadKeptFiles } from './kept-files.ts';
import { type KeptFrames, openFrames } from './kept-frames.ts';
import type { Campaign } from './open-campaign.ts';
import { type OpenRecall, openRecall } from './open-recall.ts';
import { planDeliverables } from './plan-deliverables.ts';
import { previousRegister } from './previous-register.ts';
import { removeObsolete } from './remove-obsolete.ts';
import { restoreLatest } from './restore-latest.ts';
import type { Tools } from './tools.ts';
import { writeVersion } from './write-version.ts';

export interface Publication {
  readonly version: number;
  /** False when nothing had changed since that version. */
  readonly fresh: boolean;
  /** Paths relative to the campaign folder, latest copies. */
  readonly files: readonly string[];
}

/**
 * Writes every deliverable: the latest under output/, and each version for ever under output/版本/<n>/.
 * Nothing is written when nothing has changed since the last version, but for latest copies that were touched. A version
 * that is not whole any more under output/版本 is never written a second time: the next one takes its place. Where a version is
 * written, `whileWritten` is called when all is drawn and the disk still at work.
 */
export async function publish(
  campaign: Campaign,
  tools: Tools,
  derived?: Derived,
  prepared?: Preparation,
  whileWritten: () => void = () => undefined,
): Promise<Publication> {
  const before = lastPublished(campaign);
  const fingerprint = fingerprintOf(campaign);
  const current = publicationOf(campaign, before, fingerprint);
  if (current) return current;
  if (before?.fingerprint === fingerprint && restoreLatest(campaign, before))
    return { version: before.version, fresh: true, files: before.files.map((file) => file.path) };
  const preparation = prepared ?? preparePublication(campaign);
  try {
    const state = derived ?? (await derive(campaign, tools));
    return await publishNext(campaign, tools, state, preparation, { before, fingerprint, whileWritten });
  } finally {
    await preparation.thread.end();
  }
}

interface NextVersion {
  readonly before: Published | undefined;
  /** Of what the version rests on. */
  readonly fingerprint: string;
  readonly whileWritten: () => void;
}

async function publishNext(
  campaign: Campaign,
  tools: Tools,
  derived: Derived,
  { kept, results, frames, thread }: Preparation,
  { before, fingerprint, whileWritten }: NextVersion,
): Promise<Publication> {
  const version = (before?.version ?? 0) + 1;
  const checked = await thread.checked;
  const previous = before && version > 1 ? await previousRegister(campaign, version - 1, tools, checked) : undefined;
  const keptOf = (path: string): KeptPieces =>
    keptPieces(campaign, kept, path, checked, path === REGISTER && isOf(kept, before) ? previous : undefined);
  const deliverables = planDeliverables(campaign, derived, version, previous, {
    keptOf,
    recall: results.recall,
    frames,
  });
  const files = peopleFirst(await writeVersion(campaign, deliverables, version, kept, thread, whileWritten));
  results.save();
  frames.save();
  campaign.ledger.append(tools.clock().toISOString(), [{ type: 'published', version, fingerprint, files }]);
  removeObsolete(campaign, before, files);
  return { version, fresh: true, files: files.map((file) => file.path) };
}

/** What was kept of the version before. */
export interface KeptOfVersion {
  readonly kept: KeptFiles;
  readonly results: OpenRecall;
  readonly frames: KeptFrames;
}

/** What the next version may take from the one before. */
export interface Preparation extends KeptOfVersion {
  readonly thread: FileThread;
}

/** Looks up what was kept of the version before. */
export function recallVersion(campaign: Campaign): KeptOfVersion {
  return {
    kept: loadKeptFiles(campaign),
    results: openRecall(campaign, 'edition'),
    frames: openFrames(campaign),
  };
}

/** Has the files of the version before looked at while its successor is derived. */
export function preparePublication(campaign: Campaign, recalled = recallVersion(campaign)): Preparation {
  return { ...recalled, thread: openFileThread(filesToCheck(campaign, recalled.kept)) };
}

const REGISTER = 'register.jsonl';

/** True when what is kept of the register was written for that version. */
function isOf(kept: KeptFiles, before: Published | undefined): boolean {
  const written = before?.files.find((file) => file.path === `output/${REGISTER}`);
  return written !== undefined && kept.version === before?.version && kept.files[REGISTER]?.sha256 === written.sha256;
}

/** The version last published. */
export function lastPublished(campaign: Campaign): Published | undefined {
  return campaign.ledger
    .events()
    .flatMap(({ event }) => (event.type === 'published' ? [event] : []))
    .at(-1);
}

/** The last published version, when it rests on all that is known now and its latest copies are untouched. */
export function currentPublication(campaign: Campaign): Publication | undefined {
  return publicationOf(campaign, lastPublished(campaign), fingerprintOf(campaign));
}

function publicationOf(campaign: Campaign, last: Published | undefined, fingerprint: string): Publication | undefined {
  if (last?.fingerprint !== fingerprint) return undefined;
  if (!last.files.every((file) => isIntact(join(campaign.folder, file.path), file.sha256))) return undefined;
  return { version: last.version, fresh: false, files: last.files.map((file) => file.path) };
}

/** Files for people come first in the list. */
function peopleFirst(files: Published['files']): Published['files'] {
  return [...files.filter(({ path }) => !isForPrograms(path)), ...files.filter(({ path }) => isForPrograms(path))];
}

function isForPrograms(path: string): boolean {
  return /\.(jsonl|csv)$/.test(path);
}
