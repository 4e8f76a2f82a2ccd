import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SAMPLES } from '../../src/flows/house-files.ts';
import { columnsOf, editBook } from '../support/edit-book.ts';
import { linesOf, type Run, runMingce } from '../support/run-mingce.ts';

const MAILBOX = join(SAMPLES, 'province', 'mailbox');
const root = mkdtempSync(join(tmpdir(), 'mingce-walk-'));
const folder = join(root, '门诊报送 2025');
const mingce = (...argv: string[]): Promise<Run> => runMingce(['-C', folder, ...argv]);
const jsonOf = async (...argv: string[]): Promise<Record<string, unknown>[]> =>
  linesOf((await mingce(...argv, '--json')).out);

/** Keys that the contract with the outside promises for a subject. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  messages: 'message eml messageId from subject date state reason unit late submissions'.split(' '),
  files: 'message eml path kind fate rows reason'.split(' '),
  submissions: 'submission message form unit kind state reason rows'.split(' '),
  findings: 'unit message eml file path sheet row cell column key code severity seen fix name uscc text'.split(' '),
  register: 'form unit values source'.split(' '),
  units: 'code name emails'.split(' '),
  events: 'sequence at type hash'.split(' '),
  questions: 'id kind question sides'.split(' '),
};

/** The walk of a clerk through a campaign: each step rests on the one before. */
describe('the clerk, from an empty folder to the register', () => {
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it('makes the folder and learns what to do next', async () => {
    const made = await runMingce(['init', folder]);

    expect(made.code).toBe(0);
    expect(made.out).toContain('还没有邮箱的单位 24 个');
    expect(made.out).toContain('下一步');
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(['campaign.yaml', 'units.xlsx', 'ledger.db']));
  });

  it('fills in the address book in units.xlsx, and the program reads it', async () => {
    const given = readFileSync(join(SAMPLES, 'province', 'units.csv'), 'utf8')
      .trim()
      .split(/\r?\n/)
      .slice(1);
    const mailboxes = new Map(given.map((line) => [line.split(',')[0] ?? '', line.split(',')[2] ?? '']));
    await editBook(join(folder, 'units.xlsx'), (sheet) => {
      const at = columnsOf(sheet, '代码', '邮箱');
      for (let row = at.row + 1; row <= sheet.rowCount; row += 1) {
        const code = sheet.getCell(row, at.columns[0] ?? 0).text;
        if (mailboxes.has(code)) sheet.getCell(row, at.columns[1] ?? 0).value = mailboxes.get(code) ?? '';
      }
    });

    const units = await jsonOf('show', 'units');
    expect(units).toHaveLength(24);
    expect(units.map((unit) => [unit['code'], (unit['emails'] as string[]).join(';')])).toEqual([...mailboxes]);
  });

  it('draws the workbooks to fill in, one folder a unit', async () => {
    const drawn = await mingce('template', '--quiet');

    expect([drawn.code, drawn.err]).toEqual([0, '']);
    expect(drawn.out).toContain('已生成 48 个表格');
    expect(readdirSync(join(folder, 'output', '模板'))).toHaveLength(24);
    expect(readdirSync(join(folder, 'output', '模板', '成都市')).sort()).toEqual([
      '附件2 医院信息汇总表.xlsx',
      '附件3 市级联络员名单.xlsx',
    ]);
  });

  it('takes the mails in, and every mail is in exactly one state', async () => {
    const ran = await mingce('run', '--from', MAILBOX);

    expect(ran.code).toBe(1);
    expect(ran.out).toContain('新收 41 封');
    const messages = await jsonOf('show', 'messages');
    const { board } = (await jsonOf('status'))[0] as { board: { messages: Record<string, number> } };
    let total = 0;
    for (const count of Object.values(board.messages)) total += count;
    expect([messages.length, total]).toEqual([readdirSync(MAILBOX).length, messages.length]);
    for (const message of messages) expect(message['reason']).not.toBe('');
  });

  it.each(Object.keys(KEYS))('shows %s: a table for people, promised keys for machines', async (subject) => {
    const [lines, table] = [await jsonOf('show', subject), await mingce('show', subject)];

    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) {
      expect(line['v']).toBe(1);
      expect(Object.keys(line)).toEqual(expect.arrayContaining([...(KEYS[subject] ?? [])]));
    }
    expect(table.out).toContain(`共 ${lines.length} 条`);
    // A long last column goes on over more lines.
    expect(table.out.split('\n').length).toBeGreaterThanOrEqual(lines.length + 2);
    expect(table.out).not.toMatch(/T\d\d:\d\d:\d\d|hospital-roster|undefined|null|\[object/);
  });

  it('reads what is wrong, with its place and what to do', async () => {
    const checked = await mingce('check');

    expect(checked.code).toBe(1);
    expect(checked.out).toMatch(
      /绵阳市.*\n.*手机号码位数不对（1 处，代码 phone\/digit-count）\n.*\.xlsx .* L7：.*应为11位\n.*怎样改：/,
    );
    expect(checked.out).toContain('没有需要修改之处的单位 18 个');
    expect((await mingce('check', '--unit', '510100')).code).toBe(0);
  });

  it('answers the open questions in 待处理.xlsx, which are then settled for good', async () => {
    const listed = await mingce('decide', 'list');
    expect(listed.out).toContain('待定事项 3 件');
    const book = join(folder, 'output', '待处理.xlsx');
    await editBook(book, (sheet) => {
      const at = columnsOf(sheet, '编号', '答复', '理由');
      for (let row = at.row + 1; row <= sheet.rowCount; row += 1) {
        const id = sheet.getCell(row, at.columns[0] ?? 0).text;
        sheet.getCell(row, at.columns[1] ?? 0).value = id.startsWith('attribution') ? '资阳市' : '已处理';
        sheet.getCell(row, at.columns[2] ?? 0).value = '已电话核实';
      }
    });

    const applied = await mingce('decide', 'apply', book);
    expect([applied.code, applied.out]).toEqual([0, '已记录 3 件决定。']);
    expect((await mingce('decide', 'list')).out).toContain('没有待定事项');
    const again = await mingce('decide', 'apply', book);
    expect(again.out).toContain('已记录 0 件决定');
  });

  it('runs again: nothing counted twice, the decisions took effect', async () => {
    const ran = await mingce('run', '--from', MAILBOX);

    expect(ran.out).toContain('新收 0 封（件），已收过 41 封（件）');
    expect(ran.out).toContain('已发布第 2 版');
    expect((await jsonOf('show', 'register')).filter((row) => row['unit'] === '512000').length).toBeGreaterThan(1);
    expect((await jsonOf('status'))[0]).toMatchObject({ board: { questions: 0 } });
    expect((await mingce('publish')).out).toContain('没有变化，仍是第 2 版');
  });

  it('asks where a cell came from, what a code means, what became of a mail', async () => {
    const cell = await mingce('explain', '医院信息汇总表!E5');
    expect(cell.code).toBe(0);
    expect(cell.out).toMatch(/\.eml/);
    expect((await mingce('explain', '医院信息汇总表', 'E5')).out).toBe(cell.out);
    expect((await mingce('explain', 'phone/digit-count')).out).toContain('怎样改');
    expect((await mingce('explain', '12-广告.eml')).out).toContain('广告');
  });

  it('verifies and rebuilds: the same bytes', async () => {
    expect((await mingce('verify')).out).toContain('全部一致');
    const rebuilt = await mingce('rebuild');
    expect([rebuilt.code, rebuilt.out]).toEqual([0, expect.stringContaining('与已发布的逐字节相同')]);
  });

  it('hands the folder over: a copy elsewhere, in another time zone, rebuilds to the same bytes', async () => {
    const copy = join(root, 'elsewhere', '接手');
    cpSync(folder, copy, { recursive: true });
    const before = bytesUnder(join(folder, 'output'));
    rmSync(join(copy, 'output'), { recursive: true });

    const run = spawnDist(['-C', copy, 'rebuild'], { TZ: 'America/New_York', LANG: 'C' });
    expect([run.code, run.err]).toEqual([0, '']);
    const after = bytesUnder(join(copy, 'output'));
    const deliverables = [...before.keys()].filter((path) => !/^(模板|退回|版本)|待处理/.test(path));
    expect(deliverables.length).toBeGreaterThan(30);
    expect(deliverables.filter((path) => !after.get(path)?.equals(before.get(path) ?? Buffer.alloc(0)))).toEqual([]);
  });

  it('pipes and NO_COLOR get plain text, --quiet only the result', async () => {
    const all = [
      await mingce('status'),
      await mingce('check'),
      await mingce('send'),
      await mingce('run', '--from', MAILBOX, '--quiet'),
    ];
    for (const { out } of all) expect([...out].filter((character) => character === '\u001b')).toEqual([]);
    expect(all[3]?.err).toBe('');
  });
});

describe('wrong usage is told in Chinese, with the next step, and exit code 2', () => {
  const dir = mkdtempSync(join(tmpdir(), 'mingce-usage-'));
  const good = join(dir, '好');
  beforeAll(async () => {
    await runMingce(['init', good, '--units', join(SAMPLES, 'province', 'units.csv')]);
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  it.each([
    ['no command', []],
    ['an unknown command', ['-C', good, 'sttaus']],
    ['an unknown option', ['-C', good, 'status', '--fast']],
    ['a folder that is not there', ['-C', join(dir, '没有'), 'status']],
    ['a folder that is no campaign', ['-C', dir, 'status']],
    ['a folder that is in use by other things', ['init', good]],
    ['a preset that is not there', ['init', join(dir, '新'), '--preset', 'nowhere']],
    ['an address book that is not there', ['init', join(dir, '新'), '--units', join(dir, '没有.csv')]],
    ['a province that is not there', ['init', join(dir, '新'), '--province', '月球']],
    ['a unit that is not there (template)', ['-C', good, 'template', '--unit', '999999']],
    ['a unit that is not there (send)', ['-C', good, 'send', '--unit', '999999']],
    ['a unit that is not there (show)', ['-C', good, 'show', 'findings', '--unit', '999999']],
    ['a unit that is not there (check)', ['-C', good, 'check', '--unit', '999999']],
    ['a form that is not there', ['-C', good, 'template', '--form', 'nothing']],
    ['a subject that is not there', ['-C', good, 'show', 'hospitals']],
    ['a kind of mail that is not there', ['-C', good, 'send', '--kind', 'spam']],
    ['mails to take that are not there', ['-C', good, 'harvest', '--from', join(dir, '没有')]],
    ['no mailbox to take mails from', ['-C', good, 'harvest']],
    ['a decision without its subject', ['-C', good, 'decide', 'set']],
    ['a decision about nothing', ['-C', good, 'decide', 'set', 'nothing-1', '是', '--reason', '核实']],
    ['answers that are not there', ['-C', good, 'decide', 'apply', join(dir, '没有.xlsx')]],
    ['a date that is none', ['-C', good, 'decide', 'waive', 'uscc/check-digit', '--reason', '核实', '--until', '明天']],
    ['something nobody knows', ['-C', good, 'explain', 'E17']],
    ['a cell beyond the sheet', ['-C', good, 'explain', '医院信息汇总表!ZZ99999']],
    ['an option without its value', ['-C', good, 'harvest', '--from']],
  ])('%s', async (_what, argv) => {
    expect(amissIn(await runMingce(argv))).toEqual([]);
  });

  it.each([
    ['campaign.yaml that is no YAML', 'campaign.yaml', 'campaign: [', 'campaign.yaml'],
    [
      'campaign.yaml with a wrong date',
      'campaign.yaml',
      (text: string) => text.replace("'2025-03-01'", "'明年'"),
      'campaign.yaml',
    ],
    ['campaign.yaml with an unknown key', 'campaign.yaml', (text: string) => `${text}\nmailbx: {}\n`, 'campaign.yaml'],
    [
      'campaign.yaml with a severity of no code',
      'campaign.yaml',
      (text: string) => text.replace('severities: {}', 'severities: { uscc/chek-digit: off }'),
      'uscc/chek-digit',
    ],
    ['a form that is broken', 'forms/hospital-roster.yaml', 'form: [', 'hospital-roster.yaml'],
    [
      'a form with an unknown rule',
      'forms/hospital-roster.yaml',
      (text: string) => text.replace('- uscc/id-card', '- usc/id-card'),
      'hospital-roster.yaml',
    ],
    ['an address book that is no workbook', 'units.xlsx', 'PK\u0003\u0004 cut short', 'units.xlsx'],
    ['an empty address book', 'units.xlsx', '', 'units.xlsx'],
  ])('%s', async (_what, path, content, named) => {
    const copy = join(dir, 'broken');
    cpSync(good, copy, { recursive: true });
    const target = join(copy, path);
    const next = typeof content === 'string' ? content : content(readFileSync(target, 'utf8'));
    writeFileSync(target, next);
    const run = await runMingce(['-C', copy, 'status']);
    rmSync(copy, { recursive: true });

    expect(amissIn(run)).toEqual([]);
    expect(run.err).toContain(named);
  });
});

/** What is amiss with the way wrong usage was told. */
function amissIn({ code, out, err }: Run): string[] {
  return [
    ...(code === 2 ? [] : [`exit code ${code}`]),
    ...(out === '' ? [] : [`says on stdout: ${out}`]),
    ...(/^.*[\u4e00-\u9fff].*\n(.*\n)*下一步：.+/.test(err) ? [] : [`no next step: ${err}`]),
    ...(/\n\s+at |Error:|node:|undefined|\[object/.test(err) ? [`not for a clerk: ${err}`] : []),
  ];
}

/** The built program, as delivered; it must be as new as its sources. */
function spawnDist(argv: readonly string[], environment: Record<string, string>): Run {
  const run = spawnSync(process.execPath, ['dist/main.js', ...argv], {
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', ...environment },
  });
  return { code: run.status ?? -1, out: run.stdout, err: run.stderr };
}

function bytesUnder(top: string): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  for (const entry of readdirSync(top, { recursive: true, encoding: 'utf8' })) {
    const path = join(top, entry);
    if (statSync(path).isFile()) files.set(relative(top, path), readFileSync(path));
  }
  return files;
}
