import type { MailPlace, MailProblem, TakenMail, Taker } from '../mail/inbox/take-new-mails.ts';
import type { LedgerEvent, Occurrence } from '../registry/event.ts';
import type { Campaign } from './open-campaign.ts';
import type { Tools } from './tools.ts';

/** A taker with its counts. */
export interface CountingTaker extends Taker {
  readonly taken: () => number;
  /** Newest time of receipt in the mailbox, ISO instant, '' when nothing was ever received. */
  readonly newest: () => string;
  /** Records a problem that is not on record yet. */
  note(problem: MailProblem): void;
}

/**
 * Keeps the books of a harvest over IMAP: what the ledger knows by account, folder, UIDVALIDITY and UID;
 * bytes first into originals/, synced, then into the ledger. The same bytes elsewhere are one message.
 */
export function mailTaker(campaign: Campaign, account: string, tools: Tools): CountingTaker {
  const places = new Set<string>();
  const messages = new Set<string>();
  const noted = new Set<string>();
  let newest = '';
  for (const { event } of campaign.ledger.events()) {
    if (event.type === 'message-received') messages.add(event.message);
    if (event.type !== 'message-received' && event.type !== 'message-seen-again' && event.type !== 'message-problem')
      continue;
    if (event.occurrence.kind !== 'imap' || event.occurrence.account !== account) continue;
    (event.type === 'message-problem' ? noted : places).add(keyOf(event.occurrence));
    if (event.type === 'message-received' && event.receivedAt > newest) newest = event.receivedAt;
  }
  const started = tools.clock().getTime();
  let expected = 0;
  let taken = 0;
  let bytes = 0;

  function eventOf(mail: TakenMail, message: string): LedgerEvent {
    const occurrence: Occurrence = { kind: 'imap', account, ...placeOf(mail) };
    if (messages.has(message)) return { type: 'message-seen-again', message, occurrence };
    messages.add(message);
    taken += 1;
    const receivedAt = mail.internalDate === '' ? tools.clock().toISOString() : mail.internalDate;
    if (receivedAt > newest) newest = receivedAt;
    return { type: 'message-received', message, source: 'mail', occurrence, receivedAt, size: mail.bytes.length };
  }

  return {
    isKnown: (place) => places.has(keyOf(place)),
    expect(count) {
      expected += count;
    },
    async take(batch) {
      const hashes = await campaign.originals.putTogether(batch.map((mail) => mail.bytes));
      const events = batch.map((mail, index) => eventOf(mail, hashes[index] ?? ''));
      campaign.ledger.append(tools.clock().toISOString(), events);
      for (const mail of batch) {
        places.add(keyOf(mail));
        bytes += mail.bytes.length;
      }
      const seconds = Math.max(0.001, (tools.clock().getTime() - started) / 1000);
      tools.progress(
        `已收取 ${taken}/${expected} 封，${(bytes / 1_048_576).toFixed(1)} MB，每秒 ${Math.round(taken / seconds)} 封`,
      );
    },
    taken: () => taken,
    newest: () => newest,
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

function keyOf({ folder, uidValidity, uid }: MailPlace): string {
  return `${folder}\n${uidValidity}\n${uid}`;
}

function placeOf({ folder, uidValidity, uid }: MailPlace): MailPlace {
  return { folder, uidValidity, uid };
}
