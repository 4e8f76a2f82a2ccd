import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { EXIT_MEANINGS } from '../../src/cli/exit-codes.ts';
import { allRules, findRule } from '../../src/rules/catalogue.ts';
import { VERSION } from '../../src/text/program.ts';
import { drawBlocks } from '../support/docs/draw-blocks.ts';
import { fillBlocks } from '../support/docs/fill-blocks.ts';
import { type ListedCommand, listCommands } from '../support/docs/list-options.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
const GLOBAL_OPTIONS = ['folder', 'json', 'quiet', 'help', 'version'];
let commands: ListedCommand[];

beforeAll(async () => {
  commands = await listCommands();
});

describe('README.md and the program say the same', () => {
  it.each(['README.md', 'CONTRIBUTING.md'])('tables of %s are those of the program (npm run docs)', async (name) => {
    const text = readFileSync(join(ROOT, name), 'utf8');

    expect(text).toBe(fillBlocks(text, await drawBlocks()));
    expect(text).toContain('自动生成：');
  });

  it('every option of every command stands in README, and README names no other', () => {
    const own = commands.flatMap(({ options }) => options.filter(({ positional }) => !positional));
    const known = new Set([...own.map(({ name }) => name), ...GLOBAL_OPTIONS]);
    const named = new Set([...readme.matchAll(/(?<![\w-])--([a-z][a-z-]*)/g)].map(([, name]) => name ?? ''));

    expect([...known].filter((name) => !named.has(name))).toEqual([]);
    expect([...named].filter((name) => !known.has(name))).toEqual([]);
  });

  it('every command stands in README, and README names no other', () => {
    const known = commands.map(({ usage }) => usage.split(' ')[0] ?? '');
    const named = new Set(
      [...readme.matchAll(/mingce (?:-C \S+ )?([a-z]+)/g)]
        .map(([, name]) => name ?? '')
        .filter((name) => name !== 'collects'),
    );

    expect([...named].sort()).toEqual(known.sort());
  });

  it('every word that an argument takes stands in README', () => {
    const words = commands.flatMap(({ options }) => options.flatMap(({ choices }) => choices));

    expect(words.length).toBeGreaterThan(15);
    expect(words.filter((word) => !new RegExp(`(?<![\\w-])${word}(?![\\w-])`).test(readme))).toEqual([]);
  });

  it('every finding code stands in README, and README names no other', () => {
    const table = readme.slice(readme.indexOf('自动生成：问题代码'));
    const named = [...table.matchAll(/^\| `([a-z0-9-]+\/[a-z0-9-]+)` \|/gm)].map(([, code]) => code ?? '');

    expect(named.sort()).toEqual(
      allRules()
        .map(({ code }) => code)
        .sort(),
    );
    expect([...readme.matchAll(/explain ([a-z0-9-]+\/[a-z0-9-]+)/g)].every(([, code]) => findRule(code ?? ''))).toBe(
      true,
    );
  });

  it('every exit code stands in README', () => {
    for (const [code, meaning] of Object.entries(EXIT_MEANINGS)) expect(readme).toContain(`| ${code} | ${meaning} |`);
  });

  it('names files that exist', () => {
    for (const [, path = ''] of readme.matchAll(/\]\(([A-Z][\w./-]+)\)/g))
      expect(readFileSync(join(ROOT, path)).length).toBeGreaterThan(0);
  });
});

describe('the version', () => {
  it('is the same in package.json, the program and the changelog', () => {
    const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };

    expect(VERSION).toBe(manifest.version);
    expect(readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8')).toContain(`## ${VERSION}`);
  });
});
