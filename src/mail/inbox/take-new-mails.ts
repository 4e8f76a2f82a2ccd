import { Outage } from '../../text/outage.ts';
import { LARGEST_MAIL } from './connect.ts';
import type { Inbox, ServerMail } from './inbox.ts';
import { isRefusal } from './open-inbox.ts';

/** Where a mail lies on the server. */
export interface MailPlace {
  readonly folder: string;
  readonly uidValidity: string;
  readonly uid: number;
}

/** A mail on the server that could not be taken in. */
export interface MailProblem extends MailPlace {
  /** Chinese. */
  readonly problem: string;
  readonly size: number;
}

/** A mail whose bytes are archived and synced. */
export interface ArchivedMail extends MailPlace {
  /** sha256 (hex). */
  readonly message: string;
  /** Bytes. */
  readonly size: number;
  /** INTERNALDATE as ISO instant; '' when the server gave none. */
  readonly internalDate: string;
}

/** Who keeps the books: knows what is there, and makes batches durable. */
export interface Taker {
  isKnown(place: MailPlace): boolean;
  /** Highest UID known of a folder, 0 when none is. */
  highestKnown(folder: string, uidValidity: string): number;
  /** INTERNALDATE recorded for a known mail; undefined when it was not recorded. */
  recordedDate(place: MailPlace): string | undefined;
  /** Begins to archive a mail and lets go of its bytes; resolves with their sha256 (hex) once they are synced. */
  archive(bytes: Uint8Array): Promise<string>;
  /** Records archived mails; when it resolves they are safe. */
  record(batch: readonly ArchivedMail[]): Promise<void>;
  /** How many new mails a folder holds, before they are fetched. */
  expect(count: number): void;
  /** The connection was lost while this mail was on its way. */
  blame(place: MailPlace, tooLarge: boolean): void;
  /** Why a mail is not asked for any more in this run, Chinese; undefined for a mail in good standing. */
  blamed(place: MailPlace): string | undefined;
}

export interface FolderHarvest {
  readonly folder: string;
  /** On the server. */
  readonly exists: number;
  readonly known: number;
  readonly problems: readonly MailProblem[];
}

/** UIDs of one FETCH: few round trips, yet a command line that every server takes. */
const UIDS_PER_FETCH = 500;
/** One record costs two waits for the disk, so it is made for many mails; on a slow line sooner, for the count that is told. */
const BATCH_MAILS = 100;
/** The first record is made sooner: whoever reads the mails can begin. */
const FIRST_MAILS = 10;
const BATCH_BYTES = 8 * 1024 * 1024;
const BATCH_MILLISECONDS = 500;

/**
 * Takes the mails of one folder that are not known yet: UID SEARCH ALL, minus the known, fetched in
 * streams and handed over in batches bounded in number and size. While one batch is being made durable
 * the next is already arriving. What the server leaves out is asked for once more, one by one, and then
 * named as a problem. Throws what the connection throws; everything handed over before is safe.
 */
export async function takeNewMails(inbox: Inbox, path: string, taker: Taker): Promise<FolderHarvest> {
  const { uidValidity, exists, uids } = await inbox.open(path);
  const place = (uid: number): MailPlace => ({ folder: path, uidValidity, uid });
  const reused = await findReused(inbox, uids, taker, place);
  const unknown = uids.filter((uid) => reused.has(uid) || !taker.isKnown(place(uid)));
  if (unknown.length === 0) return { folder: path, exists, known: uids.length, problems: [] };
  const wanted = new Set(unknown);
  // A server that answers "larger" with everything is asked for nothing less: only what it names is left out when it is few.
  const large = (await inbox.largerThan(LARGEST_MAIL)).filter((uid) => wanted.has(uid));
  const tooLarge = new Set(large.length === unknown.length && unknown.length > 3 ? [] : large);
  const problems: MailProblem[] = [...tooLarge].map((uid) => ({
    ...place(uid),
    problem: TOO_LARGE,
    size: LARGEST_MAIL,
  }));
  for (const uid of unknown) {
    const why = tooLarge.has(uid) ? undefined : taker.blamed(place(uid));
    if (why !== undefined) problems.push({ ...place(uid), problem: why, size: 0 });
  }
  const left = new Set(problems.map((problem) => problem.uid));
  const small = unknown.filter((uid) => !left.has(uid));
  taker.expect(small.length);
  const writer = openWriter(taker, place);
  const blame = (uid: number, tooLarge: boolean): void => taker.blame(place(uid), tooLarge);
  try {
    for (let start = 0; start < small.length; start += UIDS_PER_FETCH) {
      const missing = await fetchSome(inbox, small.slice(start, start + UIDS_PER_FETCH), writer, blame);
      for (const uid of missing) {
        const still = await fetchSome(inbox, [uid], writer, blame);
        if (still.length > 0) problems.push({ ...place(uid), problem: NOT_GIVEN, size: 0 });
      }
    }
  } finally {
    await writer.flush();
  }
  return { folder: path, exists, known: uids.length - unknown.length, problems };
}

/** UIDs asked about in one command. */
const UIDS_PER_QUESTION = 1000;

/**
 * UIDs that now stand for other mails than the ledger knows, although UIDVALIDITY did not change: Coremail
 * never changes it. Looked for only when the newest known mail is gone, which a mailbox made anew implies;
 * the time of receipt tells the mails apart.
 */
async function findReused(
  inbox: Inbox,
  uids: readonly number[],
  taker: Taker,
  place: (uid: number) => MailPlace,
): Promise<Set<number>> {
  const reused = new Set<number>();
  const { folder, uidValidity } = place(0);
  const highest = taker.highestKnown(folder, uidValidity);
  if (highest === 0 || uids.includes(highest)) return reused;
  const known = uids.filter((uid) => taker.recordedDate(place(uid)) !== undefined);
  for (let start = 0; start < known.length; start += UIDS_PER_QUESTION) {
    for (const [uid, date] of await inbox.dates(known.slice(start, start + UIDS_PER_QUESTION)))
      if (date !== '' && date !== taker.recordedDate(place(uid))) reused.add(uid);
  }
  return reused;
}

/** What is said of a mail beyond the bounds. */
export const TOO_LARGE = '邮件超过 72 MB，没有收取；请在网页邮箱里下载附件，再用 --from 收取';
const NOT_GIVEN = '服务器列出了这封邮件，但没有给出内容；下次收取时会再试，也可在网页邮箱里导出后用 --from 收取';

/** Returns the UIDs that did not come. A refusal of the command counts as "did not come"; a lost connection is thrown. */
async function fetchSome(
  inbox: Inbox,
  uids: readonly number[],
  writer: Writer,
  blame: (uid: number, tooLarge: boolean) => void,
): Promise<number[]> {
  const missing = new Set(uids);
  try {
    for await (const mail of inbox.stream(uids)) {
      missing.delete(mail.uid);
      await writer.add(mail);
    }
  } catch (error) {
    if (!isRefusal(error)) {
      // A fault of our own disk says nothing about the mail.
      // Servers answer in ascending order: the first that is missing was on its way.
      const [first] = missing;
      if (first !== undefined && error instanceof Outage) blame(first, isTooLarge(error));
      throw error;
    }
  }
  return [...missing];
}

function isTooLarge(error: Outage): boolean {
  const { cause } = error;
  return typeof cause === 'object' && cause !== null && 'code' in cause && /TooLarge/.test(String(cause.code));
}

interface Writer {
  add(mail: ServerMail): Promise<void>;
  flush(): Promise<void>;
}

/** Each mail is being synced from when it comes; one batch is being recorded while the next comes. */
function openWriter(taker: Taker, place: (uid: number) => MailPlace): Writer {
  let batch: Promise<ArchivedMail>[] = [];
  let bytes = 0;
  let begun = 0;
  let most = FIRST_MAILS;
  let recording: Promise<void> = Promise.resolve();

  /** Holds on to nothing of the bytes while it waits. */
  function archive({ uid, bytes: raw, internalDate }: ServerMail): Promise<ArchivedMail> {
    const facts = { ...place(uid), internalDate, size: raw.length };
    return taker.archive(raw).then((message) => ({ ...facts, message }));
  }

  async function record(before: Promise<void>, mails: readonly Promise<ArchivedMail>[]): Promise<void> {
    // All writes come to rest before a failure is told.
    await Promise.allSettled(mails);
    await before;
    if (mails.length > 0) await taker.record(await Promise.all(mails));
  }

  async function handOver(): Promise<void> {
    const before = recording;
    recording = record(before, batch);
    // Its failure is thrown by the next wait; unheard until then it must not count as unhandled.
    recording.catch(() => undefined);
    batch = [];
    bytes = 0;
    most = BATCH_MAILS;
    await before;
  }

  return {
    async add(mail) {
      const archived = archive(mail);
      archived.catch(() => undefined);
      if (batch.length === 0) begun = performance.now();
      batch.push(archived);
      bytes += mail.bytes.length;
      const full = batch.length >= most || bytes >= BATCH_BYTES;
      if (full || performance.now() - begun >= BATCH_MILLISECONDS) await handOver();
    },
    async flush() {
      await handOver();
      await recording;
    },
  };
}
