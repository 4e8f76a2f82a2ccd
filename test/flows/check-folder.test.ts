import { chmodSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkFolder } from '../../src/flows/check-folder.ts';
import type { Campaign } from '../../src/flows/open-campaign.ts';
import { dropCampaign, openTestCampaign, testTools } from '../support/mail-campaign.ts';

let campaign: Campaign;
beforeEach(() => {
  campaign = openTestCampaign({ address: 'box@163.com', secret: '', imap: { port: 1, secure: true } });
});
afterEach(() => dropCampaign(campaign));

const step = (id: string, at = '2025-02-10T02:00:00.000Z') =>
  checkFolder(campaign, testTools('', { clock: () => new Date(at) })).find((one) => one.id === id);

it('a folder of its owner alone is right, one that others enter is told', () => {
  expect(step('folder-rights')?.state).toBe('ok');

  chmodSync(campaign.folder, 0o755);
  expect(step('folder-rights')).toMatchObject({ state: 'warning', remedy: expect.stringContaining('chmod 700') });
});

it('a clock behind the newest entry of the ledger is told, with the minutes', () => {
  campaign.ledger.append('2025-02-10T02:30:00.000Z', [{ type: 'campaign-created', campaign: 'c', program: 'p' }]);

  expect(step('clock', '2025-02-10T02:25:00.000Z')?.state).toBe('ok');
  expect(step('clock', '2025-02-10T02:00:00.000Z')).toMatchObject({
    state: 'failed',
    detail: '现在是 2025-02-10 10:00，比台账里最新的记录还早 30 分钟',
  });
});

it('a mail received in the future is as good a witness', () => {
  const occurrence = { kind: 'folder', name: 'a.eml' } as const;
  const received = {
    message: 'a'.repeat(64),
    source: 'mail',
    occurrence,
    receivedAt: '2025-02-10T09:00:00.000Z',
  } as const;
  campaign.ledger.append('2025-02-10T01:00:00.000Z', [{ type: 'message-received', ...received, size: 1 }]);

  expect(step('clock')?.state).toBe('failed');
});
