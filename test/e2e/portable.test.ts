import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VERSION } from '../../src/text/program.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const MINUTES = 60_000;
let place: string;
let program: string;

function mingce(...args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  // No Node in reach: the path holds the two tools of the starter and nothing else.
  const env = { PATH: join(place, 'bin'), HOME: place, TZ: 'Asia/Shanghai', NODE_PATH: '' };
  return spawnSync(join(program, 'mingce'), args, { cwd: place, env, encoding: 'utf8' });
}

describe.skipIf(process.platform !== 'linux' || process.arch !== 'x64')('the portable build for Linux', () => {
  beforeAll(() => {
    place = mkdtempSync(join(tmpdir(), '名册 便携 '));
    mkdirSync(join(place, 'bin'));
    for (const tool of ['dirname', 'readlink']) symlinkSync(join('/usr/bin', tool), join(place, 'bin', tool));
    const packed = spawnSync(
      process.execPath,
      [join(ROOT, '.ci', 'pack.mjs'), '--platform', 'linux-x64', '--no-zip', '--out', join(place, '我的 程序')],
      { cwd: ROOT, encoding: 'utf8' },
    );
    if (packed.status !== 0) throw new Error(packed.stderr);
    program = join(place, '我的 程序', 'mingce-linux-x64');
  }, 5 * MINUTES);
  afterAll(() => rmSync(place, { recursive: true, force: true }));

  it('brings its own Node, program and starters', () => {
    expect(
      ['mingce', '名册.sh', 'runtime/node', 'app/dist/main.js'].map((name) => existsSync(join(program, name))),
    ).toEqual([true, true, true, true]);
    expect(mingce('--version').stdout.trim()).toBe(VERSION);
  });

  it('runs the whole line from a path with spaces and Chinese characters', () => {
    const made = mingce('init', '工作 一', '--units', join(ROOT, 'samples', 'province', 'units.csv'));
    const run = mingce('-C', '工作 一', '--quiet', 'run', '--from', join(ROOT, 'samples', 'province', 'mailbox'));

    expect([made.status, made.stderr]).toEqual([0, '']);
    expect(run.stderr).toBe('');
    expect(run.status).toBe(1);
    expect(existsSync(join(place, '工作 一', 'output', '全省医院信息汇总表.xlsx'))).toBe(true);
  });

  it('names the runtime that package.json allows', () => {
    const { engines } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { engines: { node: string } };
    const version = spawnSync(join(program, 'runtime', 'node'), ['--version'], { encoding: 'utf8' }).stdout.trim();

    expect(engines.node).toBe('>=20.19');
    expect(version).toMatch(/^v20\.(19|[2-9]\d)\./);
  });
});
