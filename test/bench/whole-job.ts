import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
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
}

/** From a folder of mails to the province workbook, beside the Python script an office would write. */
export async function measureWholeJob(effort: BenchEffort): Promise<BenchTable> {
  const python = findPython('openpyxl');
  const rows: string[][] = [];
  for (const job of jobs(effort)) {
    effort.say(`  ${job.name}`);
    const [own, script]: [ProcessCost[], ProcessCost[]] = [[], []];
    for (let run = 0; run < effort.runs; run += 1) {
      own.push(runOwn(job, effort));
      if (python !== undefined) script.push(runScript(job, python, effort));
    }
    const ours = medianCost(own);
    rows.push(row(`mingce，${job.name}`, ours, ours, countHospitals(join(effort.scratch, 'c/output/register.jsonl'))));
    if (python !== undefined) {
      const theirs = medianCost(script);
      rows.push(row(`Python 脚本，${job.name}`, theirs, ours, Number(/"rows": (\d+)/.exec(theirs.stdout)?.[1])));
    }
  }
  return {
    title: '全过程：一个文件夹的邮件 → 全省汇总表',
    note:
      `各 ${effort.runs} 次取中位数，从进程启动算起。Python 脚本（test/bench/peers/merge_replies.py）只拼接 .xlsx、后到的文件覆盖先到的；` +
      '不读其他格式，不校验，不留原件、台账和出处，不出报告和分市表。',
    columns: ['做法', '用时', '处理器', '内存峰值', '得到的医院', '为 mingce 的倍数'],
    rows,
    bars: [],
    skipped: python === undefined ? ['Python 脚本：openpyxl 没有安装（apt install python3-openpyxl）'] : [],
  };
}

function jobs(effort: BenchEffort): Job[] {
  const sample: Job = { name: '样例（41 封）', folder: SAMPLE, preset: 'sichuan-outpatient-2025' };
  const invented = (effort.quick ? [1] : [1, 10]).map((factor) => {
    const folder = join(effort.scratch, `campaign-${factor}`);
    mkdirSync(folder);
    const { mails, hospitals } = makeScaleCampaign(folder, factor);
    const size = factor === 1 ? '实际规模' : `${factor} 倍规模`;
    return { name: `${size}（${mails} 封，${hospitals} 家）`, folder, preset: join(folder, 'notice.yaml') };
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
  return measureProcess({
    ...node,
    args: [effort.program, '-C', campaign, 'run', '--from', mails, '--quiet'],
    exits: [0, 1],
  });
}

function runScript(job: Job, python: string, effort: BenchEffort): ProcessCost {
  const args = [peerScript('merge_replies.py'), join(job.folder, 'mailbox'), join(effort.scratch, 'merged.xlsx')];
  return measureProcess({ command: python, args, scratch: effort.scratch });
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
