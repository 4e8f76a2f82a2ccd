import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { derive } from '../../src/flows/derive.ts';
import { SAMPLES } from '../../src/flows/house-files.ts';
import { initCampaign } from '../../src/flows/init.ts';
import { type Campaign, openCampaign } from '../../src/flows/open-campaign.ts';
import { type RunReport, run } from '../../src/flows/run.ts';
import { type SendReport, sendMails } from '../../src/flows/send.ts';
import { verifyAll } from '../../src/flows/verify-all.ts';
import { readMessage } from '../../src/mail/read/read-message.ts';
import { type Dovecot, startDovecot } from '../support/dovecot.ts';
import { testTools } from '../support/mail-campaign.ts';
import { needProgram } from '../support/need-program.ts';
import { buildMail } from '../support/samples/build-mail.ts';
import { liaisonBook, rosterBook } from '../support/samples/draw-reply.ts';
import { type Hospital, inventProvince, type SampleUnit } from '../support/samples/invent-province.ts';
import { type Smtp, startSmtp } from '../support/smtp.ts';

/** Units whose first reply holds a wrong phone number. */
const FAULTY = ['510300', '510700', '511100'];

describe.skipIf(!needProgram('dovecot'))('the full circle over real servers', () => {
  let dovecot: Dovecot;
  let smtp: Smtp;
  let campaign: Campaign;
  let root: string;
  let tools: ReturnType<typeof testTools>;
  let province: readonly SampleUnit[];
  beforeAll(async () => {
    dovecot = await startDovecot();
    smtp = await startSmtp(dovecot);
    tools = testTools(dovecot.secret);
    root = mkdtempSync(join(tmpdir(), 'mingce-circle-'));
    const folder = join(root, 'w');
    await initCampaign(
      { folder, preset: 'sichuan-outpatient-2025', units: join(SAMPLES, 'province', 'units.csv') },
      tools,
    );
    const yaml = readFileSync(join(folder, 'campaign.yaml'), 'utf8');
    const mailbox = `  address: ${dovecot.user}
  authority: ${dovecot.authorityFile}
  imap: { host: localhost, port: ${dovecot.imaps} }
  smtp: { host: localhost, port: ${smtp.port} }`;
    writeFileSync(join(folder, 'campaign.yaml'), yaml.replace(/^ {2}address: ''$/m, mailbox));
    campaign = await openCampaign(folder);
    // The groups of hospitals are reached at several addresses; one of them answers for all.
    province = inventProvince(campaign.units).map((unit) => ({ ...unit, email: addressesOf(unit.code)[0] ?? '' }));
  });
  afterAll(async () => {
    campaign.close();
    await smtp.stop();
    await dovecot.stop();
    rmSync(root, { recursive: true, force: true });
  });

  const addressesOf = (code: string): readonly string[] =>
    campaign.units.find((unit) => unit.code === code)?.emails ?? [];
  const send = (...kinds: ('request' | 'return' | 'receipt' | 'question')[]): Promise<SendReport> =>
    sendMails(campaign, { kinds, apply: true }, tools);

  /** A unit answers the last mail it got, through the SMTP server. */
  async function answer(unit: SampleUnit, hospitals: readonly Hospital[], round: number): Promise<void> {
    const last = smtp.delivered.findLast((mail) => mail.to.includes(unit.email));
    const got = await readMessage(last?.raw ?? Buffer.alloc(0));
    const raw = buildMail({
      from: unit.email,
      to: dovecot.user,
      subject: `回复：${got.subject}`,
      date: new Date().toISOString(),
      text: '已填好，见附件。',
      messageId: `reply-${round}-${unit.code}@weijian.test`,
      inReplyTo: got.messageId,
      attachments: [
        { name: '附件2 医院信息汇总表.xlsx', bytes: rosterBook(hospitals, unit.short) },
        { name: '附件3 市级联络员名单.xlsx', bytes: liaisonBook(unit.liaison) },
      ],
    });
    const transport = createTransport({
      host: 'localhost',
      port: smtp.port,
      secure: true,
      auth: { user: dovecot.user, pass: dovecot.secret },
      tls: { ca: dovecot.authority },
    });
    await transport.sendMail({ envelope: { from: unit.email, to: dovecot.user }, raw });
    transport.close();
  }

  const withWrongPhone = (hospitals: readonly Hospital[]): Hospital[] =>
    hospitals.map((hospital, index) => (index === 0 ? { ...hospital, dataManagerPhone: '1390000' } : hospital));
  const stateCounts = (report: RunReport): Readonly<Record<string, number>> => report.status.board.messages;

  it('sends 24 requests with both templates, and not one more when asked again', { timeout: 300_000 }, async () => {
    const first = await send('request');
    const second = await send('request');

    expect(new Set(first.mails.map((mail) => mail.unit)).size).toBe(24);
    expect(first.mails.map((mail) => mail.to)).toEqual(campaign.units.flatMap((unit) => unit.emails));
    expect(first.mails.filter((mail) => mail.outcome !== 'sent')).toEqual([]);
    expect(first.mails.every((mail) => mail.attachments.length === 2)).toBe(true);
    expect(second.mails).toEqual([]);
    expect(dovecot.count('Sent')).toBe(first.mails.length);
  });

  it('harvests 24 replies, each to its unit, with all their rows', { timeout: 300_000 }, async () => {
    for (const unit of province)
      await answer(unit, FAULTY.includes(unit.code) ? withWrongPhone(unit.hospitals) : unit.hospitals, 1);
    const report = await run(campaign, {}, tools);

    expect(report.harvest.taken).toBe(24);
    const { state } = await derive(campaign, tools);
    expect(state.messages.filter((one) => one.state !== 'merged').map((one) => one.reason)).toEqual([]);
    expect(stateCounts(report)).toEqual({ merged: 24 });
    const rows = report.status.board.forms.find((form) => form.form === 'hospital-roster')?.rows;
    expect(rows).toBe(province.reduce((sum, unit) => sum + unit.hospitals.length, 0));
  });

  it('returns the faulty ones with their own workbook marked, in the thread, and thanks the others', {
    timeout: 300_000,
  }, async () => {
    const before = smtp.delivered.length;
    const report = await send('return', 'receipt', 'question');

    const returned = report.mails.filter((mail) => mail.kind === 'return');
    expect(returned.map((mail) => mail.unit).sort()).toEqual(FAULTY);
    expect(report.mails.filter((mail) => mail.kind === 'receipt')).toHaveLength(21);
    expect(report.mails.filter((mail) => mail.outcome !== 'sent')).toEqual([]);
    for (const { to, raw } of smtp.delivered.slice(before)) {
      const unit = province.find((one) => to.includes(one.email));
      const mail = await readMessage(raw);
      expect(mail.references).toContain(`reply-1-${unit?.code}@weijian.test`);
      expect(raw.toString()).toMatch(/^Auto-Submitted: auto-replied/im);
      expect(mail.files.length > 0).toBe(FAULTY.includes(unit?.code ?? ''));
    }
  });

  it('takes the corrected replies in place of the first, and thanks for them', { timeout: 300_000 }, async () => {
    for (const unit of province) if (FAULTY.includes(unit.code)) await answer(unit, unit.hospitals, 2);
    const report = await run(campaign, { send: true }, tools);

    expect(report.harvest.taken).toBe(3);
    // 附件3 of the first reply still stands, so that the message counts as merged.
    expect(stateCounts(report)).toEqual({ merged: 27 });
    const { state } = await derive(campaign, tools);
    for (const unit of FAULTY) {
      const rosters = state.submissions.filter((one) => one.unit === unit && one.form === 'hospital-roster');
      expect(rosters.map((one) => one.state)).toEqual(['superseded', 'accepted']);
    }
    expect(report.answers.mails.map((mail) => [mail.kind, mail.unit, mail.outcome]).sort()).toEqual(
      FAULTY.map((unit) => ['receipt', unit, 'sent']),
    );
  });

  it('has nothing left to do: no mail to send, server, ledger and originals agree', { timeout: 300_000 }, async () => {
    const report = await run(campaign, { send: true }, tools);
    const check = await verifyAll(campaign, true, tools);

    expect(report.harvest.taken).toBe(0);
    expect(report.answers.mails).toEqual([]);
    expect(check.differences).toEqual([]);
    expect(check.folders[0]).toEqual({ folder: 'INBOX', server: 27, ledger: 27 });
  });
});
