import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Dovecot, startDovecot } from '../support/dovecot.ts';
import { makeScaleCampaign } from '../support/scale/make-campaign.ts';
import { type BenchEffort, type BenchTable, figure } from './bench-table.ts';
import { findPython, peerScript } from './find-python.ts';
import { measureProcess, medianCost, type ProcessCost } from './measure-process.ts';

const SAMPLE = fileURLToPath(new URL('../../samples/province', import.meta.url));

interface Job {
  readonly name: string;
  /** Holds mailbox/, units.csv and, for an invented campaign, notice.yaml. */
  readonly folder: string;
  readonly preset: string;
  /** Measured over a mail server as well. */
  readonly overMail?: boolean;
  /** Server that holds the mails; without one they come from the folder. */
  readonly dovecot?: Dovecot;
}

/** From a folder or a server of mails to the province workbook, beside the Python script an office would write. */
export async function measureWholeJob(effort: BenchEffort): Promise<BenchTable> {
  const python = findPython('openpyxl');
  const rows: string[][] = [];
  const hasDovecot = existsSync('/usr/sbin/dovecot');
  for (const job of jobs(effort)) {
    rows.push(...measureJob(job, python, effort));
    if (!hasDovecot || job.overMail !== true) continue;
    const dovecot = await startDovecot();
    try {
      const mailbox = join(job.folder, 'mailbox');
      for (const name of readdirSync(mailbox).toSorted()) dovecot.put(readFileSync(join(mailbox, name)));
      rows.push(...measureJob({ ...job, name: `${job.name}，经 IMAP 收取`, dovecot }, python, effort));
    } finally {
      await dovecot.stop();
    }
  }
  return {
    title: '全过程：邮件 → 全省汇总表',
    note:
      `各 ${effort.runs} 次取中位数，从进程启动算起。Python 脚本（test/bench/peers/merge_replies.py）只拼接 .xlsx、后到的文件覆盖先到的；` +
      '不读其他格式，不校验，不留原件、台账和出处，不出报告和分市表。',
    columns: ['做法', '用时', '处理器', '内存峰值', '得到的医院', '为 mingce 的倍数'],
    rows,
    bars: [],
    skipped: [
      ...(python === undefined ? ['Python 脚本：openpyxl 没有安装（apt install python3-openpyxl）'] : []),
      ...(hasDovecot ? [] : ['经 IMAP 收取：没有 Dovecot（apt install dovecot-imapd）']),
    ],
  };
}

/** Both in turns, so that what else the machine does meets both. */
function measureJob(job: Job, python: string | undefined, effort: BenchEffort): string[][] {
  effort.say(`  ${job.name}`);
  const [own, script]: [ProcessCost[], ProcessCost[]] = [[], []];
  for (let run = 0; run < effort.runs; run += 1) {
    own.push(runOwn(job, effort));
    if (python !== undefined) script.push(runScript(job, python, effort));
  }
  const ours = medianCost(own);
  const rows = [
    row(`mingce，${job.name}`, ours, ours, countHospitals(join(effort.scratch, 'c/output/register.jsonl'))),
  ];
  if (python === undefined) return rows;
  const theirs = medianCost(script);
  return [...rows, row(`Python 脚本，${job.name}`, theirs, ours, Number(/"rows": (\d+)/.exec(theirs.stdout)?.[1]))];
}

function jobs(effort: BenchEffort): Job[] {
  const sample: Job = { name: '样例（41 封）', folder: SAMPLE, preset: 'sichuan-outpatient-2025', overMail: true };
  const invented = (effort.quick ? [1] : [1, 10]).map((factor) => {
    const folder = join(effort.scratch, `campaign-${factor}`);
    mkdirSync(folder);
    const { mails, hospitals } = makeScaleCampaign(folder, factor);
    const size = factor === 1 ? '实际规模' : `${factor} 倍规模`;
    return {
      name: `${size}（${mails} 封，${hospitals} 家）`,
      folder,
      preset: join(folder, 'notice.yaml'),
      overMail: factor > 1,
    };
  });
  return [sample, ...invented];
}

function runOwn(job: Job, effort: BenchEffort): ProcessCost {
  const campaign = join(effort.scratch, 'c');
  const mails = join(effort.scratch, 'mails');
  for (const old of [campaign, mails]) rmSync(old, { recursive: true, force: true });
  cpSync(join(job.folder, 'mailbox'), mails, { recursive: true });
  const node = { command: process.execPath, scratch: effort.scratch };
  const units = join(job.folder, 'units.csv');
  measureProcess({ ...node, args: [effort.program, 'init', campaign, '--preset', job.preset, '--units', units] });
  if (job.dovecot) setMailbox(campaign, job.dovecot);
  const from = job.dovecot ? [] : ['--from', mails];
  return measureProcess({
    ...node,
    args: [effort.program, '-C', campaign, 'run', ...from, '--quiet'],
    environment: { MINGCE_MAIL_SECRET: job.dovecot?.secret ?? '' },
    exits: [0, 1],
  });
}

/** campaign.yaml with the mailbox of the server. */
function setMailbox(campaign: string, dovecot: Dovecot): void {
  const path = join(campaign, 'campaign.yaml');
  const others = readFileSync(path, 'utf8').replace(/^mailbox:.*\n(?: .*\n)*/m, '');
  const { user, authorityFile, imaps } = dovecot;
  const server = `imap: { host: localhost, port: ${imaps} }, smtp: { host: localhost, port: 1 }`;
  writeFileSync(path, `${others}\nmailbox: { address: ${user}, authority: ${authorityFile}, ${server} }\n`);
}

function runScript(job: Job, python: string, effort: BenchEffort): ProcessCost {
  const { dovecot } = job;
  const source = dovecot
    ? `imap://${encodeURIComponent(dovecot.user)}@localhost:${dovecot.imaps}`
    : join(job.folder, 'mailbox');
  return measureProcess({
    command: python,
    args: [peerScript('merge_replies.py'), source, join(effort.scratch, 'merged.xlsx')],
    environment: { MAILBOX_PASSWORD: dovecot?.secret ?? '' },
    scratch: effort.scratch,
  });
}

function row(name: string, cost: ProcessCost, own: ProcessCost, found: number): string[] {
  return [
    name,
    `${figure(cost.seconds)} s`,
    `${figure(cost.cpuSeconds)} s`,
    `${figure(cost.megabytes)} MB`,
    String(found),
    figure(cost.seconds / own.seconds),
  ];
}

function countHospitals(file: string): number {
  return readFileSync(file, 'utf8').split('"form":"hospital-roster"').length - 1;
}
