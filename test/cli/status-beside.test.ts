import { describe, expect, it } from 'vitest';
import { type Campaign, openCampaign } from '../../src/flows/open-campaign.ts';
import { makeTools } from '../support/campaign.ts';
import { withOldCampaign } from '../support/old-campaign.ts';
import { linesOf, type Run, runMingce } from '../support/run-mingce.ts';

const at = (instant: string): ReturnType<typeof makeTools> => makeTools({ clock: () => new Date(instant) });
const MORNING = '2025-02-27T01:00:00.000Z';
const NOON = '2025-02-27T04:00:00.000Z';

/** Runs while another process, which has the folder open, is at work in it. */
async function beside(
  folder: string,
  argv: readonly string[],
  meanwhile: (other: Campaign) => void = () => undefined,
): Promise<Run> {
  const other = await openCampaign(folder);
  try {
    meanwhile(other);
    return await runMingce(['-C', folder, ...argv], at(NOON));
  } finally {
    other.close();
  }
}

describe('status, while another process is at work in the folder', () => {
  it('shows what that one has worked out, and when', () =>
    withOldCampaign('v1', async (folder) => {
      const before = await runMingce(['-C', folder, 'status'], at(MORNING));
      const now = await beside(folder, ['status']);
      const [first, ...rest] = now.out.split('\n');

      expect(first).toBe('另一个名册程序正在处理这个文件夹，下面是它在 2025-02-27 09:00 算出的情况。');
      expect(rest.join('\n')).toBe(before.out);
      expect(now.code).toBe(before.code);
    }));

  it('says so in JSON too, and not when it has the folder for itself', () =>
    withOldCampaign('v1', async (folder) => {
      const before = await runMingce(['-C', folder, 'status', '--json'], at(MORNING));
      const now = await beside(folder, ['status', '--json']);

      expect(linesOf(before.out)[0]).not.toHaveProperty('asOf');
      expect(linesOf(now.out)).toEqual([{ ...linesOf(before.out)[0], asOf: MORNING }]);
    }));

  it('tells what the mailbox said a moment ago', () =>
    withOldCampaign('v1', async (folder) => {
      await runMingce(['-C', folder, 'status'], at(MORNING));
      const now = await beside(folder, ['status', '--json'], ({ ledger }) =>
        ledger.beat({ account: 'box@163.com', at: NOON, ok: true, detail: '正在等候', newest: MORNING }),
      );

      expect(linesOf(now.out)[0]).toMatchObject({
        heartbeats: [{ account: 'box@163.com', at: NOON, newest: MORNING }],
      });
    }));

  it('changes nothing in the folder', () =>
    withOldCampaign('v1', async (folder) => {
      await runMingce(['-C', folder, 'status'], at(MORNING));
      let before: unknown;
      await beside(folder, ['status'], ({ ledger }) => {
        before = [ledger.head(), ledger.setting('derived:status-3')];
      });
      const after = await openCampaign(folder);

      expect([after.ledger.head(), after.ledger.setting('derived:status-3')]).toEqual(before);
      after.close();
    }));

  it('waits its turn where nothing has been worked out yet, as every other command does', () =>
    withOldCampaign('v1', async (folder) => {
      for (const argv of [['status'], ['check'], ['show', 'units']]) {
        const run = await beside(folder, argv);
        expect([run.code, run.err]).toEqual([2, expect.stringContaining('另一个名册程序正在处理这个文件夹')]);
      }
    }));
});
