import {
  type ArchivedMail,
  type MailPlace,
  type MailProblem,
  type Taker,
  TOO_LARGE,
} from '../mail/inbox/take-new-mails.ts';
import type { LedgerEvent, Occurrence } from '../registry/event.ts';
import { type HarvestListener, NOBODY } from './harvest-listener.ts';
import type { Campaign } from './open-campaign.ts';
import type { Tools } from './tools.ts';

/** A taker with its counts. */
export interface CountingTaker extends Taker {
  readonly taken: () => number;
  /** Grows with every mail taken or given up, so that retries can tell progress from standstill. */
  readonly progress: () => number;
  /** Newest time of receipt in the mailbox, ISO instant, '' when nothing was ever received. */
  readonly newest: () => string;
  /** The mail could not be taken in before, which is on record. */
  isNoted(place: MailPlace): boolean;
  /** Records a problem that is not on record yet. */
  note(problem: MailProblem): void;
}

/**
 * Keeps the books of a harvest over IMAP: what the ledger knows by account, folder, UIDVALIDITY and UID;
 * bytes first into originals/, synced, then into the ledger. The same bytes elsewhere are one message.
 */
export function mailTaker(
  campaign: Campaign,
  account: string,
  tools: Tools,
  listener: HarvestListener = NOBODY,
): CountingTaker {
  const places = new Set<string>();
  const dates = new Map<string, string>();
  const highest = new Map<string, number>();
  const messages = new Set<string>();
  const noted = new Set<string>();
  const faults = new Map<string, number>();
  let newest = '';
  for (const { event } of campaign.ledger.events()) {
    if (event.type === 'message-received') messages.add(event.message);
    if (event.type !== 'message-received' && event.type !== 'message-seen-again' && event.type !== 'message-problem')
      continue;
    if (event.occurrence.kind !== 'imap' || event.occurrence.account !== account) continue;
    if (event.type === 'message-problem') noted.add(keyOf(event.occurrence));
    else remember(event.occurrence, event.type === 'message-received' ? event.receivedAt : '');
    if (event.type === 'message-received' && event.receivedAt > newest) newest = event.receivedAt;
  }

  function remember(place: MailPlace, internalDate: string): void {
    const folder = `${place.folder}\n${place.uidValidity}`;
    places.add(keyOf(place));
    if (internalDate !== '') dates.set(keyOf(place), internalDate);
    highest.set(folder, Math.max(highest.get(folder) ?? 0, place.uid));
  }

  const started = tools.clock().getTime();
  let expected = 0;
  /** Mails that came, known bytes at a new place among them. */
  let handled = 0;
  let taken = 0;
  let bytes = 0;

  function eventOf(mail: ArchivedMail): LedgerEvent {
    const { message, size } = mail;
    const occurrence: Occurrence = { kind: 'imap', account, ...placeOf(mail) };
    if (messages.has(message)) return { type: 'message-seen-again', message, occurrence };
    messages.add(message);
    taken += 1;
    const receivedAt = mail.internalDate === '' ? tools.clock().toISOString() : mail.internalDate;
    if (receivedAt > newest) newest = receivedAt;
    return { type: 'message-received', message, source: 'mail', occurrence, receivedAt, size };
  }

  return {
    isKnown: (place) => places.has(keyOf(place)),
    highestKnown: (folder, uidValidity) => highest.get(`${folder}\n${uidValidity}`) ?? 0,
    recordedDate: (place) => dates.get(keyOf(place)),
    expect(count) {
      // After a lost connection the rest of a folder is announced anew.
      expected = handled + count;
      if (count > 0) listener.expect();
    },
    archive: (bytes) => campaign.originals.begin(bytes),
    async record(batch) {
      await campaign.originals.settle();
      const events = batch.map(eventOf);
      campaign.ledger.append(tools.clock().toISOString(), events);
      listener.add(events.filter((event) => event.type === 'message-received'));
      for (const mail of batch) {
        remember(mail, mail.internalDate);
        bytes += mail.size;
      }
      handled += batch.length;
      const seconds = Math.max(0.001, (tools.clock().getTime() - started) / 1000);
      tools.progress(
        `已收取 ${handled}/${expected} 封，${(bytes / 1_048_576).toFixed(1)} MB，每秒 ${Math.round(handled / seconds)} 封`,
      );
    },
    blame: (place, tooLarge) =>
      void faults.set(keyOf(place), tooLarge ? Number.POSITIVE_INFINITY : (faults.get(keyOf(place)) ?? 0) + 1),
    blamed(place) {
      const count = faults.get(keyOf(place)) ?? 0;
      if (count < LOST_TOO_OFTEN) return undefined;
      return Number.isFinite(count) ? LOST : TOO_LARGE;
    },
    progress: () => places.size + [...faults.values()].filter((count) => count >= LOST_TOO_OFTEN).length,
    taken: () => taken,
    newest: () => newest,
    isNoted: (place) => noted.has(keyOf(place)),
    note(problem) {
      if (noted.has(keyOf(problem))) return;
      noted.add(keyOf(problem));
      const occurrence: Occurrence = { kind: 'imap', account, ...placeOf(problem) };
      campaign.ledger.append(tools.clock().toISOString(), [
        { type: 'message-problem', occurrence, problem: problem.problem, size: problem.size },
      ]);
    },
  };
}

/** A mail at which the connection was lost this often is left out for the rest of the run. */
const LOST_TOO_OFTEN = 2;
const LOST = '每次取到这封邮件连接就中断，已跳过；下次收取时会再试，也可在网页邮箱里导出后用 --from 收取';

function keyOf({ folder, uidValidity, uid }: MailPlace): string {
  return `${folder}\n${uidValidity}\n${uid}`;
}

function placeOf({ folder, uidValidity, uid }: MailPlace): MailPlace {
  return { folder, uidValidity, uid };
}
