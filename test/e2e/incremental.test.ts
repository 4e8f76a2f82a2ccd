import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listQuestions, recordDecision, setAnswer } from '../../src/flows/decide.ts';
import { SAMPLES } from '../../src/flows/house-files.ts';
import { type Campaign, openCampaign } from '../../src/flows/open-campaign.ts';
import { lastPublished } from '../../src/flows/publish.ts';
import { rebuild } from '../../src/flows/rebuild.ts';
import { run } from '../../src/flows/run.ts';
import type { Tools } from '../../src/flows/tools.ts';
import { inCampaign } from '../support/campaign.ts';

const MAILBOX = join(SAMPLES, 'province', 'mailbox');
const MAILS = readdirSync(MAILBOX).sort();

/** What a version says of itself: its number, its time, what changed since the one before. */
const TELLS_ITS_VERSION = /^(?!分市核对).*\.(?:xlsx|html)$/;

/** Lays some mails of the sample province into a folder of the campaign and runs the day's work on them. */
async function runOn(campaign: Campaign, tools: Tools, mails: readonly string[]): Promise<void> {
  const folder = join(campaign.folder, 'taken');
  mkdirSync(folder, { recursive: true });
  for (const mail of mails) copyFileSync(join(MAILBOX, mail), join(folder, mail));
  await run(campaign, { from: folder }, tools);
}

/** Hash of each file of the version last published, by path, as it lies in the folder of the version. */
function publishedHashes(campaign: Campaign): Record<string, string> {
  const last = lastPublished(campaign);
  const folder = join(campaign.folder, 'output', '版本', String(last?.version));
  return Object.fromEntries(
    (last?.files ?? []).map(({ path }) => {
      const own = path.replace(/^output\//, '');
      return [
        own,
        createHash('sha256')
          .update(readFileSync(join(folder, own)))
          .digest('hex'),
      ];
    }),
  );
}

/** Rebuilds a copy of the campaign, so that the campaign itself keeps what it has derived. */
async function rebuildCopy(campaign: Campaign, tools: Tools): Promise<{ different: readonly string[] }> {
  const copy = `${campaign.folder} 副本`;
  rmSync(copy, { recursive: true, force: true });
  cpSync(campaign.folder, copy, { recursive: true });
  const opened = await openCampaign(copy);
  try {
    const report = await rebuild(opened, tools);
    expect(report.changed).toBe(false);
    return report;
  } finally {
    opened.close();
  }
}

async function answerFirst(campaign: Campaign, tools: Tools): Promise<void> {
  const { questions } = await listQuestions(campaign, tools);
  const open = questions.find((question) => !question.decided);
  if (open) await setAnswer(campaign, open.id, open.sides[0]?.answer ?? '', '电话核实', '张三', tools);
}

/** Every step draws all deliverables twice. Milliseconds. */
const timeout = 300_000;

describe('a campaign that grows mail by mail', { timeout }, () => {
  it('publishes at every step what a rebuild publishes, and in the end what all mails at once give', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: MAILS.length - 1 }), (cut) =>
        inCampaign(async (campaign, tools) => {
          for (const mails of [MAILS.slice(0, cut), MAILS.slice(cut)]) {
            await runOn(campaign, tools, mails);
            expect((await rebuildCopy(campaign, tools)).different).toEqual([]);
          }
          const grown = publishedHashes(campaign);
          const atOnce = await inCampaign(async (other) => {
            await runOn(other, tools, MAILS);
            return publishedHashes(other);
          }, tools);
          expect(Object.keys(grown)).toEqual(Object.keys(atOnce));
          for (const path of Object.keys(grown).filter((name) => !TELLS_ITS_VERSION.test(name)))
            expect(`${path} ${grown[path]}`).toBe(`${path} ${atOnce[path]}`);
        }),
      ),
      { numRuns: 2 },
    );
  });

  it('takes decisions and corrections over in the same way', () =>
    inCampaign(async (campaign, tools) => {
      await runOn(campaign, tools, MAILS.slice(0, -4));
      await answerFirst(campaign, tools);
      await runOn(campaign, tools, []);
      expect((await rebuildCopy(campaign, tools)).different).toEqual([]);
      const waiver = { kind: 'waiver', subject: 'email/shared', answer: '', who: '张三', until: '' } as const;
      await recordDecision(campaign, { ...waiver, reason: '同一科室' }, tools);
      await runOn(campaign, tools, MAILS.slice(-4));
      expect((await rebuildCopy(campaign, tools)).different).toEqual([]);
    }));

  it('leaves the workbooks of units alone that have sent nothing new, and keeps every version whole', () =>
    inCampaign(async (campaign, tools) => {
      await runOn(campaign, tools, MAILS.slice(0, -1));
      const before = publishedHashes(campaign);
      await runOn(campaign, tools, MAILS.slice(-1));
      const after = publishedHashes(campaign);
      const books = Object.keys(after).filter((path) => path.startsWith('分市核对/'));
      const changed = books.filter((path) => after[path] !== before[path]);
      expect(books).toHaveLength(24);
      expect(changed.length).toBeGreaterThan(0);
      expect(changed.length).toBeLessThanOrEqual(2);
    }));

  it('does not trust a file of the version before that somebody has written over', () =>
    inCampaign(async (campaign, tools) => {
      await runOn(campaign, tools, MAILS.slice(0, -1));
      const folder = join(campaign.folder, 'output', '版本', '1', '分市核对');
      for (const name of readdirSync(folder)) writeFileSync(join(folder, name), '改过的内容');
      await runOn(campaign, tools, MAILS.slice(-1));
      expect((await rebuildCopy(campaign, tools)).different).toEqual([]);
      const hashes = publishedHashes(campaign);
      for (const { path, sha256 } of lastPublished(campaign)?.files ?? [])
        expect(`${path} ${hashes[path.replace(/^output\//, '')]}`).toBe(`${path} ${sha256}`);
    }));

  it('overwriting a latest copy in place never reaches a version', () =>
    inCampaign(async (campaign, tools) => {
      await runOn(campaign, tools, MAILS.slice(0, -1));
      const before = publishedHashes(campaign);
      const latest = join(campaign.folder, 'output', '分市核对');
      for (const name of readdirSync(latest)) writeFileSync(join(latest, name), '改过的内容', { flag: 'r+' });
      expect(publishedHashes(campaign)).toEqual(before);
      await runOn(campaign, tools, []);
      for (const { path, sha256 } of lastPublished(campaign)?.files ?? [])
        expect(
          createHash('sha256')
            .update(readFileSync(join(campaign.folder, path)))
            .digest('hex'),
        ).toBe(sha256);
    }));
});
