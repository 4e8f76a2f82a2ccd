import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { harvestMail } from '../../src/flows/harvest-mail.ts';
import type { Campaign } from '../../src/flows/open-campaign.ts';
import type { Heartbeat } from '../../src/store/look-at-ledger.ts';
import { type FakeImap, startFakeImap } from '../support/fake-imap.ts';
import { dropCampaign, openTestCampaign, testTools } from '../support/mail-campaign.ts';

let fake: FakeImap;
let campaign: Campaign;
let stop: AbortController;
let tools: ReturnType<typeof testTools>;
/** The heartbeat at every pause. */
let beats: (Heartbeat | undefined)[];
beforeEach(async () => {
  fake = await startFakeImap();
  stop = new AbortController();
  beats = [];
  campaign = openTestCampaign({ address: 'box@163.com', secret: 'secret', imap: { port: fake.port, secure: false } });
  tools = testTools('secret', {
    signal: stop.signal,
    sleep: async (milliseconds) => {
      tools.slept.push(milliseconds);
      beats.push(campaign.ledger.heartbeats()[0]);
    },
    progress: (text) => {
      tools.said.push(text);
      if (text.includes('正在等候')) void stopWhenWaiting();
    },
  });
});
afterEach(async () => {
  dropCampaign(campaign);
  await fake.stop();
});

/** The watch has come to rest when its heartbeat says so. */
async function stopWhenWaiting(): Promise<void> {
  while (campaign.ledger.heartbeats()[0]?.detail.includes('等候') !== true)
    await new Promise((done) => setTimeout(done, 10));
  stop.abort();
}

const raw = (uid: number): Buffer => Buffer.from(`From: a@example.com\r\nSubject: ${uid}\r\n\r\nx\r\n`);

describe('a watch over a mailbox that is away for a while', () => {
  it('waits longer each time, takes what came meanwhile, and tells the one state from the other', async () => {
    fake.folders[0]?.mails.push({ uid: 9, raw: raw(9) });
    fake.busy = 9;

    const result = await harvestMail(campaign, true, tools);

    // Three quick tries again inside each pass, longer and longer pauses between the passes.
    expect(tools.slept).toEqual([2000, 5000, 15_000, 5000, 2000, 5000, 15_000, 10_000, 2000]);
    expect(beats[3]).toMatchObject({ ok: false, newest: '' });
    expect(result.taken).toBe(1);
    expect(campaign.ledger.heartbeats()).toMatchObject([
      { ok: true, detail: '正在等候（每 60 秒看一次）', newest: '2025-02-01T01:00:00.000Z' },
    ]);
  });

  it('says when it tries again, in Chinese', async () => {
    fake.busy = 4;
    await harvestMail(campaign, true, tools);

    expect(tools.said.filter((text) => text.includes('秒后再连'))).toHaveLength(4);
    expect(tools.said.at(-1)).toBe('正在等候新邮件（按 Ctrl+C 结束）');
  });

  it('comes to rest although a mail cannot be taken in', async () => {
    fake.folders[0]?.mails.push({ uid: 9, raw: raw(9), fault: 'skip' });

    const result = await harvestMail(campaign, true, tools);

    expect(result).toMatchObject({
      taken: 0,
      problems: [{ name: expect.stringContaining('box@163.com INBOX 第 9 号（2025-02-01 09:00 收到') }],
    });
    expect(fake.connections).toBe(2);
  });

  it('ends at a refused secret: repeating it locks mailboxes', async () => {
    tools = { ...tools, environment: { MINGCE_MAIL_SECRET: 'wrong' } };

    await expect(harvestMail(campaign, true, tools)).rejects.toThrow('拒绝登录');
    expect(fake.connections).toBe(1);
    expect(campaign.ledger.heartbeats()).toMatchObject([{ ok: false }]);
  });
});
