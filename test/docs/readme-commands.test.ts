import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
let place: string;
let clone: string;

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'mingce-clone-'));
  clone = join(place, '名册 副本');
  const cloned = spawnSync('git', ['clone', '--quiet', '--depth', '1', `file://${ROOT}`, clone]);
  if (cloned.status !== 0) throw new Error(`git clone failed: ${String(cloned.stderr)}`);
  // The packages are those of this checkout: installing them once is enough.
  symlinkSync(join(ROOT, 'node_modules'), join(clone, 'node_modules'));
  const built = run(clone, 'npm', ['run', '--silent', 'setup']);
  if (built.status !== 0) throw new Error(built.stderr);
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

function run(cwd: string, command: string, args: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync(command, args, { cwd, encoding: 'utf8', env: { ...process.env, MINGCE_MAIL_SECRET: '' } });
}

/** Lines of README's shell blocks. */
function shellLines(): string[] {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  return [...readme.matchAll(/^ *```sh\n([\s\S]*?)```/gm)].flatMap(([, block = '']) =>
    block
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  );
}

describe('README, followed to the letter in a fresh clone', () => {
  it('npm run demo runs the whole line and says where the workbooks lie', () => {
    const demo = run(clone, 'npm', ['run', '--silent', 'demo']);

    expect(demo.stderr + demo.stdout).toContain('全省医院信息汇总表.xlsx');
    expect(demo.status).toBe(0);
    const folder = /演示用的工作文件夹：(.+)/.exec(demo.stdout)?.[1] ?? '';
    expect(existsSync(join(folder, 'output', '全省医院信息汇总表.xlsx'))).toBe(true);
    rmSync(folder, { recursive: true, force: true });
  });

  it('every mingce command works from an empty folder', () => {
    const desk = join(place, '桌面');
    cpSync(join(ROOT, 'samples', 'province', 'mailbox'), join(desk, '收到的邮件'), { recursive: true });
    const lines = shellLines().filter((line) => line.startsWith('mingce '));
    expect(lines.length).toBeGreaterThan(8);

    for (const line of lines) {
      const done = run(desk, process.execPath, [join(clone, 'dist', 'main.js'), ...line.split(' ').slice(1)]);

      // Without a mailbox, what has to reach the server asks for one (2); everything else works.
      const needsMailbox = /doctor|--yes| run$/.test(line);
      expect(needsMailbox ? [0, 1, 2] : [0, 1], `${line}\n${done.stdout}${done.stderr}`).toContain(done.status);
      expect(done.stderr).not.toMatch(/\n\s+at /);
    }
    expect(existsSync(join(desk, '门诊数据上报2025', 'output', '全省医院信息汇总表.xlsx'))).toBe(true);
  });
});
