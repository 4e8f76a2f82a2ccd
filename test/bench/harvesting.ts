import { execFile, execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startDovecot } from '../support/dovecot.ts';
import { needProgram } from '../support/need-program.ts';
import { buildMail } from '../support/samples/build-mail.ts';
import { atLeast, atMost, type BenchEffort, type BenchTable, figure } from './bench-table.ts';
import { findPython, peerScript } from './find-python.ts';
import { median } from './median.ts';

/** Mails over IMAP from one Dovecot: mingce and mbsync (by harvest-mail.ts), and imaplib. */
export async function measureHarvesting(effort: BenchEffort): Promise<BenchTable> {
  const table = { title: '收取', columns: ['做法', '用时', '内存峰值', '为 mbsync 的倍数'] };
  if (!existsSync('/usr/sbin/dovecot') || !needProgram('mbsync'))
    return {
      ...table,
      note: '',
      rows: [],
      bars: [],
      skipped: ['没有 Dovecot 或 mbsync（apt install dovecot-imapd isync）'],
    };
  const mails = effort.quick ? 300 : 2000;
  const large = effort.quick ? 2000 : 10_000;
  const goal = `收取 ${mails} 封 60 KB`;
  const found = await runHarvestBench(effort, mails);
  const one = (name: string): number => found.get(name)?.[0] ?? Number.NaN;
  const middle = (name: string): number => median(found.get(name) ?? []);
  const mbsync = middle('mbsyncSeconds');
  const python = findPython('imaplib');
  const imaplib = python === undefined ? [] : await runImaplib(python, effort, mails);
  const imaplibSeconds = median(imaplib);
  const row = (name: string, seconds: number, memory: number): string[] => [
    name,
    `${figure(seconds)} s`,
    Number.isFinite(memory) ? `${figure(memory)} MB` : '–',
    figure(seconds / mbsync),
  ];
  return {
    ...table,
    note: `${mails} 封各 60 KB，同一 Dovecot，TLS；各 ${effort.runs} 次取中位数。mingce 收取含存原件、fsync、登记；连同解析的是 mingce harvest 整个进程，从启动到每封邮件的解析结果落盘。`,
    rows: [
      row('mbsync（fsync）', mbsync, Number.NaN),
      row('mingce 收取', middle('harvestSeconds'), middle('harvestMegabytes')),
      row('mingce harvest：收取并解析', middle('commandSeconds'), middle('commandMegabytes')),
      ...(python === undefined ? [] : [row('Python imaplib（不 fsync，不解析）', imaplibSeconds, Number.NaN)]),
      row('30 ms 往返：逐封收取 600 封', one('oneAtATimeSeconds'), Number.NaN),
      row('30 ms 往返：mingce 收取 600 封', one('streamSeconds'), Number.NaN),
      row(`${large} 封的邮箱，没有新邮件`, middle('nothingNewSeconds'), Number.NaN),
    ],
    bars: [
      atMost(`${goal}：不慢于 mbsync`, one('harvestToMbsync'), 1, '倍'),
      atMost(`${goal}：连同解析不超过 mbsync 的 2.5 倍`, one('withReadingToMbsync'), 2.5, '倍'),
      atLeast('往返 30 ms：比逐封收取快 8 倍以上', one('timesFaster'), 8),
      atMost(`${large} 封邮箱没有新邮件：不超过 1 s`, middle('nothingNewSeconds'), 1, 's'),
      atMost('收取并解析：内存峰值不超过 250 MB', middle('commandMegabytes'), 250, 'MB'),
    ],
    skipped: [],
  };
}

/** Runs harvest-mail.ts; its figures by name, single ones as a list of one. */
async function runHarvestBench(effort: BenchEffort, mails: number): Promise<ReadonlyMap<string, number[]>> {
  const script = fileURLToPath(new URL('harvest-mail.ts', import.meta.url));
  const large = effort.quick ? '2000' : '10000';
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script], {
    env: { ...process.env, RUNS: String(effort.runs), MAILS: String(mails), LARGE: large },
    maxBuffer: 1 << 24,
  });
  const printed = JSON.parse(stdout) as Readonly<Record<string, number | number[]>>;
  return new Map(Object.entries(printed).map(([name, value]) => [name, typeof value === 'number' ? [value] : value]));
}

async function runImaplib(python: string, effort: BenchEffort, mails: number): Promise<number[]> {
  const dovecot = await startDovecot();
  try {
    for (let number = 0; number < mails; number += 1) dovecot.put(sample(number));
    const seconds: number[] = [];
    // The first run fills Dovecot's index and does not count.
    for (let run = 0; run <= effort.runs; run += 1) {
      const folder = join(effort.scratch, `imaplib-${run}`);
      mkdirSync(folder);
      const args = [peerScript('fetch_imaplib.py'), String(dovecot.imaps), dovecot.user, dovecot.authorityFile, folder];
      const env = { ...process.env, MAILBOX_PASSWORD: dovecot.secret };
      const printed: unknown = JSON.parse(execFileSync(python, args, { encoding: 'utf8', env }));
      const { milliseconds } = printed as { readonly milliseconds: number };
      if (run > 0) seconds.push(milliseconds / 1000);
      rmSync(folder, { recursive: true });
    }
    return seconds;
  } finally {
    await dovecot.stop();
  }
}

function sample(number: number): Buffer {
  return buildMail({
    from: `unit${number % 24}@example.com`,
    subject: `报送医院信息汇总表 ${number}`,
    date: '2025-02-01T01:00:00Z',
    text: `第 ${number} 封`,
    messageId: `imaplib${number}@example.com`,
    attachments: [{ name: `附件2 ${number}.bin`, bytes: randomBytes(Math.floor(58_800 / 1.37)) }],
  });
}
