import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { derive } from '../../src/flows/derive.ts';
import { harvestFolder } from '../../src/flows/harvest-folder.ts';
import { encryptBook } from '../../src/sheet/formats/encrypt-book.ts';
import { SICHUAN_UNITS } from '../../src/vocabularies/sichuan-units.ts';
import { inCampaign } from '../support/campaign.ts';
import { buildMail } from '../support/samples/build-mail.ts';
import { inventProvince } from '../support/samples/invent-province.ts';
import { liaisonFile, unitMail } from '../support/samples/story-tools.ts';

const unit = inventProvince(SICHUAN_UNITS)[1];
let locked: Uint8Array;
let inbox: string;
beforeAll(async () => {
  if (!unit) throw new Error('no unit');
  locked = await encryptBook(liaisonFile(unit).bytes, 'zg2025#wjw');
});
beforeEach(() => {
  inbox = mkdtempSync(join(tmpdir(), 'mingce-locked-'));
});
afterEach(() => rmSync(inbox, { recursive: true, force: true }));

async function read(text: string, passwords: readonly string[] = []) {
  if (!unit) throw new Error('no unit');
  const attachments = [{ ...liaisonFile(unit), bytes: locked }];
  writeFileSync(
    join(inbox, 'a.eml'),
    buildMail(unitMail(unit, '01-18 09:00', { subject: '自贡市附件3', text, attachments })),
  );
  return inCampaign(async (opened, tools) => {
    const campaign = { ...opened, config: { ...opened.config, workbookPasswords: [...passwords] } };
    harvestFolder(campaign, inbox, tools);
    const { state } = await derive(campaign, tools);
    return state;
  });
}

describe('a workbook with an open password', () => {
  it.each([
    ['附件3见附件，打开密码：zg2025#wjw', []],
    ['附件3见附件。', ['错的', 'zg2025#wjw']],
  ])('is opened with the password of the mail or of the campaign: %s %o', async (text, passwords) => {
    const state = await read(text, passwords);

    expect(state.messages.map(({ state: is }) => is)).toEqual(['merged']);
    expect(state.registers['liaison-list']?.map((row) => row.fields['name']?.value)).toEqual([unit?.liaison.name]);
  });

  it.each([['附件3见附件。'], ['附件3见附件，密码：不是这个']])(
    'is held, and the password asked for: %s',
    async (text) => {
      const state = await read(text);

      expect(state.messages.map(({ state: is, reasonCode }) => [is, reasonCode.startsWith('file/password')])).toEqual([
        ['held', true],
      ]);
      expect(state.messages[0]?.reason).toMatch(/密码/);
    },
  );
});
