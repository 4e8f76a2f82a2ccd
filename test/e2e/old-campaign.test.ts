import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { describe, expect, it } from 'vitest';
import { linesOf, runMingce } from '../support/run-mingce.ts';

const OLD = 'test/e2e/old-campaigns';
const VERSIONS = readdirSync(OLD).filter((name) => /^v\d+$/.test(name));

interface Expected {
  readonly questions: readonly { readonly id: string; readonly decided: unknown }[];
  readonly register: readonly string[];
  readonly waived: readonly { readonly code: string; readonly cell: string }[];
}

type Lines = (...argv: string[]) => Promise<Record<string, unknown>[]>;

/** A copy of an old campaign folder with its ledger as a database, made by nothing of today's program. */
async function inOldCampaign(
  version: string,
  use: (lines: Lines, folder: string, expected: Expected) => Promise<void>,
): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'mingce-old-'));
  try {
    const folder = join(root, '旧文件夹');
    cpSync(join(OLD, version), folder, { recursive: true });
    const database = new Database(join(folder, 'ledger.db'));
    database.exec(readFileSync(join(folder, 'ledger.sql'), 'utf8'));
    database.close();
    const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Expected;
    const lines: Lines = async (...argv) => linesOf((await runMingce(['-C', folder, ...argv, '--json'])).out);
    await use(lines, folder, expected);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
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
