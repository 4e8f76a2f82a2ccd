import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { snapshot } from '../crash/snapshot.ts';
import { linesOf, runMingce } from '../support/run-mingce.ts';

let root: string;
let folder: string;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'mingce-usage-'));
  folder = join(root, '工作');
  await runMingce(['init', folder]);
  await runMingce(['-C', folder, 'status']);
  mkdirSync(join(root, '空'));
  writeFileSync(join(root, '文件'), 'x');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Every file of the folder, and what the ledger says. */
async function stateOf(campaign: string): Promise<unknown> {
  const { out } = await runMingce(['-C', campaign, 'show', 'events', '--json']);
  return { files: [...snapshot(campaign)], events: linesOf(out) };
}

/** Arguments after `-C <folder>`, and what the program says about them. */
const MISTAKES: readonly (readonly [args: readonly string[], says: string])[] = [
  [[], '请写明要做什么'],
  [['stauts'], '不认识“stauts”'],
  [['status', '--foo'], '不认识“foo”'],
  [['status', 'extra'], '不认识“extra”'],
  [['publish', 'extra'], '不认识“extra”'],
  [['init'], '还缺内容'],
  [['init', 'a', 'b'], '不认识“b”'],
  [['explain'], '还缺内容'],
  [['show'], '还缺内容'],
  [['show', 'foo'], '"findings"'],
  [['show', 'findings', '--code', 'foo/bar'], '没有问题代码 foo/bar'],
  [['show', 'findings', '--unit', 'x'], '没有代码为 x 的报送单位'],
  [['send', '--yes', '--kind', 'foo'], '"reminder"'],
  [['send', '--yes', '--kind'], 'kind 后面没有写内容'],
  [['send', '--yes', '--unit', '510100', '--unit', '510300'], 'unit 只能写一次'],
  [['send', '--yes', '--unit', ''], 'unit 后面没有写内容'],
  [['harvest', '--from'], 'from 后面没有写内容'],
  [['run', '--from', 'nowhere'], '找不到 nowhere'],
  [['status', '-C', '别处'], 'folder 只能写一次'],
  [['decide', 'foo'], '"waive"'],
  [['decide', 'waive', 'foo/bar', '--reason', 'x'], '没有问题代码 foo/bar'],
  [['decide', 'waive', 'uscc/check-digit@x', '--reason', 'x'], '名册里没有 x'],
  [['decide', 'waive', 'uscc/check-digit', '--reason', 'x', '--until', '明天'], '日期“明天”写法不对'],
  [['decide', 'revert', 'x', '--reason', 'x'], '没有编号为 x 的报送'],
  [['decide', 'value', 'x#name', 'y', '--reason', 'x'], '名册里没有 x#name'],
  [['decide', 'set', 'x'], '请写明答复'],
  [['decide', 'undo', '--reason', 'x'], '请写明要收回的决定所写的编号'],
  [['decide', 'undo', 'x', '--reason', 'x'], '没有关于 x 的决定'],
  [['template', '--form', 'foo'], '没有名为 foo 的表格'],
];

describe('wrong arguments', () => {
  it.each(MISTAKES)('%j: told, and nothing is done', async (args, says) => {
    const before = await stateOf(folder);

    const { code, out, err } = await runMingce(['-C', folder, ...args]);

    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(says);
    expect(err).toContain('下一步：');
    expect(err).not.toMatch(/non-option|argument|Unknown|Invalid/);
    expect(await stateOf(folder)).toEqual(before);
    expect(readdirSync(root).sort()).toEqual(['工作', '文件', '空']);
  });

  it('a folder that already goes as its own earlier campaign is told so', async () => {
    const { code, err } = await runMingce(['-C', folder, 'template', '--prefill', folder]);

    expect(code).toBe(2);
    expect(err).toContain('就是这个工作文件夹');
  });

  it.each([
    ['文件', '是一个文件'],
    [join('文件', '里'), '路径中有一段是文件'],
    ['长'.repeat(300), '太长'],
  ])('init %s makes nothing', async (name, says) => {
    const { code, err } = await runMingce(['init', join(root, name)]);

    expect(code).toBe(2);
    expect(err).toContain(says);
    expect(readdirSync(root).sort()).toEqual(['工作', '文件', '空']);
  });

  it('a folder that is no campaign says what to do first', async () => {
    for (const command of ['status', 'publish', 'check', 'send', 'verify', 'rebuild', 'doctor', 'decide']) {
      const { code, err } = await runMingce(['-C', join(root, '空'), command]);
      expect([code, err]).toEqual([2, expect.stringContaining('mingce init')]);
    }
    expect(readdirSync(join(root, '空'))).toEqual([]);
  });
});

/** Every command that needs no server. `init` and `demo` make their own folder. */
const COMMANDS: readonly (readonly string[])[] = [
  ['run', '--from', join(import.meta.dirname, '..', '..', 'samples', 'nasty', 'cell-formula-text', 'mailbox')],
  ['template', '--unit', '510100'],
  ['send'],
  ['check'],
  ['merge'],
  ['publish'],
  ['decide'],
  ['decide', 'waive', 'uscc/check-digit', '--reason', 'x'],
  ['status'],
  ...['messages', 'files', 'submissions', 'findings', 'register', 'units', 'events', 'questions'].map((subject) => [
    'show',
    subject,
  ]),
  ['explain', 'uscc/check-digit'],
  ['verify'],
  ['rebuild'],
  ['doctor'],
];

const MAY_BE_EMPTY = new Set(['decide', 'show questions']);

describe('what a pipe gets', () => {
  it.each(COMMANDS.map((args) => [args] as const))(
    '%j --json: one versioned object a line, nothing else',
    async (args) => {
      const { code, out, err } = await runMingce(['-C', folder, ...args, '--json', '--quiet']);

      expect([0, 1]).toContain(code);
      expect(err).toBe('');
      const lines = linesOf(out);
      for (const line of lines) expect(line).toMatchObject({ v: 1 });
      expect(lines.length > 0 || MAY_BE_EMPTY.has(args.join(' '))).toBe(true);
    },
  );

  it('is plain: no colour and no cursor movements, whatever the command', async () => {
    for (const args of COMMANDS) {
      const { out, err } = await runMingce(['-C', folder, ...args]);
      expect(out + err).not.toMatch(/\u001b|\r/);
    }
  });
});
