import { join } from 'node:path';
import { atMost, type BenchEffort, type BenchTable, figure } from './bench-table.ts';
import { measureProcess } from './measure-process.ts';

const LIMIT = 60;

/** A thousand rows of a province with planted mistakes through all rules, in a warm process: judge-rows.ts. */
export async function measureJudging(effort: BenchEffort): Promise<BenchTable> {
  const { stdout, megabytes } = measureProcess({
    command: process.execPath,
    args: [join(effort.scripts, 'judge-rows.js')],
    exits: [0, 1],
    scratch: effort.scratch,
  });
  const after = (word: string): number => Number(new RegExp(`${word}\\s+([\\d.]+) ms`).exec(stdout)?.[1]);
  const milliseconds = after('mingce');
  return {
    title: '校验',
    note: '每十行约有一行埋了错，逐格、逐行、单位内、全省的规则都跑；进程已热，15 次取中位数。',
    columns: ['内容', '用时', '最快一次', '处理器', '内存峰值'],
    rows: [
      [
        '1000 行 × 13 列',
        `${figure(milliseconds)} ms`,
        `${figure(after('fastest'))} ms`,
        `${figure(after('processor'))} ms`,
        `${figure(megabytes)} MB`,
      ],
    ],
    bars: [atMost(`校验 1000 行（进程已热）不超过 ${LIMIT} ms`, milliseconds, LIMIT, 'ms')],
    skipped: [],
  };
}
