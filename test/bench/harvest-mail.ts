/**
 * Measures of harvesting, against one Dovecot in one run: `npx tsx test/bench/harvest-mail.ts`.
 * Each of our runs is a process of its own, compiled as it is delivered, so that its peak memory can be told.
 * Writes one JSON line.
 */
import { execFile, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ImapFlow } from 'imapflow';
import { harvestMail } from '../../src/flows/harvest-mail.ts';
import { type Dovecot, startDovecot } from '../support/dovecot.ts';
import { openTestCampaign, testTools } from '../support/mail-campaign.ts';
import { buildMail } from '../support/samples/build-mail.ts';
import { startSlowProxy } from '../support/slow-proxy.ts';
import { compileHouse } from './compile-house.ts';
import { runHarvestCommand } from './harvest-command.ts';
import type { ProcessCost } from './measure-process.ts';

interface Run {
  readonly taken: number;
  readonly harvestSeconds: number;
  readonly harvestMegabytes: number;
  readonly wholeSeconds: number;
}

interface Job {
  readonly folder: string;
  readonly port: number;
  readonly secure: boolean;
  readonly authorityFile: string;
  readonly user: string;
  readonly secret: string;
}

const RUNS = Number(process.env['RUNS'] ?? 3);
const MAILS = Number(process.env['MAILS'] ?? 2000);
/** READ=0 leaves out the whole command. */
const READ = process.env['READ'] !== '0';
const LARGE = Number(process.env['LARGE'] ?? 10_000);
const say = (text: string): void => void process.stderr.write(`${text}\n`);
const seconds = (since: number): number => (performance.now() - since) / 1000;
const round = (value: number): number => Math.round(value * 100) / 100;
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** One harvest in this process: archived, synced and recorded, nothing read. */
async function child(job: Job): Promise<void> {
  const campaign = openTestCampaign(
    {
      address: job.user,
      secret: job.secret,
      imap: { port: job.port, secure: job.secure },
      authorityFile: job.authorityFile,
    },
    [],
    job.folder,
  );
  const tools = testTools(job.secret);
  const start = performance.now();
  const { taken } = await harvestMail(campaign, false, tools);
  const harvestSeconds = seconds(start);
  campaign.close();
  const harvestMegabytes = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(JSON.stringify({ taken, harvestSeconds, harvestMegabytes }));
}

/** Asynchronous, because the slow proxy lives in this process. */
async function runOurs(job: Job, bench: string): Promise<Run> {
  const start = performance.now();
  const { stdout } = await promisify(execFile)(process.execPath, [bench, JSON.stringify(job)], { maxBuffer: 1e8 });
  return { ...(JSON.parse(stdout) as Omit<Run, 'wholeSeconds'>), wholeSeconds: seconds(start) };
}

/** mbsync of the same mailbox, over TLS, with fsync (its default). */
function runMbsync(dovecot: Dovecot, scratch: string): number {
  const folder = mkdtempSync(join(scratch, 'mbsync-'));
  mkdirSync(join(folder, 'mail'));
  const conf = join(folder, 'rc');
  writeFileSync(
    conf,
    `FSync yes

IMAPAccount a
Host localhost
Port ${dovecot.imaps}
User ${dovecot.user}
Pass ${dovecot.secret}
SSLType IMAPS
CertificateFile ${dovecot.authorityFile}

IMAPStore far
Account a

MaildirStore near
Path ${folder}/mail/
Inbox ${folder}/mail/INBOX

Channel c
Far :far:
Near :near:
Patterns INBOX
Create Near
Sync Pull
SyncState *
`,
  );
  const start = performance.now();
  const result = spawnSync('mbsync', ['-c', conf, '-q', 'c'], { encoding: 'utf8' });
  const time = seconds(start);
  if (result.status !== 0) throw new Error(result.stderr);
  return time;
}

async function oneAtATime(dovecot: Dovecot, port: number): Promise<number> {
  const client = new ImapFlow({
    host: '127.0.0.1',
    port,
    secure: false,
    doSTARTTLS: false,
    auth: { user: dovecot.user, pass: dovecot.secret },
    logger: false,
  });
  await client.connect();
  await client.mailboxOpen('INBOX', { readOnly: true });
  const uids = (await client.search({ all: true }, { uid: true })) || [];
  const start = performance.now();
  for (const uid of uids) await client.fetchOne(String(uid), { source: true }, { uid: true });
  const time = seconds(start);
  await client.logout();
  return time;
}

function sample(number: number, bytes: number): Buffer {
  return buildMail({
    from: `unit${number % 24}@example.com`,
    subject: `报送医院信息汇总表 ${number}`,
    date: '2025-02-01T01:00:00Z',
    text: `第 ${number} 封`,
    messageId: `bench${number}@example.com`,
    ...(bytes < 2000
      ? {}
      : { attachments: [{ name: `附件2 ${number}.bin`, bytes: randomBytes(Math.floor((bytes - 1200) / 1.37)) }] }),
  });
}

async function main(): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'mingce-bench-'));
  const { program, scripts } = compileHouse(join(scratch, 'program'));
  const bench = join(scripts, 'harvest-mail.js');
  const dovecot = await startDovecot();
  const job = (folder: string): Job => ({
    folder: join(scratch, folder),
    port: dovecot.imaps,
    secure: true,
    authorityFile: dovecot.authorityFile,
    user: dovecot.user,
    secret: dovecot.secret,
  });
  try {
    const mails = Array.from({ length: MAILS }, (_, number) => sample(number, 60_000));
    for (const mail of mails) dovecot.put(mail);
    runMbsync(dovecot, scratch);
    // Nothing is deleted before all is measured: ext4 looks long for room for a file where many were deleted just now.
    const [mbsync, ours, whole]: [number[], Run[], ProcessCost[]] = [[], [], []];
    for (let run = 0; run < RUNS; run += 1) {
      mbsync.push(runMbsync(dovecot, scratch));
      ours.push(await runOurs(job(`run${run}`), bench));
      if (READ) whole.push(await runHarvestCommand(program, dovecot, scratch, MAILS));
      const { seconds: reading = Number.NaN, megabytes = Number.NaN } = whole[run] ?? {};
      say(`run ${run}: mbsync ${mbsync[run]?.toFixed(2)} s, ours ${JSON.stringify(ours[run])}`);
      say(`  mingce harvest ${reading.toFixed(2)} s, ${megabytes.toFixed(0)} MB`);
    }

    dovecot.wipe();
    for (const mail of mails.slice(0, 600)) dovecot.put(mail);
    const proxy = await startSlowProxy(dovecot.imap, 15);
    await oneAtATime(dovecot, dovecot.imap);
    say('30 ms round trip');
    const single = await oneAtATime(dovecot, proxy.port);
    const slow = await runOurs({ ...job('slow'), port: proxy.port, secure: false }, bench);
    await proxy.stop();
    say(`single ${single.toFixed(2)} s, ours ${slow.harvestSeconds.toFixed(2)} s`);

    dovecot.wipe();
    for (let number = 0; number < LARGE; number += 1) dovecot.put(sample(number, 1000));
    await runOurs(job('large'), bench);
    const nothing = [
      await runOurs(job('large'), bench),
      await runOurs(job('large'), bench),
      await runOurs(job('large'), bench),
    ];

    const base = median(mbsync);
    process.stdout.write(
      `${JSON.stringify({
        mbsyncSeconds: mbsync.map(round),
        harvestSeconds: ours.map((run) => round(run.harvestSeconds)),
        commandSeconds: whole.map((run) => round(run.seconds)),
        commandCpuSeconds: whole.map((run) => round(run.cpuSeconds)),
        harvestToMbsync: round(median(ours.map((run) => run.harvestSeconds)) / base),
        withReadingToMbsync: round(median(whole.map((run) => run.seconds)) / base),
        harvestMegabytes: ours.map((run) => Math.round(run.harvestMegabytes)),
        commandMegabytes: whole.map((run) => Math.round(run.megabytes)),
        oneAtATimeSeconds: round(single),
        streamSeconds: round(slow.harvestSeconds),
        timesFaster: round(single / slow.harvestSeconds),
        nothingNewSeconds: nothing.map((run) => round(run.harvestSeconds)),
        nothingNewProcessSeconds: nothing.map((run) => round(run.wholeSeconds)),
      })}\n`,
    );
  } finally {
    await dovecot.stop();
    rmSync(scratch, { recursive: true, force: true });
  }
}

const given = process.argv[2];
await (given === undefined ? main() : child(JSON.parse(given) as Job));
