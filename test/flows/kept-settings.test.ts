import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SAMPLES } from '../../src/flows/house-files.ts';
import { initCampaign } from '../../src/flows/init.ts';
import { recallSettings, settingsHash } from '../../src/flows/kept-settings.ts';
import { openCampaign, readSettings } from '../../src/flows/open-campaign.ts';
import { parseSettings } from '../../src/flows/parse-settings.ts';
import { openLedger } from '../../src/store/ledger.ts';
import { makeTools } from '../support/campaign.ts';

let root: string;
let folder: string;
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'mingce-settings-'));
  folder = join(root, '工作文件夹');
  const units = join(SAMPLES, 'province', 'units.csv');
  await initCampaign({ folder, preset: 'sichuan-outpatient-2025', units }, makeTools());
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function openOnce(): Promise<void> {
  (await openCampaign(folder)).close();
}

function recalled(): ReturnType<typeof recallSettings> {
  return recallSettings(folder, settingsHash(folder));
}

function change(path: string, from: string, to: string): void {
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}

describe('settings of a campaign that was opened before', () => {
  it('are what is read from its files', async () => {
    await openOnce();
    const kept = recalled();
    expect(kept?.forms.length).toBeGreaterThan(1);
    expect(kept?.units.length).toBeGreaterThan(1);
    expect(kept).toEqual(await parseSettings(folder));
  });

  it.each([
    ['campaign.yaml', 'timeZone: Asia/Shanghai', 'timeZone: Asia/Urumqi'],
    ['forms/hospital-roster.yaml', 'title: ', 'title: 新'],
  ])('are read anew when %s was changed', async (name, from, to) => {
    await openOnce();
    change(join(folder, name), from, to);
    expect(recalled()).toBeUndefined();
    const settings = await readSettings(folder);
    expect([settings.config.timeZone, settings.formTexts.join('')].join('\n')).toContain(to.replace('timeZone: ', ''));
  });

  it('are read anew when the address book was changed, or another stands beside it', async () => {
    await openOnce();
    writeFileSync(join(folder, 'units.csv'), '单位,邮箱\n成都市,a@example.com\n');
    expect(recalled()).toBeUndefined();
  });

  it('tell of a mistake that was made since', async () => {
    await openOnce();
    writeFileSync(join(folder, 'campaign.yaml'), 'campaign: [');
    await expect(readSettings(folder)).rejects.toThrow('campaign.yaml');
  });

  it('are not kept where they hold passwords', async () => {
    change(join(folder, 'campaign.yaml'), 'workbookPasswords: []', 'workbookPasswords: [geheim]');
    await openOnce();
    expect(recalled()).toBeUndefined();
    const ledger = openLedger(join(folder, 'ledger.db'));
    expect(ledger.setting('derived:settings') ?? '').not.toContain('geheim');
    ledger.close();
  });

  it('are read from the files where something among them is no file', async () => {
    await openOnce();
    mkdirSync(join(folder, 'forms', '旧版.yaml'));
    expect(recalled()).toBeUndefined();
    await openOnce();
    expect((await readSettings(folder)).units.length).toBeGreaterThan(1);
  });

  it('are read from the files where the ledger cannot be looked at', async () => {
    await openOnce();
    writeFileSync(join(folder, 'ledger.db'), 'no database');
    expect(recalled()).toBeUndefined();
    expect((await readSettings(folder)).units.length).toBeGreaterThan(1);
  });
});
