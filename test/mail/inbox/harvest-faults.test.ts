import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { harvestMail } from '../../../src/flows/harvest-mail.ts';
import { mailTaker } from '../../../src/flows/mail-taker.ts';
import type { Campaign } from '../../../src/flows/open-campaign.ts';
import { verifyServer } from '../../../src/flows/verify-server.ts';
import { openInbox } from '../../../src/mail/inbox/open-inbox.ts';
import { takeNewMails } from '../../../src/mail/inbox/take-new-mails.ts';
import type { MailAccount } from '../../../src/mail/providers/account.ts';
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
const accountAt = (host: string): MailAccount => ({
  address: 'box@163.com',
  user: 'box',
  name: '',
  secret: 'secret',
  provider: GENERIC,
  imap: { host, port: fake.port, secure: false },
  smtp: { host, port: 1, secure: false },
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

      expect(first).toMatchObject({
        taken: 4,
        problems: [
          {
            name: 'box@163.com INBOX 第 1392611450 号（2025-02-01 09:00 收到，发件人 a@example.com，主题“1392611450”）',
          },
        ],
      });
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

  it('goes silent: the silence ends, what came before is safe, the next connection takes the rest', async () => {
    inbox().mails = mails({ 2: 'stall-once' });
    const taker = mailTaker(campaign, 'box@163.com', tools);
    const first = await openInbox(accountAt('127.0.0.1'), { silence: 300 });
    await expect(takeNewMails(first, 'INBOX', taker)).rejects.toThrow('没有正常应答');
    await first.close();
    expect(taker.taken()).toBe(2);

    const second = await openInbox(accountAt('127.0.0.1'), { silence: 300 });
    await takeNewMails(second, 'INBOX', taker);
    await second.close();

    expect(taker.taken()).toBe(5);
    expect(campaign.originals.list()).toHaveLength(5);
  });

  it('counts on after a lost connection', async () => {
    inbox().mails = mails({ 2: 'cut-once' });
    const counting = testTools('secret');
    await harvestMail(campaign, false, counting);

    expect(counting.said.filter((text) => text.startsWith('已收取')).map((text) => text.split(' ')[1])).toEqual([
      '2/5',
      '5/5',
    ]);
    expect(counting.said.at(-1)).toMatch(/^已收取 5\/5 封，0\.0 MB，每秒 \d+ 封$/);
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

  it('that dislikes the form of ID is harvested all the same where it opens its folders', async () => {
    await fake.stop();
    dropCampaign(campaign);
    await start({ badId: true }, '163');
    inbox().mails = mails();

    expect((await harvestMail(campaign, false, tools)).taken).toBe(5);
  });

  it('whose mails cannot be taken in is verified by name and reason', async () => {
    inbox().mails = mails({ 1: 'skip' });
    await harvestMail(campaign, false, tools);
    const { differences } = await verifyServer(campaign, tools);

    expect(differences).toEqual([
      {
        code: 'server/problem',
        text: 'INBOX 有 1 封邮件没有收取（编号 1392611450）',
        remedy: expect.stringContaining('没有给出内容'),
      },
    ]);
  });

  it('that holds other mails under old numbers is told by verify', async () => {
    inbox().mails = [1, 2].map((uid) => ({ uid, raw: raw(uid) }));
    await harvestMail(campaign, false, tools);
    inbox().mails = [
      { uid: 1, raw: raw(11), day: '09' },
      { uid: 2, raw: raw(2) },
    ];

    expect((await verifyServer(campaign, tools)).differences).toMatchObject([
      { code: 'server/changed', text: expect.stringContaining('编号 1') },
    ]);
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

describe('a server that offers no encryption', () => {
  // The resolver takes 127.1 for this machine; it is none of the names that may be plain.
  it('is told no secret outside this machine', async () => {
    await expect(openInbox(accountAt('127.1'))).rejects.toThrow('自建邮箱');

    expect(fake.connections).toBe(1);
    expect(fake.commands.filter((line) => /^(LOGIN|AUTHENTICATE)/.test(line))).toEqual([]);
  });
});
