import type { ImapFlow } from 'imapflow';
import type { MailFace, ServerMail } from './inbox.ts';
import { uidSet } from './uid-set.ts';

/**
 * One FETCH with BODY.PEEK[] for all wanted UIDs, yielded as they arrive. Answers that were not asked
 * for (flag changes), come twice, or carry no bytes are passed over; the caller sees what is missing.
 */
export async function* streamMails(client: ImapFlow, uids: readonly number[]): AsyncGenerator<ServerMail> {
  const wanted = new Set(uids);
  for await (const answer of client.fetch(
    uidSet(uids),
    { uid: true, source: true, internalDate: true },
    { uid: true },
  )) {
    const { uid, source } = answer;
    if (!wanted.has(uid) || !Buffer.isBuffer(source) || source.length === 0) continue;
    wanted.delete(uid);
    yield { uid, bytes: source, internalDate: instantOf(answer.internalDate) };
  }
}

/** INTERNALDATE of mails, ISO instant by UID; '' where the server gives none. */
export async function fetchDates(client: ImapFlow, uids: readonly number[]): Promise<Map<number, string>> {
  const dates = new Map<number, string>();
  for await (const { uid, internalDate } of client.fetch(
    uidSet(uids),
    { uid: true, internalDate: true },
    { uid: true },
  ))
    dates.set(uid, instantOf(internalDate));
  return dates;
}

/** Sender, subject and time of receipt, by UID. */
export async function fetchFaces(client: ImapFlow, uids: readonly number[]): Promise<Map<number, MailFace>> {
  const faces = new Map<number, MailFace>();
  const asked = { uid: true, envelope: true, internalDate: true };
  for await (const { uid, envelope, internalDate } of client.fetch(uidSet(uids), asked, { uid: true }))
    faces.set(uid, {
      from: envelope?.from?.[0]?.address ?? '',
      subject: envelope?.subject ?? '',
      receivedAt: instantOf(internalDate),
    });
  return faces;
}

function instantOf(date: Date | string | undefined): string {
  if (date === undefined) return '';
  const time = typeof date === 'string' ? Date.parse(date) : date.getTime();
  return Number.isNaN(time) ? '' : new Date(time).toISOString();
}
