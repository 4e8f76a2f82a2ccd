import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeScaleCampaign } from '../support/scale/make-campaign.ts';
import { atMost, type Bar, type BenchEffort, type BenchTable, figure } from './bench-table.ts';
import { measureProcess, medianCost, type ProcessCost } from './measure-process.ts';

const STEPS = ['从零开始', '没有新邮件', '一封新邮件', '重新推导'] as const;
/** The largest size at which rebuilding is measured too. */
const REBUILT = 10;
type Step = (typeof STEPS)[number];

/** Costs of one size, by step. */
interface Growth {
  readonly factor: number;
  readonly size: string;
  readonly steps: ReadonlyMap<Step, ProcessCost>;
}

/** 24 units and 1,100 hospitals, ten times and a hundred times as many: cold, nothing new, one new mail, rebuild. */
export async function measureGrowth(effort: BenchEffort): Promise<BenchTable> {
  const growths = (effort.quick ? [1, 10] : [1, 10, 100]).map((factor) => measureSize(factor, effort));
  const rows = growths.flatMap((growth, index) =>
    [...growth.steps].map(([step, cost]) => {
      const before = growths[index - 1]?.steps.get(step);
      return [
        `${growth.size}：${step}`,
        `${figure(cost.seconds)} s`,
        `${figure(cost.cpuSeconds)} s`,
        `${figure(cost.megabytes)} MB`,
        before === undefined ? '–' : figure(cost.seconds / before.seconds),
      ];
    }),
  );
  return {
    title: '规模增长',
    note: `\`run --from 文件夹\` 的整个进程，各 ${effort.runs} 次取中位数（100 倍 ${runsAt(100, effort)} 次）；收取、校验、汇总、发布都在内。`,
    columns: ['规模', '用时', '处理器', '内存峰值', '为上一规模的倍数'],
    rows,
    bars: barsOf(growths),
    skipped: effort.quick ? ['100 倍：从简时不测'] : [],
  };
}

function measureSize(factor: number, effort: BenchEffort): Growth {
  const folder = join(effort.scratch, String(factor));
  mkdirSync(folder);
  const { mails, hospitals, units } = makeScaleCampaign(folder, factor);
  const size = `${factor} 倍（${units} 单位，${hospitals} 家，${mails} 封）`;
  effort.say(`  ${size}`);
  const costs = new Map<Step, ProcessCost[]>(STEPS.map((step) => [step, []]));
  for (let run = 0; run < runsAt(factor, effort); run += 1) {
    for (const [step, cost] of measureOnce(folder, factor, effort)) costs.get(step)?.push(cost);
  }
  rmSync(folder, { recursive: true });
  return {
    factor,
    size,
    steps: new Map([...costs].filter(([, all]) => all.length > 0).map(([step, all]) => [step, medianCost(all)])),
  };
}

/** The largest size takes minutes: a third of the runs. */
function runsAt(factor: number, { runs }: BenchEffort): number {
  return factor > REBUILT ? Math.ceil(runs / 3) : runs;
}

/** The last mail is held back from the first two runs and is the new one of the third. */
function measureOnce(folder: string, factor: number, effort: BenchEffort): (readonly [Step, ProcessCost])[] {
  const campaign = join(folder, 'campaign');
  rmSync(campaign, { recursive: true, force: true });
  const mailbox = join(folder, 'mailbox');
  const last = readdirSync(mailbox).toSorted().at(-1) ?? '';
  const aside = join(folder, last);
  const mingce = (args: readonly string[]): ProcessCost => {
    const cost = measureProcess({
      command: process.execPath,
      args: [effort.program, ...args, '--quiet'],
      folder,
      exits: [0, 1],
      scratch: effort.scratch,
    });
    effort.say(`    ${figure(cost.seconds)} s, ${figure(cost.cpuSeconds)} s CPU, ${figure(cost.megabytes)} MB`);
    return cost;
  };
  const run = (): ProcessCost => mingce(['-C', campaign, 'run', '--from', mailbox]);
  mingce(['init', campaign, '--preset', 'notice.yaml', '--units', 'units.csv']);
  renameSync(join(mailbox, last), aside);
  const cold = run();
  const again = run();
  renameSync(aside, join(mailbox, last));
  const one = run();
  const steps: (readonly [Step, ProcessCost])[] = [
    ['从零开始', cold],
    ['没有新邮件', again],
    ['一封新邮件', one],
  ];
  return factor > REBUILT ? steps : [...steps, ['重新推导', mingce(['-C', campaign, 'rebuild'])]];
}

function barsOf(growths: readonly Growth[]): Bar[] {
  const at = (factor: number, step: Step): ProcessCost | undefined =>
    growths.find((growth) => growth.factor === factor)?.steps.get(step);
  const seconds = (factor: number, step: Step, limit: number): Bar => {
    const goal = `${factor} 倍规模：${step}不超过 ${limit} s`;
    const cost = at(factor, step);
    return cost === undefined ? { goal, measured: '–' } : atMost(goal, cost.seconds, limit, 's');
  };
  const memory = at(100, '从零开始');
  const goal = '100 倍规模：内存峰值不超过 1.2 GB';
  return [
    seconds(1, '从零开始', 4),
    seconds(100, '从零开始', 90),
    memory === undefined ? { goal, measured: '–' } : atMost(goal, memory.megabytes, 1200, 'MB'),
    seconds(100, '没有新邮件', 2),
    seconds(100, '一封新邮件', 3),
  ];
}
