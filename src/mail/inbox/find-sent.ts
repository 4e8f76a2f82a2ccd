import type { ImapFlow } from 'imapflow';
import { uidSet } from './uid-set.ts';

/** How many of the newest sent mails are looked through. */
const DEPTH = 1000;

/**
 * Which of the Message-IDs lie in the folder of sent mail. Headers are compared here: searching by
 * header answers with nothing on Coremail and with everything on QQ.
 */
export async function findSent(client: ImapFlow, folder: string, messageIds: readonly string[]): Promise<Set<string>> {
  const found = new Set<string>();
  const mailbox = await client.mailboxOpen(folder, { readOnly: true });
  if (mailbox.exists === 0) return found;
  const uids = await client.search({ all: true }, { uid: true });
  if (!uids || uids.length === 0) return found;
  const wanted = new Set(messageIds);
  const newest = uids.sort((a, b) => a - b).slice(-DEPTH);
  for await (const mail of client.fetch(uidSet(newest), { uid: true, headers: ['message-id'] }, { uid: true })) {
    const id = /<([^<>\s]+)>/.exec(mail.headers?.toString('latin1') ?? '')?.[1];
    if (id !== undefined && wanted.has(id)) found.add(id);
  }
  return found;
}
