import type { ImapFlow, ListResponse } from 'imapflow';
import type { MailAccount } from '../providers/account.ts';
import { chooseFolders, chooseSentFolder } from './choose-folders.ts';
import { type ConnectOptions, connect, isCoremail } from './connect.ts';
import { explainMailError } from './explain-mail-error.ts';
import { findSent } from './find-sent.ts';
import { streamMails } from './stream-mails.ts';
import { waitForNews } from './wait-for-news.ts';

/** A mail as the server gave it. */
export interface ServerMail {
  readonly uid: number;
  readonly bytes: Uint8Array;
  /** INTERNALDATE as ISO instant; '' when the server gave none. */
  readonly internalDate: string;
}

/** A folder opened read-only. */
export interface OpenFolder {
  readonly folder: string;
  readonly uidValidity: string;
  /** Number of mails the server counts. */
  readonly exists: number;
  /** Ascending. */
  readonly uids: readonly number[];
}

/** The door to a mailbox. Folders are opened with EXAMINE and read with BODY.PEEK: nothing on the server is changed. */
export interface Inbox {
  /** Paths of the folders to harvest. */
  readonly folders: readonly string[];
  /** Paths of all other folders, for a word about what is not harvested. */
  readonly otherFolders: readonly string[];
  readonly sentFolder: string | undefined;
  /** The server files mail sent over SMTP by itself. */
  readonly filesSentItself: boolean;
  readonly hasIdle: boolean;
  open(folder: string): Promise<OpenFolder>;
  /** UIDs of the open folder larger than so many bytes; empty where the server cannot search by size. */
  largerThan(bytes: number): Promise<number[]>;
  /** Streams whole mails of the open folder, each wanted UID at most once; the server may leave some out. */
  stream(uids: readonly number[]): AsyncIterable<ServerMail>;
  /** Message-IDs (without brackets) among the wanted that lie in the folder of sent mail. */
  findSent(messageIds: readonly string[]): Promise<Set<string>>;
  /** Files a copy of a sent mail. */
  fileSent(raw: Uint8Array, at: Date): Promise<void>;
  /** Ends when something arrived in INBOX, after the time (milliseconds), or when told to stop. */
  waitForNews(milliseconds: number, signal: AbortSignal | undefined): Promise<void>;
  /** The connection still works; a fault of one command left it usable. */
  usable(): boolean;
  close(): Promise<void>;
}

/** Connects and lists the folders. Throws UserError or Outage, with advice. */
export async function openInbox(account: MailAccount, options: ConnectOptions = {}): Promise<Inbox> {
  const client = await connect(account, options);
  try {
    const listed = await client.list();
    return makeInbox(client, listed, account);
  } catch (error) {
    client.close();
    throw explainMailError(error, account);
  }
}

function makeInbox(client: ImapFlow, listed: readonly ListResponse[], account: MailAccount): Inbox {
  const folders = chooseFolders(listed);
  const sentFolder = chooseSentFolder(listed);
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
    open: (folder) =>
      explained(async () => {
        const mailbox = await client.mailboxOpen(folder, { readOnly: true });
        const found = mailbox.exists === 0 ? [] : await client.search({ all: true }, { uid: true });
        if (!found) throw new Error('UID SEARCH ALL was refused');
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
    stream: (uids) => explainedStream(client, account, uids),
    findSent: (messageIds) =>
      explained(() =>
        sentFolder === undefined ? Promise.resolve(new Set<string>()) : findSent(client, sentFolder, messageIds),
      ),
    fileSent: (raw, at) =>
      explained(async () => {
        if (sentFolder !== undefined) await client.append(sentFolder, Buffer.from(raw), ['\\Seen'], at);
      }),
    waitForNews: (milliseconds, signal) => explained(() => waitForNews(client, milliseconds, signal)),
    usable: () => client.usable,
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

/** A tagged NO or BAD: the command failed, the connection lives. */
export function isRefusal(error: unknown): boolean {
  return error instanceof Error && 'responseStatus' in error;
}
