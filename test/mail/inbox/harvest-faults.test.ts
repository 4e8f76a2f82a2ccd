import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { harvestMail } from '../../../src/flows/harvest-mail.ts';
import type { Campaign } from '../../../src/flows/open-campaign.ts';
import { openInbox } from '../../../src/mail/inbox/open-inbox.ts';
import { GENERIC } from '../../../src/mail/providers/generic.ts';
import { type FakeImap, type FakeMail, type FakeOptions, startFakeImap } from '../../support/fake-imap.ts';
import { dropCampaign, openTestCampaign, testTools } from '../../support/mail-campaign.ts';

let fake: FakeImap;
let campaign: Campaign;
const tools = testTools('secret');
async function start(options: FakeOptions = {}, provider = 'generic'): Promise<void> {
  fake = await startFakeImap(options);
  campaign = openTestCampaign({
    address: 'box@163.com',
    secret: 'secret',
    imap: { port: fake.port, secure: false },
    provider,
  });
}
beforeEach(() => start());
afterEach(async () => {
  dropCampaign(campaign);
  await fake.stop();
});

const raw = (uid: number): Buffer =>
  Buffer.from(`From: a@example.com\r\nSubject: ${uid}\r\n\r\n${'正文'.repeat(200)} ${uid}\r\n`);
const mails = (faults: Readonly<Record<number, NonNullable<FakeMail['fault']>>> = {}): FakeMail[] =>
  [1392611444, 1392611450, 1392611451, 1392611999, 1392612000].map((uid, index) => {
    const fault = faults[index];
    return { uid, raw: raw(uid), ...(fault === undefined ? {} : { fault }) };
  });
function inbox(): FakeImap['folders'][number] {
  const [first] = fake.folders;
  if (!first) throw new Error('no INBOX');
  return first;
}

describe('a connection that fails on the way', () => {
  it.each([
    ['is cut inside a literal', 'cut-once'],
    ['ends with BYE', 'bye-once'],
    ['answers NO in the middle', 'no-once'],
    ['answers one mail twice, with flags in between', 'twice'],
  ] as const)('%s: every mail is taken, none twice', async (_what, fault) => {
    inbox().mails = mails({ 2: fault });

    const result = await harvestMail(campaign, false, tools);

    expect(result).toMatchObject({ taken: 5, problems: [] });
    const uids = campaign.ledger
      .events()
      .map(({ event }) => ('occurrence' in event && event.occurrence.kind === 'imap' ? event.occurrence.uid : 0));
    expect(uids.sort((a, b) => a - b)).toEqual(mails().map((mail) => mail.uid));
  });

  it.each([
    ['leaves a mail out', 'skip'],
    ['gives a mail without bytes', 'empty'],
  ] as const)(
    '%s: the others are taken, this one is named, recorded once, and asked for again next time',
    async (_what, fault) => {
      inbox().mails = mails({ 1: fault });

      const first = await harvestMail(campaign, false, tools);
      await harvestMail(campaign, false, tools);
      inbox().mails = mails();
      const third = await harvestMail(campaign, false, tools);

      expect(first).toMatchObject({ taken: 4, problems: [{ name: 'box@163.com INBOX 第 1392611450 号' }] });
      expect(campaign.ledger.events().filter(({ event }) => event.type === 'message-problem')).toHaveLength(1);
      expect(third).toEqual({ taken: 1, known: 4, problems: [] });
    },
  );

  it('is lost at the same mail each time: the mail is named, the rest is taken', async () => {
    inbox().mails = mails({ 1: 'cut', 3: 'cut' });

    const result = await harvestMail(campaign, false, tools);

    expect(result.taken).toBe(3);
    expect(result.problems.map((problem) => problem.problem)).toEqual([
      expect.stringContaining('连接就中断'),
      expect.stringContaining('连接就中断'),
    ]);
  });

  it('goes silent: the silence ends, what came before is there', async () => {
    inbox().mails = mails({ 2: 'stall-once' });
    const account = {
      address: 'box@163.com',
      user: 'box',
      name: '',
      secret: 'secret',
      provider: GENERIC,
      imap: { host: '127.0.0.1', port: fake.port, secure: false },
      smtp: { host: '127.0.0.1', port: 1, secure: false },
    };
    const door = await openInbox(account, { silence: 300 });
    const { uids } = await door.open('INBOX');
    const seen: number[] = [];
    const reading = (async () => {
      for await (const mail of door.stream(uids)) seen.push(mail.uid);
    })();

    await expect(reading).rejects.toThrow('没有正常应答');
    expect(seen).toEqual([1392611444, 1392611450]);
    await door.close();
  });
});

describe('a mailbox at 163', () => {
  it('is opened with ID after login, read-only, without NAMESPACE, UIDNEXT or IDLE', async () => {
    await fake.stop();
    dropCampaign(campaign);
    await start({ wantsId: true, oddList: true }, '163');
    fake.folders = [
      { name: 'INBOX', flags: '', mails: mails(), uidValidity: 1 },
      { name: '&XfJT0ZAB-', flags: '\\Sent', mails: [{ uid: 5, raw: raw(5) }], uidValidity: 1 },
      { name: '&V4NXPpCuTvY-', flags: '\\Junk', mails: [{ uid: 7, raw: raw(7) }], uidValidity: 1 },
      { name: '&Xn9USpCuTvY-', flags: '', mails: [{ uid: 7, raw: raw(8) }], uidValidity: 1 },
      { name: '&i6KWBZCuTvY-', flags: '', mails: [], uidValidity: 1 },
    ];

    const result = await harvestMail(campaign, false, tools);

    expect(result).toMatchObject({ taken: 7, problems: [] });
    expect(fake.commands.filter((line) => line.startsWith('EXAMINE'))).toHaveLength(4);
    expect(
      fake.commands.filter((line) => /^(SELECT|UID STORE|UID COPY|UID MOVE|APPEND|EXPUNGE|CLOSE)/.test(line)),
    ).toEqual([]);
    expect(
      fake.commands.filter((line) => line.startsWith('UID FETCH')).every((line) => line.includes('BODY.PEEK[]')),
    ).toBe(true);
  });

  it('that was made anew under the same UIDVALIDITY hides no mail behind a UID that was used before', async () => {
    inbox().mails = [1, 2, 3].map((uid) => ({ uid, raw: raw(uid) }));
    await harvestMail(campaign, false, tools);
    inbox().mails = [
      { uid: 1, raw: raw(1) },
      { uid: 2, raw: raw(22), day: '05' },
    ];

    const again = await harvestMail(campaign, false, tools);
    const third = await harvestMail(campaign, false, tools);

    expect([again.taken, third.taken]).toEqual([1, 0]);
    expect(campaign.originals.list()).toHaveLength(4);
  });

  it('says what to do when it refuses the login as unsafe', async () => {
    await fake.stop();
    dropCampaign(campaign);
    await start({ wantsId: true, capabilities: 'IMAP4rev1' });

    await expect(harvestMail(campaign, false, tools)).rejects.toThrow('Unsafe Login');
    expect(fake.connections).toBe(1);
  });

  it('works where sizes cannot be searched', async () => {
    await fake.stop();
    dropCampaign(campaign);
    await start({ noLarger: true });
    inbox().mails = mails();

    expect((await harvestMail(campaign, false, tools)).taken).toBe(5);
  });

  it('tries a refused secret once only', async () => {
    await expect(harvestMail(campaign, false, testTools('wrong'))).rejects.toThrow('拒绝登录');
    expect(fake.connections).toBe(1);
  });
});
