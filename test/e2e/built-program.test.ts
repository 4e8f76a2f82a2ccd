import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLOCK, isBuilt, runProgram } from '../crash/program.ts';
import { compareSnapshots, snapshot } from '../crash/snapshot.ts';
import { makeSeeds } from '../fuzz/seeds.ts';
import { makeTools } from '../support/campaign.ts';
import { linesOf, runMingce } from '../support/run-mingce.ts';
import { buildMail } from '../support/samples/build-mail.ts';

/** Packages are built into the program: each of them must still find what it needs there. */
describe.skipIf(!isBuilt())('the built program', () => {
  const root = mkdtempSync(join(tmpdir(), 'mingce-built-'));
  const inbox = join(root, 'inbox');
  const [built, sources] = [join(root, 'built'), join(root, 'sources')];
  const said: Record<string, unknown>[] = [];

  beforeAll(async () => {
    mkdirSync(inbox);
    for (const { kind, name, bytes } of await makeSeeds())
      if (kind === 'mail') writeFileSync(join(inbox, name), bytes);
      else if (kind !== 'form' && kind !== 'preset') writeFileSync(join(inbox, `${name}.eml`), mailWith(name, bytes));
    for (const line of commands(built)) said.push(...linesOf((await runProgram(line)).out));
    for (const line of commands(sources)) await runMingce(line, makeTools({ clock: () => new Date(CLOCK) }));
  }, 120_000);
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  function commands(folder: string): string[][] {
    const quiet = ['-C', folder, '--quiet', '--json'];
    return [
      ['init', folder, '--json'],
      ['run', '--from', inbox, ...quiet],
      ['publish', '--password', '123456', ...quiet],
    ];
  }

  it('reads every kind of workbook, document, archive and mail as its sources do', () => {
    // Answers carry a mark made with the secret of each folder.
    const differences = compareSnapshots(snapshot(sources), snapshot(built)).filter((line) => !line.endsWith('.eml'));
    expect(differences).toEqual([]);
  });

  it('takes in every one of them, and refuses only what is broken or no table', () => {
    const harvest = said.flatMap((line) => (line['harvest'] ? [line['harvest'] as Harvested] : []));
    expect(harvest.map(({ taken }) => taken)).toEqual([readdirSync(inbox).length]);
    expect(harvest.flatMap(({ refused }) => refused.map(({ name }) => name)).sort()).toEqual([
      '40-甘孜-扫描件.eml 中的 甘孜州附件2盖章.pdf',
      '7z-coders.eml 中的 7z-coders.bin!空.txt',
      '7z-coders.eml 中的 7z-coders.bin!零.bin',
      '7z-packed-header.eml 中的 7z-packed-header.bin!空.txt',
      'plain.eml 中的 a.xls',
      'zip-in-zip.eml 中的 zip-in-zip.bin!a.zip!c.eml!a.xls',
      'zip.eml 中的 zip.bin!c.eml!a.xls',
    ]);
  });
});

interface Harvested {
  readonly taken: number;
  readonly refused: readonly { readonly name: string }[];
}

function mailWith(name: string, bytes: Buffer): Buffer {
  return buildMail({
    from: 'liaison-a@example.com',
    subject: `报送 ${name}`,
    date: '2025-02-20T02:00:00.000Z',
    text: '见附件。打开密码：123456',
    attachments: [{ name: `${name}.bin`, bytes }],
  });
}
