/** A process of its own that harvests or sends in a campaign folder, to be killed: `tsx mail-worker.ts <job as JSON>`. */
import { harvestMail } from '../../src/flows/harvest-mail.ts';
import { sendMails } from '../../src/flows/send.ts';
import type { ReportingUnit } from '../../src/registry/unit.ts';
import { emptyState, openTestCampaign, type TestServers, testTools } from './mail-campaign.ts';

export interface MailJob {
  readonly what: 'harvest' | 'send';
  readonly folder: string;
  readonly servers: TestServers;
  readonly units: readonly ReportingUnit[];
}

const job = JSON.parse(process.argv[2] ?? '') as MailJob;
const campaign = openTestCampaign(job.servers, job.units, job.folder);
const tools = testTools(job.servers.secret);
process.stdout.write('ready\n');
if (job.what === 'harvest') await harvestMail(campaign, false, tools);
else await sendMails(campaign, { kinds: ['request'], apply: true }, tools, emptyState(campaign));
campaign.close();
