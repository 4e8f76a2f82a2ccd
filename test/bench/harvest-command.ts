import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { initCampaign } from '../../src/flows/init.ts';
import type { Dovecot } from '../support/dovecot.ts';
import { testTools } from '../support/mail-campaign.ts';
import { measureProcess, type ProcessCost } from './measure-process.ts';

/**
 * `mingce harvest` as it is delivered, in a fresh campaign whose mailbox lies on the server: from the start of the process
 * until every mail is archived, recorded and read, and its reading saved. Throws unless it takes in so many.
 */
export async function runHarvestCommand(
  program: string,
  dovecot: Dovecot,
  scratch: string,
  mails: number,
): Promise<ProcessCost> {
  const folder = join(mkdtempSync(join(scratch, 'command-')), 'campaign');
  await initCampaign({ folder, preset: 'sichuan-outpatient-2025' }, testTools(dovecot.secret));
  const settings = join(folder, 'campaign.yaml');
  const mailbox = `  address: ${dovecot.user}
  authority: ${dovecot.authorityFile}
  imap: { host: localhost, port: ${dovecot.imaps} }
  smtp: { host: localhost, port: 465 }`;
  writeFileSync(settings, readFileSync(settings, 'utf8').replace(/^ {2}address: ''$/m, mailbox));
  const cost = measureProcess({
    command: process.execPath,
    args: [program, '-C', folder, 'harvest', '--json'],
    environment: { MINGCE_MAIL_SECRET: dovecot.secret },
    // Files that are no workbook are a finding.
    exits: [0, 1],
    scratch,
  });
  const { taken } = JSON.parse(cost.stdout) as { readonly taken: number };
  if (taken !== mails) throw new Error(`${taken} mails were taken in instead of ${mails}`);
  return cost;
}
