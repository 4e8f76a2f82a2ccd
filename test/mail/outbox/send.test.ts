import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Campaign } from '../../../src/flows/open-campaign.ts';
import { type SendOptions, type SendReport, sendMails } from '../../../src/flows/send.ts';
import { type Dovecot, freePort, startDovecot } from '../../support/dovecot.ts';
import {
  dropCampaign,
  emptyState,
  openTestCampaign,
  type TestServers,
  testTools,
  testUnit,
} from '../../support/mail-campaign.ts';
import { needProgram } from '../../support/need-program.ts';
import { type Smtp, type SmtpFault, startSmtp } from '../../support/smtp.ts';

const UNITS = [
  testUnit('510100', '成都市', ['chengdu@example.com']),
  testUnit('510700', '绵阳市', ['mianyang@example.com', 'mianyang2@example.com']),
  testUnit('511100', '乐山市', []),
];
const REQUESTS: SendOptions = { kinds: ['request'], apply: true };

describe.skipIf(!needProgram('dovecot'))('sending', () => {
  let dovecot: Dovecot;
  let smtp: Smtp;
  let campaign: Campaign;
  let tools: ReturnType<typeof testTools>;
  beforeAll(async () => {
    dovecot = await startDovecot();
    smtp = await startSmtp(dovecot);
  });
  afterAll(async () => {
    await smtp.stop();
    await dovecot.stop();
  });
  beforeEach(() => {
    dovecot.wipe();
    smtp.delivered.length = 0;
    smtp.faults.length = 0;
    tools = testTools(dovecot.secret);
    campaign = openTestCampaign(serversOf(), UNITS);
  });
  afterEach(() => dropCampaign(campaign));

  const serversOf = (): TestServers => ({
    address: dovecot.user,
    secret: dovecot.secret,
    imap: { port: dovecot.imaps, secure: true },
    smtp: { port: smtp.port, secure: true },
    authorityFile: dovecot.authorityFile,
  });
  const send = (options: SendOptions = REQUESTS): Promise<SendReport> =>
    sendMails(campaign, options, tools, emptyState(campaign));
  const fail = (...faults: SmtpFault[]): void => void smtp.faults.push(...faults);

  it('only plans without a word to do more', async () => {
    const report = await send({ kinds: ['request'], apply: false });

    expect(report.mails.map((mail) => [mail.unit, mail.to, mail.outcome])).toEqual([
      ['510100', 'chengdu@example.com', 'planned'],
      ['510700', 'mianyang@example.com', 'planned'],
      ['510700', 'mianyang2@example.com', 'planned'],
    ]);
    expect(report.skipped).toEqual([{ kind: 'request', unit: '511100', unitName: '乐山市', why: '通讯录里没有邮箱' }]);
    expect(smtp.delivered).toEqual([]);
    expect(campaign.ledger.events()).toEqual([]);
    expect(readdirSync(join(campaign.folder, 'outbox'))).toEqual([]);
  });

  it('sends one mail per recipient with both templates, keeps it, files it, and never sends it twice', async () => {
    const first = await send();
    const second = await send();

    expect(first.mails.map((mail) => mail.outcome)).toEqual(['sent', 'sent', 'sent']);
    expect(first.mails[0]?.attachments).toHaveLength(2);
    expect(smtp.delivered.map((mail) => mail.to)).toEqual([
      ['chengdu@example.com'],
      ['mianyang@example.com'],
      ['mianyang2@example.com'],
    ]);
    expect(second.mails).toEqual([]);
    expect(smtp.delivered).toHaveLength(3);
    const kept = readdirSync(join(campaign.folder, 'outbox')).map((name) =>
      readFileSync(join(campaign.folder, 'outbox', name)),
    );
    expect(kept.map(String).sort()).toEqual(smtp.delivered.map((mail) => String(mail.raw)).sort());
    expect(dovecot.count('Sent')).toBe(3);
    expect(tools.slept).toEqual([1000, 1000]);
  });

  it('records the intent before the connection is opened', async () => {
    fail({ stage: 'mail', code: 550, text: 'no' });
    await send({ ...REQUESTS, unit: '510100' });

    expect(campaign.ledger.events().map(({ event }) => event.type)).toEqual(['send-intended', 'send-settled']);
  });

  it('does not send again what may have left, finds it in the folder of sent mail later', async () => {
    fail({ stage: 'drop-after-data' });
    const first = await send({ ...REQUESTS, unit: '510100' });
    const second = await send({ ...REQUESTS, unit: '510100' });
    expect(first.mails.map((mail) => mail.outcome)).toEqual(['unknown']);
    expect(first.mails[0]?.response).toBe('邮件内容发出后连接中断，没有等到服务器确认');
    expect(second).toMatchObject({ mails: [], unsettled: [{ unit: '510100', to: 'chengdu@example.com' }] });
    expect(smtp.delivered).toHaveLength(1);

    dovecot.put(smtp.delivered[0]?.raw ?? '', 'Sent');
    const third = await send({ ...REQUESTS, unit: '510100' });

    expect(third).toMatchObject({ mails: [], unsettled: [] });
    expect(smtp.delivered).toHaveLength(1);
    expect(campaign.ledger.events().at(-1)?.event).toMatchObject({ outcome: 'sent', response: '在已发送文件夹里找到' });
  });

  it('sends the same bytes once more when a person says so', async () => {
    fail({ stage: 'drop-after-data' });
    await send({ ...REQUESTS, unit: '510100' });
    const report = await send({ ...REQUESTS, unit: '510100', again: true });

    expect(report.mails.map((mail) => mail.outcome)).toEqual(['sent']);
    expect(smtp.delivered).toHaveLength(2);
    expect(smtp.delivered[1]?.raw.equals(smtp.delivered[0]?.raw ?? Buffer.alloc(0))).toBe(true);
  });

  it('goes on when a mail that may have left turns up where the server files what is sent', async () => {
    dropCampaign(campaign);
    campaign = openTestCampaign({ ...serversOf(), provider: 'coremail' }, UNITS);
    tools = testTools(dovecot.secret, {
      sleep: async (milliseconds) => {
        if (milliseconds === 60_000) dovecot.put(smtp.delivered[0]?.raw ?? '', 'Sent');
      },
    });
    fail({ stage: 'drop-after-data' });
    const report = await send();

    expect(report.mails.map((mail) => mail.outcome)).toEqual(['sent', 'sent', 'sent']);
    expect(report.mails[0]?.response).toBe('在已发送文件夹里找到');
    expect(smtp.delivered).toHaveLength(3);
  });

  it('sends nothing once more as long as it cannot look into the folder of sent mail', async () => {
    fail({ stage: 'drop-after-data' });
    await send({ ...REQUESTS, unit: '510100' });
    const folder = campaign.folder;
    campaign.close();
    campaign = openTestCampaign({ ...serversOf(), imap: { port: await freePort(), secure: true } }, UNITS, folder);

    await expect(send({ ...REQUESTS, unit: '510100', again: true })).rejects.toThrow('服务器拒绝连接');
    expect(smtp.delivered).toHaveLength(1);
  });

  it('knows that a line lost before DATA sent nothing, and sends it next time', async () => {
    fail({ stage: 'drop-before-data' });
    const first = await send({ ...REQUESTS, unit: '510100' });
    const second = await send({ ...REQUESTS, unit: '510100' });

    expect(first.mails.map((mail) => mail.outcome)).toEqual(['not-sent']);
    expect(second.mails.map((mail) => mail.outcome)).toEqual(['sent']);
  });

  it('waits two minutes and tries again when the server asks for patience', async () => {
    fail({ stage: 'data', code: 451, text: 'MI:SFQ <chengdu@example.com> too many mails' });
    const report = await send({ ...REQUESTS, unit: '510100' });

    expect(report.mails.map((mail) => mail.outcome)).toEqual(['sent']);
    expect(tools.slept[0]).toBeGreaterThanOrEqual(120_000);
    expect(tools.said.filter((line) => line.includes('@'))).toEqual([]);
    expect(tools.said.join('\n')).toContain('服务器请稍后再发');
    expect(smtp.delivered).toHaveLength(1);
  });

  it.each([
    ['550', 'RP:TRC too many today', 'stop-until-tomorrow'],
    ['554', 'DT:SPM looks like spam', 'stop-and-ask'],
  ] as const)('stops everything at %s %s', async (code, text, outcome) => {
    fail({ stage: 'data', code: Number(code), text });
    const report = await send();

    expect(report.mails.map((mail) => mail.outcome)).toEqual([outcome, 'not-sent', 'not-sent']);
    expect(smtp.delivered).toEqual([]);
  });

  it('does not let one busy mailbox hold up the others', async () => {
    fail({ stage: 'rcpt', code: 450, text: 'Mailbox busy' });
    const first = await send();
    const second = await send();

    expect(first.mails.map((mail) => mail.outcome)).toEqual(['retry-later', 'sent', 'sent']);
    expect(second.mails.map((mail) => [mail.to, mail.outcome])).toEqual([['chengdu@example.com', 'sent']]);
    expect(Math.max(...tools.slept)).toBeLessThan(120_000);
  });

  it('goes on after one refused address, and does not knock there again', async () => {
    fail({ stage: 'rcpt', code: 550, text: 'User not found' });
    const first = await send();
    const second = await send();

    expect(first.mails.map((mail) => mail.outcome)).toEqual(['rejected', 'sent', 'sent']);
    expect(second.mails).toEqual([]);
    expect(second.skipped.map((one) => one.why)).toEqual(expect.arrayContaining([expect.stringContaining('退回')]));
  });

  it('goes on after an address to which no mail can be sent at all', async () => {
    dropCampaign(campaign);
    campaign = openTestCampaign(serversOf(), [testUnit('510100', '成都市', ['a@example.com>']), ...UNITS.slice(1)]);
    const report = await send();

    expect(report.mails.map((mail) => mail.outcome)).toEqual(['rejected', 'sent', 'sent']);
    expect(report.mails[0]?.response).toBe('收件地址写法不对，服务器不接受，没有发出');
  });

  it('sends the second address of a unit what the first has got already', async () => {
    const stop = new AbortController();
    tools = testTools(dovecot.secret, { signal: stop.signal, sleep: async () => stop.abort() });
    const first = await send({ ...REQUESTS, unit: '510700' });
    tools = testTools(dovecot.secret);
    const second = await send({ ...REQUESTS, unit: '510700' });

    expect(first.mails.map((mail) => mail.outcome)).toEqual(['sent', 'not-sent']);
    expect(second.mails.map((mail) => [mail.to, mail.outcome])).toEqual([['mianyang2@example.com', 'sent']]);
  });

  it('sends nothing more on a day on which the server said so, and the rest the day after', async () => {
    fail({ stage: 'data', code: 554, text: 'MI:STC daily quota' });
    await send();
    const same = await send();
    const dayAfter = new Date(Date.now() + 24 * 3_600_000);
    tools = testTools(dovecot.secret, { clock: () => dayAfter });
    const next = await send();

    expect(same.mails.map((mail) => mail.response)).toEqual(
      Array.from({ length: 3 }, () => '今天的发信数量已到上限，明天再运行 mingce send'),
    );
    expect(next.mails.map((mail) => mail.outcome)).toEqual(['sent', 'sent', 'sent']);
  });

  it('names the attachments of a plan, the same that are sent', async () => {
    const plan = await send({ kinds: ['request'], apply: false, nameAttachments: true });
    const sent = await send();

    expect(plan.mails[0]?.attachments).toEqual(['附件2 医院信息汇总表.xlsx', '附件3 市级联络员名单.xlsx']);
    expect(sent.mails.map((mail) => mail.attachments)).toEqual(plan.mails.map((mail) => mail.attachments));
  });

  it('sends copies with the first mail of a unit, also when it is sent again', async () => {
    dropCampaign(campaign);
    const unit = { ...testUnit('510100', '成都市', ['chengdu@example.com']), cc: ['chief@example.com'] };
    campaign = openTestCampaign(serversOf(), [unit]);
    fail({ stage: 'drop-after-data' });
    await send();
    await send({ ...REQUESTS, again: true });

    const both = ['chengdu@example.com', 'chief@example.com'];
    expect(smtp.delivered.map((mail) => mail.to)).toEqual([both, both]);
  });

  it('takes a new connection after as many mails as the provider allows on one', async () => {
    dropCampaign(campaign);
    const units = Array.from({ length: 12 }, (_, at) =>
      testUnit(`${510_000 + at}`, `单位${at}`, [`u${at}@example.com`]),
    );
    campaign = openTestCampaign({ ...serversOf(), provider: 'coremail' }, units);
    smtp.logins = 0;
    const report = await send();

    expect(report.mails.filter((mail) => mail.outcome === 'sent')).toHaveLength(12);
    expect(smtp.logins).toBe(2);
    expect(tools.slept).toEqual(Array.from({ length: 11 }, () => 10_000));
    // Coremail files what is sent by itself: a copy of ours would be a second one.
    expect(dovecot.count('Sent')).toBe(0);
  });

  it('stops at a refused secret, without repeating it anywhere', async () => {
    tools = testTools('not-the-secret');
    await send().catch(() => undefined);

    expect(smtp.delivered).toEqual([]);
    const written = JSON.stringify(campaign.ledger.events()) + tools.said.join();
    expect(written).not.toContain('not-the-secret');
    expect(existsSync(join(campaign.folder, 'outbox'))).toBe(true);
  });
});
