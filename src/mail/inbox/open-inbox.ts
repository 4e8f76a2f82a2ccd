import type { ImapFlow, ListResponse } from 'imapflow';
import type { MailAccount } from '../providers/account.ts';
import { chooseFolders, chooseSentFolder } from './choose-folders.ts';
import { type ConnectOptions, connect, isCoremail } from './connect.ts';
import { explainMailError } from './explain-mail-error.ts';
import { findSent } from './find-sent.ts';
import type { Inbox, MailFace, ServerMail } from './inbox.ts';
import { fetchDates, fetchFaces, streamMails } from './stream-mails.ts';
import { waitForNews } from './wait-for-news.ts';

/** Connects and lists the folders. Throws UserError or Outage, with advice. */
export async function openInbox(account: MailAccount, options: ConnectOptions = {}): Promise<Inbox> {
  const client = await connect(account, options);
  try {
    const listed = await client.list({ listOnly: true });
    return makeInbox(client, listed, account);
  } catch (error) {
    client.close();
    throw explainMailError(error, account);
  }
}

function makeInbox(client: ImapFlow, listed: readonly ListResponse[], account: MailAccount): Inbox {
  const folders = chooseFolders(listed);
  const sentFolder = chooseSentFolder(listed);
  let seenInInbox = 0;
  const explained = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      return await work();
    } catch (error) {
      throw explainMailError(error, account);
    }
  };
  return {
    folders,
    otherFolders: listed.map((one) => one.path).filter((path) => !folders.includes(path)),
    sentFolder,
    filesSentItself: account.provider.filesSentItself || isCoremail(client, account),
    hasIdle: client.capabilities.has('IDLE'),
    serverName: String(client.serverInfo?.['name'] ?? ''),
    takesId: client.capabilities.has('ID') && client.serverInfo !== null,
    open: (folder) =>
      explained(async () => {
        const mailbox = await client.mailboxOpen(folder, { readOnly: true });
        const found = mailbox.exists === 0 ? [] : await client.search({ all: true }, { uid: true });
        if (!found) throw new Error('UID SEARCH ALL was refused');
        if (folder.toUpperCase() === 'INBOX') seenInInbox = mailbox.exists;
        return {
          folder,
          uidValidity: String(mailbox.uidValidity),
          exists: mailbox.exists,
          uids: [...new Set(found)].sort((a, b) => a - b),
        };
      }),
    largerThan: async (bytes) => {
      const found = await client.search({ larger: bytes }, { uid: true }).catch(() => false as const);
      return found || [];
    },
    dates: (uids) => explained(() => fetchDates(client, uids)),
    faces: (uids) => explained(() => fetchFaces(client, uids).catch((error: unknown) => refusedAsNothing(error))),
    stream: (uids) => explainedStream(client, account, uids),
    findSent: (messageIds) =>
      explained(() =>
        sentFolder === undefined ? Promise.resolve(new Set<string>()) : findSent(client, sentFolder, messageIds),
      ),
    fileSent: (raw, at) =>
      explained(async () => {
        if (sentFolder !== undefined) await client.append(sentFolder, Buffer.from(raw), ['\\Seen'], at);
      }),
    waitForNews: (milliseconds, signal) => explained(() => waitForNews(client, seenInInbox, milliseconds, signal)),
    async close() {
      // A server that no longer answers must not hold up the end.
      await Promise.race([
        client.logout().catch(() => undefined),
        new Promise((done) => setTimeout(done, 2000).unref()),
      ]);
      client.close();
    },
  };
}

/** A refusal of the command is passed on as it is; everything else is an outage. Faults of the reader of the stream are not touched. */
async function* explainedStream(
  client: ImapFlow,
  account: MailAccount,
  uids: readonly number[],
): AsyncGenerator<ServerMail> {
  try {
    yield* streamMails(client, uids);
  } catch (error) {
    throw isRefusal(error) && client.usable ? error : explainMailError(error, account);
  }
}

/** Whoever asks for a nicety goes on without it. */
function refusedAsNothing(error: unknown): Map<number, MailFace> {
  if (isRefusal(error)) return new Map();
  throw error;
}

/** A tagged NO or BAD: the command failed, the connection lives. */
export function isRefusal(error: unknown): boolean {
  return error instanceof Error && 'responseStatus' in error;
}
