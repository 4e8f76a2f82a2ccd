import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VERSION } from '../../src/text/program.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const MINUTES = 60_000;
const CAMPAIGN = '门诊数据上报2025';
let place: string;
let clone: string;

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'mingce-clone-'));
  clone = join(place, '名册 副本');
  if (existsSync(join(ROOT, '.git'))) {
    const cloned = spawnSync('git', ['clone', '--quiet', '--depth', '1', `file://${ROOT}`, clone]);
    if (cloned.status !== 0) throw new Error(`git clone failed: ${String(cloned.stderr)}`);
  } else cpSync(ROOT, clone, { recursive: true, filter: (path) => !/\/(?:node_modules|dist|portable)$/.test(path) });
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

/** Runs a command as a person would: packages come from the registry or from npm's cache, `npm link` links into a folder of the test. */
function run(cwd: string, command: string, args: readonly string[]): SpawnSyncReturns<string> {
  const prefix = join(place, 'system');
  const env = {
    ...process.env,
    MINGCE_MAIL_SECRET: '',
    MINGCE_BOOK_PASSWORD: '测试密码 2025',
    npm_config_prefix: prefix,
    npm_config_prefer_offline: 'true',
    PATH: `${join(prefix, 'bin')}${delimiter}${process.env['PATH'] ?? ''}`,
  };
  return spawnSync(command, args, { cwd, encoding: 'utf8', env });
}

const README = readFileSync(join(ROOT, 'README.md'), 'utf8');

/** Lines of README's shell blocks. */
function shellLines(): string[] {
  return [...README.matchAll(/^ *```sh\n([\s\S]*?)```/gm)].flatMap(([, block = '']) =>
    block
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  );
}

/** Whole commands inside the text; the tables drawn from the program show usage, not commands. */
function commandsInText(): string[] {
  const text = README.replace(/<!-- 自动生成[\s\S]*?<!-- 完 -->/g, '').replace(/```[\s\S]*?```/g, '');
  return [...text.matchAll(/`(mingce [a-z][^`<]*)`/g)].map(([, command = '']) => command);
}

/** Arguments of a command line: blanks separate, single quotes keep together. */
function argumentsOf(line: string): string[] {
  return [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}

/** Without a mailbox, what has to reach the server asks for one (2); everything else works. */
function expectWorks(line: string, done: SpawnSyncReturns<string>): void {
  const needsMailbox = /doctor|--yes| run$/.test(line);
  expect(needsMailbox ? [0, 1, 2] : [0, 1], `${line}\n${done.stdout}${done.stderr}`).toContain(done.status);
  expect(done.stderr).not.toMatch(/\n\s+at /);
}

describe('README, followed to the letter in a fresh clone', { timeout: 10 * MINUTES }, () => {
  it('npm run demo installs, runs the whole line and says where the workbooks lie', () => {
    expect(existsSync(join(clone, 'node_modules'))).toBe(false);
    const demo = run(clone, 'npm', ['run', '--silent', 'demo']);

    expect(demo.stderr + demo.stdout).toContain('全省医院信息汇总表.xlsx');
    expect(demo.status).toBe(0);
    const folder = /演示用的工作文件夹：(.+)/.exec(demo.stdout)?.[1] ?? '';
    expect(existsSync(join(folder, 'output', '全省医院信息汇总表.xlsx'))).toBe(true);
    rmSync(folder, { recursive: true, force: true });
  });

  it('npm run setup and npm link put mingce on the path', () => {
    const lines = shellLines().filter((line) => line.startsWith('npm '));
    expect(lines).toEqual(['npm run demo', 'npm test', 'npm run setup', 'npm link']);

    for (const line of lines.slice(2)) expect(run(clone, 'npm', line.split(' ').slice(1)).status).toBe(0);
    expect(run(place, 'mingce', ['--version']).stdout.trim()).toBe(VERSION);
    expect(run(clone, 'npx', ['mingce', '--version']).stdout.trim()).toBe(VERSION);
  });

  it('every mingce command works from an empty folder', () => {
    const desk = join(place, '桌面');
    cpSync(join(ROOT, 'samples', 'province', 'mailbox'), join(desk, '收到的邮件'), { recursive: true });
    const lines = shellLines().filter((line) => line.startsWith('mingce '));
    expect(lines.length).toBeGreaterThan(8);

    for (const line of lines) expectWorks(line, run(desk, 'mingce', argumentsOf(line).slice(1)));
    expect(existsSync(join(desk, CAMPAIGN, 'output', '全省医院信息汇总表.xlsx'))).toBe(true);
  });

  it('so does every command in the text, inside the campaign folder', () => {
    const folder = join(place, '桌面', CAMPAIGN);
    copyFileSync(join(ROOT, 'templates', 'presets', 'sichuan-outpatient-2025.yaml'), join(folder, '新通知.yaml'));
    copyFileSync(join(folder, 'units.xlsx'), join(folder, '通讯录.xlsx'));
    const lines = commandsInText();
    expect(lines.length).toBeGreaterThan(4);

    for (const line of lines.filter((one) => !/^mingce decide waive$/.test(one)))
      expectWorks(line, run(folder, 'mingce', argumentsOf(line).slice(1)));
  });
});
