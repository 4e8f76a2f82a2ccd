import { describe, expect, it } from 'vitest';
import { makeTools } from '../support/campaign.ts';
import { withOldCampaign } from '../support/old-campaign.ts';
import { linesOf, runMingce } from '../support/run-mingce.ts';

/** What status says on a day, in a campaign of five mails: three units reported 附件2, nobody 附件3. */
async function statusOn(day: string, ...options: string[]): Promise<{ code: number; lines: string[]; folder: string }> {
  const said = { code: -1, lines: [] as string[], folder: '' };
  await withOldCampaign('v1', async (folder) => {
    const tools = makeTools({ clock: () => new Date(`${day}T04:00:00.000Z`) });
    const { code, out } = await runMingce(['-C', folder, 'status', ...options], tools);
    Object.assign(said, { code, folder, lines: out.split('\n') });
  });
  return said;
}

describe('status in the terminal', () => {
  it('has a bar a form, as long as the units that have reported', async () => {
    const { lines } = await statusOn('2025-02-27');
    const bars = lines.slice(1, 3).map((line) => /^(.+?) {2}(█*)(░*) (\d+)\/24 {2}(\d+) 行/.exec(line)?.slice(1) ?? []);

    expect(bars.map(([title, , , reported, rows]) => [title, reported, rows])).toEqual([
      ['附件2 医院信息汇总表', '3', '19'],
      ['附件3 市级联络员名单', '0', '0'],
    ]);
    expect(bars.map(([, full, empty]) => [full?.length, (full?.length ?? 0) + (empty?.length ?? 0)])).toEqual([
      [3, 24],
      [0, 24],
    ]);
  });

  it.each([
    ['2025-01-20', '还有 40 天', '还有 1 天'],
    ['2025-01-21', '还有 39 天', '今天截止'],
    ['2025-03-01', '今天截止', '已过 39 天'],
    ['2025-03-02', '已过 1 天', '已过 40 天'],
  ])('counts the days left on %s', async (day, roster, liaison) => {
    const { lines } = await statusOn(day);
    expect(lines[1]).toMatch(new RegExp(`截止 2025-03-01，${roster}$`));
    expect(lines[2]).toMatch(new RegExp(`截止 2025-01-21，${liaison}$`));
  });

  it('counts days where the office is, not where the computer is', async () => {
    const { lines } = await statusOn('2025-02-28');
    expect(lines[1]).toContain('还有 1 天');
    const late = makeTools({ clock: () => new Date('2025-02-28T16:30:00.000Z') });
    await withOldCampaign('v1', async (folder) => {
      expect((await runMingce(['-C', folder, 'status'], late)).out).toContain('截止 2025-03-01，今天截止');
    });
  });

  it('has a line a unit, with state, rows and what is open', async () => {
    const { lines } = await statusOn('2025-02-27');
    const table = lines.slice(lines.findIndex((line) => line.startsWith('序号')) + 1);

    expect(table.slice(0, 24).map((line) => line.split(/ {2,}/).slice(1, 2).join(''))).toHaveLength(24);
    expect(table[0]).toMatch(/^1 +成都市 +已报 8 行/);
    expect(table[5]).toMatch(/^6 +绵阳市 +有错 6 行 错 1/);
    expect(table[6]).toMatch(/^7 +广元市 +未报 +未报$/);
  });

  it('says when mail was last really received, and the next three things with a command that runs here', async () => {
    const { lines, folder, code } = await statusOn('2025-02-27');

    expect(code).toBe(1);
    expect(lines).toContain('最近一次真正收到邮件：2025-02-21 09:00');
    const next = lines.slice(lines.indexOf('接下来：') + 1);
    expect(next.length).toBeGreaterThan(0);
    expect(next.length).toBeLessThanOrEqual(3);
    for (const line of next) expect(line).toContain(`→　mingce -C ${folder} `);
  });

  it('says the same in JSON, where commands are plain', async () => {
    const [status] = linesOf((await statusOn('2025-02-27', '--json')).lines.join('\n')) as unknown as {
      readonly daysLeft: unknown;
      readonly next: readonly { readonly command: string }[];
      readonly board: { readonly forms: readonly { readonly reported: number; readonly rows: number }[] };
    }[];
    expect(status?.daysLeft).toEqual({ 'hospital-roster': 2, 'liaison-list': -37 });
    expect(status?.board.forms.map(({ reported, rows }) => [reported, rows])).toEqual([
      [3, 19],
      [0, 0],
    ]);
    expect(status?.next.every(({ command }) => /^mingce (?!-C)/.test(command))).toBe(true);
  });
});
