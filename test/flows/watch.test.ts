import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { RunReport } from '../../src/flows/run.ts';
import { watchAndRun } from '../../src/flows/watch.ts';
import { inCampaign, makeTools } from '../support/campaign.ts';
import { buildMail } from '../support/samples/build-mail.ts';

const mail = (number: number): Buffer =>
  buildMail({ from: 'a@example.com', subject: `第 ${number} 封`, date: '2025-02-01T01:00:00Z', text: '收到，谢谢' });

it('a watched folder is worked off at once and whenever something lies in it; nothing new is not reported again', async () => {
  const mailbox = mkdtempSync(join(tmpdir(), 'mingce-watched-'));
  const stop = new AbortController();
  const pauses = [() => undefined, () => writeFileSync(join(mailbox, '2.eml'), mail(2)), () => stop.abort()];
  const tools = makeTools({ signal: stop.signal, sleep: async () => pauses.shift()?.() });
  const reports: RunReport[] = [];
  try {
    writeFileSync(join(mailbox, '1.eml'), mail(1));
    await inCampaign(
      (campaign) => watchAndRun(campaign, { from: mailbox }, tools, (report) => reports.push(report)),
      tools,
    );
  } finally {
    rmSync(mailbox, { recursive: true });
  }

  expect(reports.map((report) => [report.harvest.taken, report.status.board.messages])).toEqual([
    [1, { ignored: 1 }],
    [1, { ignored: 2 }],
  ]);
  expect(pauses).toEqual([]);
});
