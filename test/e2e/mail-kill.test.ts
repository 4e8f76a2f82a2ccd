import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { harvestMail } from '../../src/flows/harvest-mail.ts';
import { sendMails } from '../../src/flows/send.ts';
import { verifyFolder } from '../../src/flows/verify.ts';
import type { ReportingUnit } from '../../src/registry/unit.ts';
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
/** Multiples of it, without their whole part, fill the range from 0 to 1 evenly, however many there are. */
const GOLDEN = 0.618_033_988_75;
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

  /** Starts the worker and kills it so many milliseconds after it is ready. */
  async function start(job: MailJob, killAfter?: number): Promise<{ killed: boolean; milliseconds: number }> {
    const worker = spawn(process.execPath, ['--import', 'tsx', WORKER, JSON.stringify(job)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((ready) => worker.stdout.once('data', ready));
    const ready = performance.now();
    const ended = exitOf(worker);
    const timer = killAfter === undefined ? undefined : setTimeout(() => worker.kill('SIGKILL'), killAfter);
    const signal = await ended;
    clearTimeout(timer);
    return { killed: signal === 'SIGKILL', milliseconds: performance.now() - ready };
  }

  /**
   * Gives the worker new work again and again and kills it in the middle, until it was killed so many times. The moments
   * are spread evenly over an undisturbed run; a worker that had ended before its moment does not count.
   */
  async function killAgainAndAgain(jobOf: (round: number) => MailJob): Promise<number> {
    const { milliseconds } = await start(jobOf(0));
    let killed = 0;
    for (let round = 1; killed < KILLS && round <= 3 * KILLS; round += 1) {
      const moment = (killed * GOLDEN) % 1;
      if ((await start(jobOf(round), moment * milliseconds)).killed) killed += 1;
    }
    return killed;
  }

  it(`loses and doubles nothing in a harvest killed ${KILLS} times`, { timeout: 900_000 }, async () => {
    const folder = makeFolder();
    const raws: Buffer[] = [];
    const killed = await killAgainAndAgain((round) => {
      for (let number = 0; number < 60; number += 1) {
        const text = `${round}.${number} `.repeat(2000);
        const raw = Buffer.from(`From: a@example.com\r\nSubject: ${round}.${number}\r\n\r\n${text}\r\n`);
        raws.push(raw);
        dovecot.put(raw);
      }
      return { what: 'harvest', folder, servers, units: [] };
    });

    const campaign = openTestCampaign(servers, [], folder);
    await harvestMail(campaign, false, testTools(servers.secret));
    const received = campaign.ledger
      .events()
      .flatMap(({ event }) => (event.type === 'message-received' ? [event.message] : []));
    const places = campaign.ledger.events().length;
    const { differences } = verifyFolder(campaign, testTools(servers.secret));
    campaign.close();
    rmSync(folder, { recursive: true });

    expect(killed).toBe(KILLS);
    expect([...received].sort()).toEqual(raws.map((raw) => createHash('sha256').update(raw).digest('hex')).sort());
    expect(places).toBe(raws.length);
    expect(differences).toEqual([]);
  });

  it(`sends no mail twice and forgets none, killed ${KILLS} times`, { timeout: 900_000 }, async () => {
    const folder = makeFolder();
    const units: ReportingUnit[] = [];
    smtp.delivered.length = 0;
    const killed = await killAgainAndAgain((round) => {
      for (let number = 0; number < 4; number += 1) {
        const name = `${round}-${number}`;
        units.push(testUnit(String(100_000 + units.length), `单位${name}`, [`unit-${name}@example.com`]));
      }
      return { what: 'send', folder, servers, units };
    });

    const campaign = openTestCampaign(servers, units, folder);
    const rest = await sendMails(
      campaign,
      { kinds: ['request'], apply: true },
      testTools(servers.secret),
      emptyState(campaign),
    );
    campaign.close();
    rmSync(folder, { recursive: true });

    expect(killed).toBe(KILLS);
    const reached = smtp.delivered.map((mail) => mail.to[0] ?? '');
    expect(reached).toHaveLength(new Set(reached).size);
    const unsettled = rest.unsettled.map((mail) => mail.to);
    expect([...new Set([...reached, ...unsettled])].sort()).toEqual(units.flatMap((unit) => unit.emails).sort());
    // Each kill leaves at most the one mail open that was under way.
    expect(unsettled.length).toBeLessThanOrEqual(KILLS);
  });
});

function exitOf(worker: ChildProcess): Promise<NodeJS.Signals | null> {
  return new Promise((resolve) => worker.once('exit', (_code, signal) => resolve(signal)));
}
