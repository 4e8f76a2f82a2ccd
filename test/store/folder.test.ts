import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeAtomically, writeTogether } from '../../src/store/atomic-write.ts';
import { lockCampaign } from '../../src/store/lock.ts';
import { openOriginals, readOriginal } from '../../src/store/originals.ts';
import { readCampaign } from '../../src/store/read-campaign.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingce-folder-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('originals', () => {
  it('are stored once under their sha256 and clean up after an interrupted write', () => {
    writeFileSync(join(folder, 'half.tmp'), 'half');
    const originals = openOriginals(folder);

    const [first, second] = originals.put([Buffer.from('a'), Buffer.from('a')]);

    expect(first).toBe(second);
    expect(readdirSync(folder)).toEqual([`${first}.eml`]);
    expect(Buffer.from(originals.get(first ?? '') ?? []).toString()).toBe('a');
  });

  it('that are begun are there under their sha256, each once, when the promise is kept', async () => {
    const originals = openOriginals(folder);

    const hashes = await Promise.all(['a', 'b', 'a'].map((text) => originals.begin(Buffer.from(text))));
    await originals.settle();

    expect(hashes[2]).toBe(hashes[0]);
    expect(readdirSync(folder).sort()).toEqual([...new Set(hashes)].map((hash) => `${hash}.eml`).sort());
    expect(originals.list()).toEqual([...new Set(hashes)].sort());
    expect(Buffer.from(readOriginal(folder, hashes[1] ?? '') ?? []).toString()).toBe('b');
  });

  it('that cannot be written are not known, and may be begun again', async () => {
    const originals = openOriginals(folder);
    rmSync(folder, { recursive: true });

    await expect(originals.begin(Buffer.from('a'))).rejects.toThrow('ENOENT');

    expect(originals.list()).toEqual([]);
    mkdirSync(folder);
    const hash = await originals.begin(Buffer.from('a'));
    expect(readdirSync(folder)).toEqual([`${hash}.eml`]);
  });

  it('do not answer for anything but a sha256', () => {
    expect(openOriginals(folder).get('../../etc/passwd')).toBeUndefined();
  });
});

describe('atomic writes', () => {
  it('replace a file whole, readable by its owner only', () => {
    const path = join(folder, 'deep', 'file.txt');
    writeAtomically(path, 'one');
    writeAtomically(path, 'two');

    expect(readFileSync(path, 'utf8')).toBe('two');
    expect(readdirSync(join(folder, 'deep'))).toEqual(['file.txt']);
    expect(statSync(path).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o600);
  });
});

describe('the lock', () => {
  it('keeps a second one out until the first lets go', () => {
    const unlock = lockCampaign(folder);

    expect(() => lockCampaign(folder)).toThrow('另一个名册程序正在处理这个文件夹');

    unlock();
    lockCampaign(folder)();
  });

  it('does not outlive a process that was killed', () => {
    const script = `
      const Database = require('libsql');
      const database = new Database(${JSON.stringify(join(folder, '.lock'))});
      database.exec('PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE');
      process.kill(process.pid, 'SIGKILL');`;
    const killed = spawnSync(process.execPath, ['-e', script], { cwd: process.cwd() });

    expect(killed.signal).toBe('SIGKILL');
    expect(existsSync(join(folder, '.lock'))).toBe(true);
    lockCampaign(folder)();
  });
});

describe('campaign.yaml', () => {
  it('is asked for when the folder is none', () => {
    expect(() => readCampaign(folder)).toThrow('不是工作文件夹');
  });

  it('is refused with the key that is wrong', () => {
    writeFileSync(
      join(folder, 'campaign.yaml'),
      'campaign: spring\nnotice: { title: 通知 }\nforms: [a]\nseverities: { x: bad }\n',
    );

    expect(() => readCampaign(folder)).toThrow('severities.x：只能取');
  });
});

describe('writing many files together', () => {
  it('tells a failure when every write has come to rest', async () => {
    const path = (index: number): string => join(folder, 'b', `${index}`);
    const files = Array.from({ length: 40 }, (_, index) => ({ path: path(index), bytes: 'new' }));
    mkdirSync(path(7), { recursive: true });

    await expect(writeTogether(files)).rejects.toThrow(/EISDIR|EPERM|ENOTEMPTY/);

    const others = files.filter((file) => file.path !== path(7));
    expect(others.filter((file) => !existsSync(file.path) || readFileSync(file.path, 'utf8') !== 'new')).toEqual([]);
  });
});
