import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { harvestMail } from '../../src/flows/harvest-mail.ts';
import { sendMails } from '../../src/flows/send.ts';
import { verifyFolder } from '../../src/flows/verify.ts';
import { type Dovecot, startDovecot } from '../support/dovecot.ts';
import {
  emptyState,
  makeFolder,
  openTestCampaign,
  type TestServers,
  testTools,
  testUnit,
} from '../support/mail-campaign.ts';
import type { MailJob } from '../support/mail-worker.ts';
import { needProgram } from '../support/need-program.ts';
import { type Smtp, startSmtp } from '../support/smtp.ts';

const KILLS = 30;
const WORKER = fileURLToPath(new URL('../support/mail-worker.ts', import.meta.url));

describe.skipIf(!needProgram('dovecot'))('a program that is killed at any moment', () => {
  let dovecot: Dovecot;
  let smtp: Smtp;
  let servers: TestServers;
  beforeAll(async () => {
    dovecot = await startDovecot();
    smtp = await startSmtp(dovecot);
    servers = {
      address: dovecot.user,
      secret: dovecot.secret,
      imap: { port: dovecot.imaps, secure: true },
      smtp: { port: smtp.port, secure: true },
      authorityFile: dovecot.authorityFile,
    };
  });
  afterAll(async () => {
    await smtp.stop();
    await dovecot.stop();
  });

  /** Starts the worker and kills it so many milliseconds after it is ready; false when it had ended before. */
  async function kill(job: MailJob, milliseconds: number): Promise<boolean> {
    const worker = spawn(process.execPath, ['--import', 'tsx', WORKER, JSON.stringify(job)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((ready) => worker.stdout.once('data', ready));
    const ended = exitOf(worker);
    const timer = setTimeout(() => worker.kill('SIGKILL'), milliseconds);
    const signal = await ended;
    clearTimeout(timer);
    return signal === 'SIGKILL';
  }

  it(`loses and doubles nothing in a harvest killed ${KILLS} times`, { timeout: 600_000 }, async () => {
    const folder = makeFolder();
    const raws = Array.from({ length: 600 }, (_, number) =>
      Buffer.from(`From: a@example.com\r\nSubject: ${number}\r\n\r\n${`${number} `.repeat(2000)}\r\n`),
    );
    for (const raw of raws) dovecot.put(raw);
    let killed = 0;
    for (let round = 0; round < KILLS; round += 1) {
      // Each kill comes a little later than the one before, so that all moments are met.
      if (await kill({ what: 'harvest', folder, servers, units: [] }, 30 + ((round * 37) % 400))) killed += 1;
    }

    const campaign = openTestCampaign(servers, [], folder);
    await harvestMail(campaign, false, testTools(servers.secret));
    const received = campaign.ledger
      .events()
      .flatMap(({ event }) => (event.type === 'message-received' ? [event.message] : []));
    const places = campaign.ledger.events().length;
    const { differences } = verifyFolder(campaign, testTools(servers.secret));
    campaign.close();
    rmSync(folder, { recursive: true });

    expect(killed).toBeGreaterThan(0);
    expect([...received].sort()).toEqual(raws.map((raw) => createHash('sha256').update(raw).digest('hex')).sort());
    expect(places).toBe(raws.length);
    expect(differences).toEqual([]);
  });

  it(`sends no mail twice and forgets none, killed ${KILLS} times`, { timeout: 600_000 }, async () => {
    const folder = makeFolder();
    const units = Array.from({ length: 60 }, (_, index) =>
      testUnit(String(510_100 + index), `单位${index}`, [`unit${index}@example.com`]),
    );
    smtp.delivered.length = 0;
    let killed = 0;
    for (let round = 0; round < KILLS; round += 1) {
      if (await kill({ what: 'send', folder, servers, units }, 60 + ((round * 53) % 900))) killed += 1;
    }

    const campaign = openTestCampaign(servers, units, folder);
    const rest = await sendMails(
      campaign,
      { kinds: ['request'], apply: true },
      testTools(servers.secret),
      emptyState(campaign),
    );
    campaign.close();
    rmSync(folder, { recursive: true });

    expect(killed).toBeGreaterThan(0);
    const reached = smtp.delivered.map((mail) => mail.to[0] ?? '');
    expect(reached).toHaveLength(new Set(reached).size);
    const unsettled = rest.unsettled.map((mail) => mail.to);
    expect([...new Set([...reached, ...unsettled])].sort()).toEqual(units.flatMap((unit) => unit.emails).sort());
  });
});

function exitOf(worker: ChildProcess): Promise<NodeJS.Signals | null> {
  return new Promise((resolve) => worker.once('exit', (_code, signal) => resolve(signal)));
}
