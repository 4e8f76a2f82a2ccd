import { existsSync, readdirSync, readFileSync } from 'node:fs';
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

describe('CONTRIBUTING.md and the house say the same', () => {
  const contributing = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');

  it('the picture of the house shows the folders of src and test that are there', () => {
    const picture = /```\n(templates\/[\s\S]*?)```/.exec(contributing)?.[1] ?? '';
    const rooms = [...picture.matchAll(/^ {2}([a-z/]+)\/ /gm)].map(([, room = '']) => room);
    const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const beside = /^test\/.*$/m.exec(picture)?.[0].matchAll(/([a-z0-9]+)\/(?=\s|$)/g) ?? [];
    const tests = [...beside].map(([, name = '']) => name).filter((name) => name !== 'test');

    expect(rooms.sort()).toEqual([...folders.map(({ name }) => name), 'sheet/formats'].sort());
    expect(tests.length).toBeGreaterThan(5);
    expect(tests.filter((name) => !existsSync(join(ROOT, 'test', name)))).toEqual([]);
  });

  it('every npm script that is named exists, and every one that people run is named', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: object };
    const named = new Set([...(readme + contributing).matchAll(/npm run ([a-z:]+)/g)].map(([, name = '']) => name));
    const inner = ['build', 'check', 'typecheck', 'lint', 'format', 'format:check', 'unused', 'test'];

    expect([...named].filter((name) => !(name in scripts))).toEqual([]);
    expect(Object.keys(scripts).filter((name) => !named.has(name) && !inner.includes(name))).toEqual([]);
  });

  it('every file that CONTRIBUTING names is there', () => {
    const paths = [...contributing.matchAll(/`((?:test|src|templates|samples|\.ci)\/[\w./-]+\.[a-z]+)`/g)].map(
      ([, path = '']) => path,
    );

    expect(paths.length).toBeGreaterThan(20);
    expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});

describe('the version', () => {
  it('is the same in package.json, the program and the changelog', () => {
    const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };

    expect(VERSION).toBe(manifest.version);
    expect(readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8')).toContain(`## ${VERSION}`);
  });
});
