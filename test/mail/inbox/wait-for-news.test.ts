import { afterEach, describe, expect, it } from 'vitest';
import { openInbox } from '../../../src/mail/inbox/open-inbox.ts';
import { GENERIC } from '../../../src/mail/providers/generic.ts';
import { type FakeImap, startFakeImap } from '../../support/fake-imap.ts';

let fake: FakeImap;
afterEach(() => fake.stop());

/** Silence of the line after which it counts as dead; every wait here is several times as long. */
const SILENCE = 200;
const THIN = 'IMAP4rev1 ID UIDPLUS X-CM-EXT-1';
const mail = (uid: number) => ({ uid, raw: Buffer.from(`Subject: ${uid}\r\n\r\nx\r\n`) });

async function open(capabilities: string) {
  fake = await startFakeImap({ capabilities });
  const door = await openInbox(
    {
      address: 'box@163.com',
      user: 'box',
      name: '',
      secret: 'secret',
      provider: GENERIC,
      imap: { host: '127.0.0.1', port: fake.port, secure: false },
      smtp: { host: '127.0.0.1', port: 1, secure: false },
    },
    { silence: SILENCE },
  );
  await door.open('INBOX');
  return door;
}

describe.each([
  ['with IDLE', `${THIN} IDLE`],
  ['without IDLE, as at 163', THIN],
])('waiting %s', (_what, capabilities) => {
  it('outlasts the silence of a quiet mailbox on one connection', async () => {
    const door = await open(capabilities);
    await door.waitForNews(SILENCE * 5, undefined);

    expect((await door.open('INBOX')).uids).toEqual([]);
    expect(fake.connections).toBe(1);
    await door.close();
  });

  it('ends when a mail arrives, also after the line was quiet for long', async () => {
    const door = await open(capabilities);
    setTimeout(() => fake.arrive(mail(7)), SILENCE * 3);
    await door.waitForNews(60_000, undefined);

    expect((await door.open('INBOX')).uids).toEqual([7]);
    await door.close();
  });

  it('ends at once when the mail arrived between the last look and the wait', async () => {
    const door = await open(capabilities);
    fake.arrive(mail(7));
    await door.waitForNews(60_000, undefined);

    expect((await door.open('INBOX')).uids).toEqual([7]);
    await door.close();
  });

  it('ends when told to, and tells of a lost connection', async () => {
    const door = await open(capabilities);
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 20);
    await door.waitForNews(60_000, stop.signal);
    const waiting = door.waitForNews(60_000, undefined);
    setTimeout(() => void fake.stop(), 50);

    await expect(waiting).rejects.toThrow('连接被中断');
    await door.close();
  });
});
