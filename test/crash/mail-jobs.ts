import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SAMPLES } from '../../src/flows/house-files.ts';
import { openCampaign } from '../../src/flows/open-campaign.ts';
import { sendHistory } from '../../src/flows/plan-send.ts';
import { startDovecot } from '../support/dovecot.ts';
import { needProgram } from '../support/need-program.ts';
import { type Smtp, startSmtp } from '../support/smtp.ts';
import type { Job } from './jobs.ts';
import { runProgram } from './program.ts';
import { must, UNITS as SAMPLE_UNITS, type Stage } from './stage.ts';

/** Few, because the program waits a second between two mails. */
const UNITS = ['成都市', '自贡市', '攀枝花市', '泸州市', '德阳市', '绵阳市'];

/** Mails of the sample province, each of another unit and each to be answered. */
const REPORTS = ['01-成都-附件3.eml', '03-自贡.eml', '08-泸州-xls.eml'];

/** The commands that need a mail server, and what stops the servers again. */
export interface MailJobs {
  readonly jobs: readonly Job[];
  stop(): Promise<void>;
}

/** Starts a mailbox with the mails of the stage and another one to send from; no jobs where Dovecot is missing. */
export async function makeMailJobs(stage: Stage): Promise<MailJobs> {
  if (!needProgram('dovecot')) return { jobs: [], stop: () => Promise.resolve() };
  const [full, own] = [await startDovecot(), await startDovecot()];
  const smtp = await startSmtp(own);
  for (const name of readdirSync(stage.mailbox).sort()) full.put(readFileSync(join(stage.mailbox, name)));

  const receiving = join(stage.root, '收信');
  cpSync(stage.folders.fresh, receiving, { recursive: true });
  setMailbox(receiving, full.user, full.authorityFile, full.imaps, smtp.port);
  const sending = join(stage.root, '发信');
  const addresses = join(stage.root, '通讯录.csv');
  writeFileSync(addresses, `单位,邮箱\n${UNITS.map((name, index) => `${name},unit${index}@example.com`).join('\n')}\n`);
  must(await runProgram(['init', sending, '--units', addresses]), 0);
  setMailbox(sending, own.user, own.authorityFile, own.imaps, smtp.port);

  const answering = join(stage.root, '答复');
  must(await runProgram(['init', answering, '--units', SAMPLE_UNITS]), 0);
  setMailbox(answering, own.user, own.authorityFile, own.imaps, smtp.port);

  const environment = { MINGCE_MAIL_SECRET: own.secret };
  const jobs: Job[] = [
    {
      name: 'harvest',
      start: receiving,
      command: (folder) => ['-C', folder, 'harvest'],
      after: [['publish']],
      environment,
    },
    { name: 'run', start: receiving, command: (folder) => ['-C', folder, 'run'], after: [], environment },
    {
      name: 'run --watch',
      start: receiving,
      command: (folder) => ['-C', folder, 'run', '--watch'],
      peaceful: (folder) => ['-C', folder, 'run'],
      after: [],
      environment,
    },
    {
      name: 'run --send',
      start: answering,
      command: (folder) => ['-C', folder, 'run', '--send'],
      // What was sent before a kill is news for the version after it; each round receives its mails at another time.
      files: /^output[\\/][^\\/]+\.csv$/,
      after: [],
      environment,
      ownLedger: true,
      reset: () => {
        own.wipe();
        for (const name of REPORTS) own.put(readFileSync(join(SAMPLES, 'province', 'mailbox', name)));
        smtp.delivered.length = 0;
      },
      prove: (folder) => compareDelivered(folder, smtp, REPORTS.length),
    },
    {
      name: 'send --yes',
      start: sending,
      command: (folder) => ['-C', folder, 'send', '--kind', 'request', '--yes'],
      after: [],
      environment,
      ownLedger: true,
      reset: () => {
        own.wipe();
        smtp.delivered.length = 0;
      },
      prove: (folder) => compareDelivered(folder, smtp, UNITS.length),
    },
  ];
  return {
    jobs,
    stop: async () => {
      await smtp.stop();
      await full.stop();
      await own.stop();
    },
  };
}

/** No mail reached its unit twice, and one that did not reach it is not recorded as sent. */
async function compareDelivered(folder: string, smtp: Smtp, mails: number): Promise<string[]> {
  const campaign = await openCampaign(folder);
  const history = [...sendHistory(campaign.ledger.events()).values()];
  campaign.close();
  const reached = smtp.delivered.map(({ to }) => to[0] ?? '');
  const lines: string[] = [];
  if (new Set(reached).size < reached.length) lines.push(`sent twice: ${reached.join(' ')}`);
  if (history.length !== mails) lines.push(`${history.length} mails in the ledger instead of ${mails}`);
  for (const { intended, outcome } of history) {
    const told = outcome === 'unknown' || (outcome === 'sent' && reached.includes(intended.to));
    if (!told)
      lines.push(`${intended.to}: ${outcome}, ${reached.includes(intended.to) ? 'delivered' : 'not delivered'}`);
  }
  return lines;
}

function setMailbox(folder: string, address: string, authority: string, imaps: number, smtp: number): void {
  const path = join(folder, 'campaign.yaml');
  const mailbox = `  address: ${address}
  authority: ${authority}
  imap: { host: localhost, port: ${imaps} }
  smtp: { host: localhost, port: ${smtp} }`;
  const text = readFileSync(path, 'utf8');
  const changed = text.replace(/^ {2}address: ''$/m, mailbox);
  if (changed === text) throw new Error('campaign.yaml has no place for the mailbox');
  writeFileSync(path, changed);
}
