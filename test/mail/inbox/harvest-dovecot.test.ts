import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { derive } from '../../../src/flows/derive.ts';
import { harvestMail } from '../../../src/flows/harvest-mail.ts';
import type { Campaign } from '../../../src/flows/open-campaign.ts';
import { verifyServer } from '../../../src/flows/verify-server.ts';
import { type Dovecot, startDovecot } from '../../support/dovecot.ts';
import { dropCampaign, openTestCampaign, testTools } from '../../support/mail-campaign.ts';
import { needProgram } from '../../support/need-program.ts';
import { buildMail } from '../../support/samples/build-mail.ts';

describe.skipIf(!needProgram('dovecot'))('harvest from a real server', () => {
  let dovecot: Dovecot;
  let campaign: Campaign;
  beforeAll(async () => {
    dovecot = await startDovecot();
  });
  afterAll(() => dovecot.stop());
  beforeEach(() => {
    dovecot.wipe();
    campaign = openTestCampaign({
      address: dovecot.user,
      secret: dovecot.secret,
      imap: { port: dovecot.imaps, secure: true },
      authorityFile: dovecot.authorityFile,
    });
  });
  afterEach(() => dropCampaign(campaign));

  const mail = (number: number): Buffer =>
    buildMail({
      from: 'a@example.com',
      subject: `报送 ${number}`,
      date: '2025-02-01T01:00:00Z',
      text: `第 ${number} 封`,
      messageId: `m${number}@example.com`,
    });
  const tools = testTools('secret-of-the-test');

  it('takes INBOX and junk once, byte for byte, and changes nothing on the server', async () => {
    for (let number = 1; number <= 120; number += 1) dovecot.put(mail(number));
    dovecot.put(mail(1000), 'Junk');
    dovecot.put(mail(2000), 'Sent');

    const first = await harvestMail(campaign, false, tools);
    const second = await harvestMail(campaign, false, tools);

    expect(first).toEqual({ taken: 121, known: 0, problems: [] });
    expect(second).toEqual({ taken: 0, known: 121, problems: [] });
    const expected = [...dovecot.mails('INBOX'), ...dovecot.mails('Junk')].map((raw) =>
      createHash('sha256').update(crlf(raw)).digest('hex'),
    );
    expect(campaign.originals.list()).toEqual(expected.sort());
    // Maildir keeps flags in the names: S stands for seen.
    expect(dovecot.names('INBOX').filter((name) => /:2,.*S/.test(name))).toEqual([]);
    expect(dovecot.names('INBOX')).toHaveLength(120);
    const check = await verifyServer(campaign, tools);
    expect(check.differences).toEqual([]);
    expect(check.folders).toEqual([
      { folder: 'INBOX', server: 120, ledger: 120 },
      { folder: 'Junk', server: 1, ledger: 1 },
    ]);
  });

  it('takes the same bytes once, wherever they lie, and keeps both places', async () => {
    dovecot.put(mail(1));
    dovecot.put(mail(1));
    dovecot.put(mail(1), 'Junk');

    const result = await harvestMail(campaign, false, tools);

    expect(result.taken).toBe(1);
    expect(campaign.ledger.events().map(({ event }) => event.type)).toEqual([
      'message-received',
      'message-seen-again',
      'message-seen-again',
    ]);
  });

  it('takes mails of one Message-ID but other bytes, and mails without any', async () => {
    const twin = (text: string): Buffer =>
      Buffer.from(`From: a@example.com\r\nMessage-ID: <same@example.com>\r\n\r\n${text}\r\n`);
    dovecot.put(twin('一'));
    dovecot.put(twin('二'));
    dovecot.put('From: a@example.com\r\n\r\n三\r\n');
    dovecot.put('From: a@example.com\r\n\r\n四\r\n');

    expect((await harvestMail(campaign, false, tools)).taken).toBe(4);
    const { state } = await derive(campaign, tools);
    expect(state.messages).toHaveLength(4);
  });

  it('sees the mails of a mailbox that was made anew, without taking them twice', async () => {
    dovecot.put(mail(1));
    await harvestMail(campaign, false, tools);
    // Dovecot makes UIDVALIDITY of the clock, in seconds.
    await new Promise((done) => setTimeout(done, 1100));
    dovecot.wipe();
    dovecot.put(mail(2));
    dovecot.put(mail(1));

    const result = await harvestMail(campaign, false, tools);

    expect(result.taken).toBe(1);
    expect(campaign.originals.list()).toHaveLength(2);
  });

  it('names what the server holds and the ledger does not, and the other way round', async () => {
    dovecot.put(mail(1));
    dovecot.put(mail(2), 'INBOX', '1700000500.M500.test');
    await harvestMail(campaign, false, tools);
    dovecot.put(mail(3));
    const { rmSync, readdirSync } = await import('node:fs');
    const cur = `${dovecot.folder}/mail/collector`;
    for (const part of ['new', 'cur'])
      for (const name of readdirSync(`${cur}/${part}`))
        if (name.startsWith('1700000500')) rmSync(`${cur}/${part}/${name}`);

    const { differences } = await verifyServer(campaign, tools);

    expect(differences.map((one) => one.code).sort()).toEqual(['server/gone', 'server/not-taken']);
  });

  it('leaves a heartbeat that tells a working connection from a mail really received', async () => {
    await harvestMail(campaign, false, tools);
    expect(campaign.ledger.heartbeats()).toMatchObject([{ account: dovecot.user, ok: true, newest: '' }]);

    dovecot.put(mail(1));
    await harvestMail(campaign, false, tools);
    expect(campaign.ledger.heartbeats()[0]?.newest).not.toBe('');
  });

  it('says whose secret was refused and where to make one, without repeating it', async () => {
    const wrong = testTools('not-the-secret');
    await expect(harvestMail(campaign, false, wrong)).rejects.toThrow('拒绝登录');
    expect(JSON.stringify([wrong.said, campaign.ledger.heartbeats()])).not.toContain('not-the-secret');
  });

  it('refuses a server whose certificate nobody vouches for', async () => {
    dropCampaign(campaign);
    campaign = openTestCampaign({
      address: dovecot.user,
      secret: dovecot.secret,
      imap: { port: dovecot.imaps, secure: true },
    });
    await expect(harvestMail(campaign, false, tools)).rejects.toThrow('证书没有通过验证');
  });

  it('watches: takes what arrives while it waits, and ends when told to', async () => {
    const stop = new AbortController();
    const watching = testTools(dovecot.secret, { signal: stop.signal });
    dovecot.put(mail(1));
    const done = harvestMail(campaign, true, watching);
    await until(() => watching.said.some((line) => line.includes('等候')));
    dovecot.put(mail(2));
    await until(() => campaign.originals.list().length === 2);
    stop.abort();

    expect((await done).taken).toBe(2);
  });
});

async function until(check: () => boolean): Promise<void> {
  while (!check()) await new Promise((done) => setTimeout(done, 20));
}

/** IMAP delivers CRLF whatever lies on disk. */
function crlf(raw: Buffer): Buffer {
  return Buffer.from(raw.toString('latin1').replace(/\r?\n/g, '\r\n'), 'latin1');
}
