import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { derive } from '../../src/flows/derive.ts';
import { harvest } from '../../src/flows/harvest.ts';
import { harvestFolder } from '../../src/flows/harvest-folder.ts';
import { SAMPLES } from '../../src/flows/house-files.ts';
import { inCampaign } from '../support/campaign.ts';

const MAILBOX = join(SAMPLES, 'province', 'mailbox');
const mails = readdirSync(MAILBOX).sort();
let inbox: string;
beforeEach(() => {
  inbox = mkdtempSync(join(tmpdir(), 'mingce-inbox-'));
});
afterEach(() => rmSync(inbox, { recursive: true, force: true }));

function mailNamed(part: string): Buffer {
  return readFileSync(join(MAILBOX, mails.find((name) => name.includes(part)) ?? ''));
}

describe('a mailbox that is a folder', () => {
  it('takes in every mail once, archives it by sha256 and records it', async () => {
    await inCampaign(async (campaign, tools) => {
      const first = harvestFolder(campaign, MAILBOX, tools);
      const again = harvestFolder(campaign, MAILBOX, tools);

      expect([first.taken, first.known, first.problems]).toEqual([mails.length, 0, []]);
      expect([again.taken, again.known]).toEqual([0, mails.length]);
      expect(campaign.originals.list()).toHaveLength(mails.length);
      expect(campaign.ledger.findBrokenLink()).toBeUndefined();
      const received = campaign.ledger.events().filter(({ event }) => event.type === 'message-received');
      expect(received).toHaveLength(mails.length);
    });
  });

  it('takes in an .mbox, a loose workbook and a zip; the same mail in another file only once', async () => {
    const one = mailNamed('自贡');
    const other = mailNamed('阿坝');
    writeFileSync(join(inbox, 'all.mbox'), Buffer.concat([mboxLine(), one, Buffer.from('\n'), mboxLine(), other]));
    writeFileSync(join(inbox, 'again.eml'), mailNamed('自贡'));
    mkdirSync(join(inbox, '成都'));
    copyFileSync(
      join(SAMPLES, '..', 'templates', 'blank', '附件3 市级联络员名单.xlsx'),
      join(inbox, '成都', '附件3（成都市）.xlsx'),
    );

    await inCampaign(async (campaign, tools) => {
      const result = harvestFolder(campaign, inbox, tools);
      const { readings } = await derive(campaign, tools);

      expect(result.taken + result.known).toBe(4);
      expect(readings.filter(({ source }) => source === 'file').map(({ eml }) => eml)).toEqual([
        '成都/附件3（成都市）.xlsx',
      ]);
      expect(readings.map(({ subject }) => subject)).toEqual(
        expect.arrayContaining(['自贡市报送材料（附件2、附件3）', '阿坝州附件2附件3']),
      );
    });
  });

  it('passes over files of the system, and names an empty file', async () => {
    writeFileSync(join(inbox, '.DS_Store'), 'x');
    writeFileSync(join(inbox, '~$附件2.xlsx'), 'x');
    writeFileSync(join(inbox, '空.eml'), '');

    await inCampaign(async (campaign, tools) => {
      const result = harvestFolder(campaign, inbox, tools);

      expect(result.taken).toBe(0);
      expect(result.problems).toEqual([{ name: '空.eml', problem: expect.stringContaining('0 字节') }]);
      return Promise.resolve();
    });
  });

  it('reports a line for each file that could not be read, with what to ask for', async () => {
    writeFileSync(join(inbox, 'scan.eml'), mailNamed('扫描件'));

    await inCampaign(async (campaign, tools) => {
      const report = await harvest(campaign, { from: inbox }, tools);

      expect(report.refused).toEqual([
        {
          name: 'scan.eml 中的 甘孜州附件2盖章.pdf',
          text: expect.stringContaining('PDF'),
          ask: expect.stringContaining('xlsx'),
        },
      ]);
    });
  });

  it('says where a folder is missing', async () => {
    await inCampaign((campaign, tools) => {
      expect(() => harvestFolder(campaign, join(inbox, '没有'), tools)).toThrow(/找不到/);
      return Promise.resolve();
    });
  });
});

function mboxLine(): Buffer {
  return Buffer.from('From sender@weijian.test Mon Feb 17 09:00:00 2025\n');
}
