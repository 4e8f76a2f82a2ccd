import { spawnSync } from 'node:child_process';
import {
  accessSync,
  constants,
  type Dirent,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VERSION } from '../../src/text/program.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const MINUTES = 60_000;
let place: string;
let program: string;

/** Packs for a platform into a folder; the folder of the program. */
function pack(platform: string, out: string): string {
  const packed = spawnSync(process.execPath, [join(ROOT, '.ci', 'pack.mjs'), '--platform', platform, '--out', out], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (packed.status !== 0) throw new Error(packed.stderr);
  return join(out, `mingce-${platform}`);
}

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
    program = pack('linux-x64', join(place, '我的 程序'));
  }, 5 * MINUTES);
  afterAll(() => rmSync(place, { recursive: true, force: true }));

  it('brings its own Node, program and starters', () => {
    expect(
      ['mingce', '名册.sh', 'runtime/node', 'app/dist/main.js'].map((name) => existsSync(join(program, name))),
    ).toEqual([true, true, true, true]);
    expect(mingce('--version').stdout.trim()).toBe(VERSION);
  });

  it('holds every package once, built in or beside it, and the licences of all', () => {
    const beside = readdirSync(join(program, 'app', 'node_modules'));
    const licences = readFileSync(join(program, 'app', 'LICENSES.txt'), 'utf8');

    expect(['libsql', 'node-unrar-js'].filter((name) => !beside.includes(name))).toEqual([]);
    expect(['exceljs', 'mailparser', 'yargs', 'zod'].filter((name) => beside.includes(name))).toEqual([]);
    expect(entriesOf(program).filter((entry) => entry.isFile()).length).toBeLessThan(1000);
    for (const name of Object.keys(dependencies())) expect(licences).toContain(`==== ${name} `);
    expect(licences).toContain('Permission is hereby granted');
  });

  it('runs the whole line from a path with spaces and Chinese characters', () => {
    const made = mingce('init', '工作 一', '--units', join(ROOT, 'samples', 'province', 'units.csv'));
    const run = mingce('-C', '工作 一', '--quiet', 'run', '--from', join(ROOT, 'samples', 'province', 'mailbox'));

    expect([made.status, made.stderr]).toEqual([0, '']);
    expect(run.stderr).toBe('');
    expect(run.status).toBe(1);
    expect(existsSync(join(place, '工作 一', 'output', '全省医院信息汇总表.xlsx'))).toBe(true);
  });

  it('has no links, and its zip holds the same files, the starters ready to be run', () => {
    const [zip, folder] = [readFileSync(`${program}.zip`), entriesOf(program)];

    expect(folder.filter((entry) => entry.isSymbolicLink()).map(({ name }) => name)).toEqual([]);
    for (const name of ['mingce', '名册.sh', join('runtime', 'node')])
      expect(() => accessSync(join(program, name), constants.X_OK)).not.toThrow();
    expect(modesOf(zip).get('mingce-linux-x64/mingce')).toBe(0o755);
    expect(modesOf(zip).get('mingce-linux-x64/runtime/node')).toBe(0o755);
    expect(modesOf(zip).size).toBe(folder.filter((entry) => entry.isFile()).length);
  });

  it('names the runtime that package.json allows', () => {
    const { engines } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { engines: { node: string } };
    const version = spawnSync(join(program, 'runtime', 'node'), ['--version'], { encoding: 'utf8' }).stdout.trim();

    expect(engines.node).toBe('>=20.19');
    expect(version).toMatch(/^v20\.(19|[2-9]\d)\./);
  });
});

function dependencies(): Readonly<Record<string, string>> {
  const described: unknown = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  return (described as { readonly dependencies: Readonly<Record<string, string>> }).dependencies;
}

function entriesOf(folder: string): Dirent[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true });
}

/** Unix permissions by name, from the central directory of a zip. */
function modesOf(zip: Buffer): ReadonlyMap<string, number> {
  const modes = new Map<string, number>();
  for (let at = zip.readUInt32LE(zip.length - 6); zip.readUInt32LE(at) === 0x02014b50; ) {
    const length = zip.readUInt16LE(at + 28);
    expect(zip.readUInt16LE(at + 8) & 0x800, 'names are UTF-8').toBe(0x800);
    modes.set(zip.toString('utf8', at + 46, at + 46 + length), (zip.readUInt32LE(at + 38) >>> 16) & 0o777);
    at += 46 + length + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return modes;
}

/** Windows itself is not here: what can be told of its build without it. */
describe('the portable build for Windows', () => {
  let folder: string;
  let names: string[];
  const text = (name: string): string => readFileSync(join(folder, name), 'utf8');
  beforeAll(() => {
    folder = pack('win-x64', mkdtempSync(join(tmpdir(), '便携 版 ')));
    names = [...modesOf(readFileSync(`${folder}.zip`)).keys()];
  }, 5 * MINUTES);
  afterAll(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

  it('brings Node and the database for Windows x64, and for nothing else', () => {
    for (const path of ['runtime/node.exe', 'app/node_modules/@libsql/win32-x64-msvc/index.node']) {
      const bytes = readFileSync(join(folder, path));
      const header = bytes.readUInt32LE(0x3c);
      expect([bytes.toString('latin1', 0, 2), bytes.readUInt16LE(header + 4)]).toEqual(['MZ', 0x8664]);
    }
    expect(readdirSync(join(folder, 'app', 'node_modules', '@libsql'))).toEqual(['win32-x64-msvc']);
    expect(existsSync(join(folder, 'app', 'dist', 'main.js'))).toBe(true);
  });

  it('has starters of ASCII with the line ends of Windows, the code page set before anything is said', () => {
    for (const name of ['mingce.cmd', '名册.cmd']) {
      expect(text(name)).toMatch(/^(?:[\x20-\x7e]+\r\n)+$/);
      for (const [, path = ''] of text(name).matchAll(/"%~dp0([^"]+)"/g))
        expect(existsSync(join(folder, path.replaceAll('\\', '/')))).toBe(true);
    }
    expect(text('名册.cmd').split('\r\n').slice(0, 2)).toEqual(['@echo off', 'chcp 65001 >nul']);
    expect(text('使用说明.txt')).toMatch(/^\ufeff(?:[^\r\n]*\r\n)+$/);
    expect(text('使用说明.txt')).toContain('Visual C++');
  });

  it('has no name that Windows cannot take, no link, and its zip names every file once', () => {
    const bad = /[<>:"|?*\\\u0000-\u001f]|[. ](?:\/|$)|(?:^|\/)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|\/|$)/i;

    expect(names.length).toBeGreaterThan(300);
    expect(names.filter((name) => bad.test(name) || !name.startsWith('mingce-win-x64/'))).toEqual([]);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    // C:\\Users\\<name>\\Desktop\\ leaves that much of the 260 characters that Windows allows.
    expect(Math.max(...names.map((name) => name.length))).toBeLessThan(200);
    expect(entriesOf(folder).filter((entry) => entry.isSymbolicLink())).toEqual([]);
    expect(names.length).toBe(entriesOf(folder).filter((entry) => entry.isFile()).length);
  });
});
