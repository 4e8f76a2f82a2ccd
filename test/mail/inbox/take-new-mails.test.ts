import { describe, expect, it } from 'vitest';
import type { Inbox } from '../../../src/mail/inbox/inbox.ts';
import { type ArchivedMail, type Taker, takeNewMails } from '../../../src/mail/inbox/take-new-mails.ts';

/** What the taker of a test does and when, in order. */
interface Log {
  readonly archived: number[];
  readonly recorded: number[][];
}

describe('the mails of a folder', () => {
  it('are recorded in order of arrival, only once they are archived, one batch at a time', async () => {
    const log: Log = { archived: [], recorded: [] };
    let recording = 0;
    const archive = async (uid: number): Promise<void> => {
      // Later mails are on disk sooner.
      await pause((7 * uid) % 5);
      log.archived.push(uid);
    };
    const record = async (mails: readonly ArchivedMail[]): Promise<void> => {
      recording += 1;
      expect(recording).toBe(1);
      for (const { uid } of mails) expect(log.archived).toContain(uid);
      log.recorded.push(mails.map(({ uid }) => uid));
      await pause(2);
      recording -= 1;
    };

    await takeNewMails(inboxOf(230), 'INBOX', takerOf(archive, record));

    expect(log.recorded.flat()).toEqual(Array.from({ length: 230 }, (_, index) => index + 1));
    expect(log.recorded.length).toBeGreaterThan(2);
  });

  it('that cannot be archived fail the harvest when all writes have come to rest; nothing later is recorded', async () => {
    const log: Log = { archived: [], recorded: [] };
    const archive = async (uid: number): Promise<void> => {
      if (uid === 120) throw new Error('no space');
      await pause(3);
      log.archived.push(uid);
    };
    const record = async (mails: readonly ArchivedMail[]): Promise<void> =>
      void log.recorded.push(mails.map(({ uid }) => uid));
    let begun = 0;
    const counting = async (uid: number): Promise<void> => {
      begun += 1;
      await archive(uid);
    };

    await expect(takeNewMails(inboxOf(400), 'INBOX', takerOf(counting, record))).rejects.toThrow('no space');

    expect(Math.max(...log.recorded.flat())).toBeLessThan(120);
    expect(log.archived).toHaveLength(begun - 1);
  });

  it('are recorded as far as they came when the connection is lost', async () => {
    const log: Log = { archived: [], recorded: [] };
    const record = async (mails: readonly ArchivedMail[]): Promise<void> =>
      void log.recorded.push(mails.map(({ uid }) => uid));

    const harvest = takeNewMails(
      inboxOf(60, 31),
      'INBOX',
      takerOf(async () => {}, record),
    );

    await expect(harvest).rejects.toThrow('lost');
    expect(log.recorded.flat()).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
  });
});

function takerOf(
  archive: (uid: number) => Promise<void>,
  record: (mails: readonly ArchivedMail[]) => Promise<void>,
): Taker {
  return {
    isKnown: () => false,
    highestKnown: () => 0,
    recordedDate: () => undefined,
    archive: async (bytes) => {
      await archive(Number(Buffer.from(bytes).toString()));
      return Buffer.from(bytes).toString('hex');
    },
    record,
    expect: () => {},
    blame: () => {},
    blamed: () => undefined,
  };
}

/** A folder with so many mails, each holding its UID; the connection is lost at one of them. */
function inboxOf(count: number, lostAt = Number.POSITIVE_INFINITY): Inbox {
  const uids = Array.from({ length: count }, (_, index) => index + 1);
  return {
    folders: ['INBOX'],
    otherFolders: [],
    sentFolder: undefined,
    filesSentItself: false,
    hasIdle: false,
    serverName: '',
    takesId: false,
    faces: async () => new Map(),
    open: async (folder) => ({ folder, uidValidity: '1', exists: count, uids }),
    largerThan: async () => [],
    dates: async () => new Map(),
    async *stream(wanted) {
      for (const uid of wanted) {
        if (uid === lostAt) throw new Error('lost');
        yield { uid, bytes: Buffer.from(String(uid)), internalDate: '' };
      }
    },
    findSent: async () => new Set(),
    fileSent: async () => {},
    waitForNews: async () => {},
    close: async () => {},
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
