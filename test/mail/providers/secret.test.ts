import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mailAccount } from '../../../src/flows/mail-account.ts';
import type { Campaign } from '../../../src/flows/open-campaign.ts';
import { dropCampaign, openTestCampaign, testTools } from '../../support/mail-campaign.ts';

let campaign: Campaign;
let home: string;
beforeEach(() => {
  campaign = openTestCampaign({ address: 'box@163.com', secret: '', imap: { port: 1, secure: true }, provider: '163' });
  home = mkdtempSync(join(tmpdir(), 'mingce-home-'));
});
afterEach(() => {
  dropCampaign(campaign);
  rmSync(home, { recursive: true });
});

const secretWith = async (environment: Record<string, string>, typed?: string): Promise<string> =>
  (
    await mailAccount(
      campaign,
      testTools('', { environment: { HOME: home, ...environment }, askSecret: async () => typed }),
    )
  ).secret;

function file(path: string, mode: number): string {
  writeFileSync(path, 'from-a-file\n');
  chmodSync(path, mode);
  return path;
}

describe('the secret of the mailbox', () => {
  it('comes from the environment first', async () => {
    expect(await secretWith({ MINGCE_MAIL_SECRET: 'from-the-environment' }, 'typed')).toBe('from-the-environment');
  });

  it('comes from a file that only its owner reads', async () => {
    const path = file(join(home, 'secret'), 0o600);
    expect(await secretWith({ MINGCE_MAIL_SECRET_FILE: path })).toBe('from-a-file');
  });

  it('is looked for in the settings folder of the user', async () => {
    mkdirSync(join(home, '.config', 'mingce'), { recursive: true });
    file(join(home, '.config', 'mingce', 'box@163.com'), 0o600);
    expect(await secretWith({})).toBe('from-a-file');
  });

  it('is refused from a file that others read', async () => {
    const path = file(join(home, 'secret'), 0o644);
    await expect(secretWith({ MINGCE_MAIL_SECRET_FILE: path })).rejects.toThrow('别人也能读');
  });

  it('is refused from the campaign folder, which is handed on', async () => {
    const path = file(join(campaign.folder, 'secret'), 0o600);
    await expect(secretWith({ MINGCE_MAIL_SECRET_FILE: path })).rejects.toThrow('工作文件夹');
  });

  it('is asked for once, and missed with advice when nobody is there', async () => {
    await expect(secretWith({})).rejects.toThrow('没有 box@163.com 的授权码');
    expect(await secretWith({}, 'typed')).toBe('typed');
    expect(await secretWith({})).toBe('typed');
  });
});
