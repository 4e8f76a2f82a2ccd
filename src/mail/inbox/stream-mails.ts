import type { ImapFlow } from 'imapflow';
import type { ServerMail } from './inbox.ts';
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

function instantOf(date: Date | string | undefined): string {
  if (date === undefined) return '';
  const time = typeof date === 'string' ? Date.parse(date) : date.getTime();
  return Number.isNaN(time) ? '' : new Date(time).toISOString();
}
