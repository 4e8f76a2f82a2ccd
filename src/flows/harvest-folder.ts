import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { looksLikeMail } from '../mail/looks-like-mail.ts';
import { receivedAt } from '../mail/received-at.ts';
import { looksLikeMbox, splitMbox } from '../mail/split-mbox.ts';
import type { MessageReceived } from '../registry/event.ts';
import { UserError } from '../text/user-error.ts';
import { type HarvestListener, NOBODY } from './harvest-listener.ts';
import type { Campaign } from './open-campaign.ts';
import type { Tools } from './tools.ts';

/** What a harvest took in. */
export interface HarvestResult {
  readonly taken: number;
  readonly known: number;
  /** Found on the server or in the folder, but not taken in, with the reason. */
  readonly problems: readonly { readonly name: string; readonly problem: string }[];
}

interface Item {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly source: 'mail' | 'file';
  readonly receivedAt: string;
}

/** A single file larger than this is named as a problem and not read. */
const LARGEST_FILE = 100 * 1024 * 1024;
/** The headers of a mail are looked for in so much of it. */
const HEAD_BYTES = 65_536;
const BATCH_BYTES = 16 * 1024 * 1024;

/** Files of the office, not of a sender. */
const PASSED_OVER = /^(\.|~\$|Thumbs\.db$|desktop\.ini$)/i;

/**
 * Takes in a folder of .eml, .mbox and loose files, or one such file. Bytes that are in the ledger
 * already are not taken in again. Archived and synced before they are recorded; `listener` hears of it then.
 */
export function harvestFolder(
  campaign: Campaign,
  path: string,
  tools: Tools,
  listener: HarvestListener = NOBODY,
): HarvestResult {
  if (!existsSync(path)) throw new UserError(`找不到 ${path}`, '请检查 --from 后面的文件夹或文件名。');
  const found = { problems: [] as { name: string; problem: string }[], seen: 0 };
  const names = statSync(path).isDirectory() ? listFiles(path) : [path];
  const known = knownMessages(campaign);
  // Looking through a large folder takes as long as it takes a reader to get ready.
  if (names.length > known.size) listener.expect();
  let taken = 0;
  let batch: Item[] = [];
  let size = 0;

  function flush(): void {
    if (batch.length === 0) return;
    listener.add(record(campaign, batch, tools));
    taken += batch.length;
    batch = [];
    size = 0;
    tools.progress(`已收取 ${taken} 封（件）`);
  }

  for (const item of inOrderOfReceipt(names, path, known, found, tools)) {
    const sha256 = hashOf(item.bytes);
    if (known.has(sha256)) {
      found.seen += 1;
      continue;
    }
    known.add(sha256);
    batch.push(item);
    size += item.bytes.length;
    if (batch.length >= 200 || size >= BATCH_BYTES) flush();
  }
  flush();
  return { taken, known: found.seen, problems: found.problems };
}

function knownMessages(campaign: Campaign): Set<string> {
  const known = new Set<string>();
  for (const { event } of campaign.ledger.events()) if (event.type === 'message-received') known.add(event.message);
  return known;
}

function record(campaign: Campaign, batch: readonly Item[], tools: Tools): MessageReceived[] {
  const hashes = campaign.originals.put(batch.map((item) => item.bytes));
  const events = batch.map(
    (item, index): MessageReceived => ({
      type: 'message-received',
      message: hashes[index] ?? '',
      source: item.source,
      occurrence: { kind: 'folder', name: item.name },
      receivedAt: item.receivedAt,
      size: item.bytes.length,
    }),
  );
  campaign.ledger.append(tools.clock().toISOString(), events);
  return events;
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !PASSED_OVER.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/**
 * Two passes, so that a large folder is never in memory whole: first what is not known, with its time, then the bytes in that
 * order.
 */
function* inOrderOfReceipt(
  names: readonly string[],
  root: string,
  known: ReadonlySet<string>,
  result: { readonly problems: { name: string; problem: string }[]; seen: number },
  tools: Tools,
): Generator<Item> {
  const now = tools.clock().toISOString();
  const order: { name: string; at: string }[] = [];
  for (const name of names) {
    const size = statSync(name).size;
    const problem = problemOf(size);
    if (problem !== undefined) {
      result.problems.push({ name: labelOf(name, root), problem });
      continue;
    }
    const bytes = readFileSync(name);
    if (known.has(hashOf(bytes))) result.seen += 1;
    else order.push({ name, at: timeOf(name, bytes, now) });
  }
  order.sort((a, b) => (a.at === b.at ? (a.name < b.name ? -1 : 1) : a.at < b.at ? -1 : 1));
  for (const { name, at } of order) {
    const bytes = readFileSync(name);
    if (looksLikeMbox(bytes)) {
      for (const [index, message] of splitMbox(bytes).entries()) {
        yield {
          name: `${labelOf(name, root)}#${index + 1}`,
          bytes: message,
          source: 'mail',
          receivedAt: receivedAt(message) ?? now,
        };
      }
      continue;
    }
    yield { name: labelOf(name, root), bytes, source: looksLikeMail(bytes) ? 'mail' : 'file', receivedAt: at };
  }
}

function problemOf(size: number): string | undefined {
  if (size > LARGEST_FILE) return `文件有 ${Math.round(size / 1048576)} MB，超过 100 MB，没有收取`;
  return size === 0 ? '文件是空的（0 字节），没有收取' : undefined;
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function timeOf(name: string, bytes: Uint8Array, now: string): string {
  const head = bytes.subarray(0, HEAD_BYTES);
  return looksLikeMail(head) ? (receivedAt(head) ?? now) : fileTime(name, now);
}

/** A loose file counts as received when it was last saved, never in the future. */
function fileTime(name: string, now: string): string {
  const saved = new Date(Math.floor(statSync(name).mtimeMs)).toISOString();
  return saved < now ? saved : now;
}

function labelOf(name: string, root: string): string {
  return relative(root, name).replaceAll('\\', '/') || basename(name);
}
