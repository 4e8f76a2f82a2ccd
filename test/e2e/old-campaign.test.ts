import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OLD_CAMPAIGNS, withOldCampaign } from '../support/old-campaign.ts';
import { linesOf, runMingce } from '../support/run-mingce.ts';

const VERSIONS = readdirSync(OLD_CAMPAIGNS).filter((name) => /^v\d+$/.test(name));

interface Expected {
  readonly questions: readonly { readonly id: string; readonly decided: unknown }[];
  readonly register: readonly string[];
  readonly waived: readonly { readonly code: string; readonly cell: string }[];
}

type Lines = (...argv: string[]) => Promise<Record<string, unknown>[]>;

async function inOldCampaign(
  version: string,
  use: (lines: Lines, folder: string, expected: Expected) => Promise<void>,
): Promise<void> {
  await withOldCampaign(version, async (folder) => {
    const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Expected;
    await use(async (...argv) => linesOf((await runMingce(['-C', folder, ...argv, '--json'])).out), folder, expected);
  });
}

describe.each(VERSIONS)('a campaign folder of ledger %s, opened by the program of today', (version) => {
  it('keeps every decision, with who, when and why, and asks nothing again', () =>
    inOldCampaign(version, async (lines, _, expected) => {
      const questions = await lines('show', 'questions');
      expect(questions.map(({ id, decided }) => ({ id, decided }))).toEqual(expected.questions);
      expect(await lines('decide', 'list')).toEqual([]);
    }));

  it('decides as it was decided: rows, values, waivers', () =>
    inOldCampaign(version, async (lines, _, expected) => {
      const rows = (await lines('show', 'register')).map((row) => {
        const values = row['values'] as Record<string, string>;
        return [row['id'], row['unit'], values['name'], values['grade'], values['dataManagerName']].join(' ');
      });
      expect(rows).toEqual(expected.register);
      const waived = (await lines('show', 'findings')).flatMap(({ code, cell, waived: by }) =>
        by ? [{ code, cell }] : [],
      );
      expect(waived).toEqual(expected.waived.map(({ code, cell }) => ({ code, cell })));
    }));

  it('holds together, publishes a next version, and rebuilds it to the same bytes', () =>
    inOldCampaign(version, async (lines, folder) => {
      const verified = await runMingce(['-C', folder, 'verify']);
      expect([verified.code, verified.out]).toEqual([0, expect.stringContaining('全部一致')]);
      const before = (await lines('show', 'events')).length;
      expect((await runMingce(['-C', folder, 'publish'])).code).toBe(0);
      const rebuilt = await runMingce(['-C', folder, 'rebuild']);
      expect([rebuilt.code, rebuilt.out]).toEqual([0, expect.stringContaining('逐字节相同')]);
      expect((await lines('show', 'events')).length).toBeGreaterThanOrEqual(before);
      expect(existsSync(join(folder, 'output', '全省医院信息汇总表.xlsx'))).toBe(true);
    }));
});

it('there is a folder for every schema version of the ledger', async () => {
  const { LEDGER_VERSION } = await import('../../src/store/ledger-schema.ts');
  expect(VERSIONS.map((name) => Number(name.slice(1))).sort((a, b) => a - b)).toEqual(
    Array.from({ length: LEDGER_VERSION }, (_, index) => index + 1),
  );
});
