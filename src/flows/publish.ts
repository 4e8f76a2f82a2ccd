import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Published } from '../registry/event.ts';
import { writeCopy, writeTogether } from '../store/atomic-write.ts';
import { type Derived, derive } from './derive.ts';
import { type Deliverable, drawDeliverables } from './draw-deliverables.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { Campaign } from './open-campaign.ts';
import { previousRegister } from './previous-register.ts';
import { removeObsolete } from './remove-obsolete.ts';
import { restoreLatest } from './restore-latest.ts';
import type { Tools } from './tools.ts';

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
 * that is not whole any more under output/版本 is never written a second time: the next one takes its place.
 */
export async function publish(campaign: Campaign, tools: Tools, derived?: Derived): Promise<Publication> {
  const current = currentPublication(campaign);
  if (current) return current;
  const before = lastPublished(campaign);
  const fingerprint = fingerprintOf(campaign);
  if (before?.fingerprint === fingerprint && restoreLatest(campaign, before))
    return { version: before.version, fresh: true, files: before.files.map((file) => file.path) };
  const state = derived ?? (await derive(campaign, tools));
  const version = (before?.version ?? 0) + 1;
  const previous = before && version > 1 ? await previousRegister(campaign, version - 1, tools) : undefined;
  const files = await writeAll(campaign, drawDeliverables(campaign, state, version, previous), version);
  campaign.ledger.append(tools.clock().toISOString(), [{ type: 'published', version, fingerprint, files }]);
  removeObsolete(campaign, before, files);
  return { version, fresh: true, files: files.map((file) => file.path) };
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
  const last = lastPublished(campaign);
  if (!last || last.fingerprint !== fingerprintOf(campaign)) return undefined;
  if (!last.files.every((file) => isIntact(campaign, file))) return undefined;
  return { version: last.version, fresh: false, files: last.files.map((file) => file.path) };
}

function isIntact(campaign: Campaign, file: { readonly path: string; readonly sha256: string }): boolean {
  const path = join(campaign.folder, file.path);
  return existsSync(path) && createHash('sha256').update(readFileSync(path)).digest('hex') === file.sha256;
}

/** Deliverables are written out together up to this size, so that a large register is never in memory whole. */
const BATCH_BYTES = 16 * 1024 * 1024;

/** Writes what is drawn as it is drawn. Files for people come first in the list. */
async function writeAll(
  campaign: Campaign,
  deliverables: AsyncIterable<Deliverable>,
  version: number,
): Promise<Published['files']> {
  const files: Published['files'][number][] = [];
  let batch: Deliverable[] = [];
  let size = 0;
  for await (const deliverable of deliverables) {
    batch.push(deliverable);
    size += deliverable.bytes.length;
    if (size < BATCH_BYTES) continue;
    files.push(...(await writeBatch(campaign, batch, version)));
    batch = [];
    size = 0;
  }
  files.push(...(await writeBatch(campaign, batch, version)));
  return [...files.filter(({ path }) => !isForPrograms(path)), ...files.filter(({ path }) => isForPrograms(path))];
}

function isForPrograms(path: string): boolean {
  return /\.(jsonl|csv)$/.test(path);
}

/** The version first, durably; then the latest copies. */
async function writeBatch(
  campaign: Campaign,
  batch: readonly Deliverable[],
  version: number,
): Promise<Published['files']> {
  const folder = join(campaign.folder, 'output', '版本', String(version));
  await writeTogether(batch.map(({ path, bytes }) => ({ path: join(folder, path), bytes })));
  return batch.map(({ path, bytes }) => {
    writeCopy(join(campaign.folder, 'output', path), bytes);
    return {
      path: join('output', path).replaceAll('\\', '/'),
      sha256: createHash('sha256').update(bytes).digest('hex'),
    };
  });
}
