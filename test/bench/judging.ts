import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { atMost, type BenchEffort, type BenchTable } from './bench-table.ts';

const GOAL = '校验 1000 行（进程已热）不超过 60 ms';

/** A thousand rows through all rules, in a warm process: judge-rows.ts. */
export async function measureJudging(effort: BenchEffort): Promise<BenchTable> {
  const table = { title: '校验', columns: ['内容', '测得'], note: '由 test/bench/judge-rows.ts 测得。' };
  const script = join(effort.scripts, 'judge-rows.js');
  if (!existsSync(script))
    return { ...table, rows: [], bars: [{ goal: GOAL, measured: '–' }], skipped: ['judge-rows.ts 不在'] };
  const printed = execFileSync(process.execPath, [script], { encoding: 'utf8' }).trim();
  const milliseconds = Number(/([\d.]+) ms/.exec(printed)?.[1]);
  return {
    ...table,
    rows: printed.split('\n').map((line) => [line, '']),
    bars: [atMost(GOAL, milliseconds, 60, 'ms')],
    skipped: [],
  };
}
