import { atMost, type Bar, type BenchEffort, type BenchTable, figure } from './bench-table.ts';
import { measureProcess, medianCost, type ProcessCost } from './measure-process.ts';

const LIMIT = 2.5;

/** How long the program takes to say something, beside Node itself. */
export async function measureStartUp(effort: BenchEffort): Promise<BenchTable> {
  const cases = [
    ['node -e 0', ['-e', '0']],
    ['mingce --help', [effort.program, '--help']],
    ['mingce --version', [effort.program, '--version']],
    ['mingce explain uscc/check-digit', [effort.program, 'explain', 'uscc/check-digit']],
  ] as const;
  const costs: ProcessCost[][] = cases.map(() => []);
  const rounds = effort.quick ? 5 : 15;
  for (let round = 0; round < rounds; round += 1)
    for (const [index, [, args]] of cases.entries())
      costs[index]?.push(measureProcess({ command: process.execPath, args, scratch: effort.scratch }));
  const [bare, ...ours] = costs.map((runs) => medianCost(runs));
  const base = bare?.seconds ?? Number.NaN;
  const rows = cases.map(([name], index) => {
    const cost = medianCost(costs[index] ?? []);
    return [
      name,
      `${figure(cost.seconds * 1000)} ms`,
      `${figure(cost.cpuSeconds * 1000)} ms`,
      `${figure(cost.megabytes)} MB`,
      figure(cost.seconds / base),
    ];
  });
  const bar: Bar = atMost(
    `启动：mingce --help 不超过空 node 的 ${LIMIT} 倍`,
    (ours[0]?.seconds ?? Number.NaN) / base,
    LIMIT,
    '倍',
  );
  return {
    title: '命令行启动',
    note: `各 ${rounds} 次，取中位数，轮流进行。`,
    columns: ['命令', '用时', '处理器', '内存峰值', '为空 node 的倍数'],
    rows,
    bars: [bar],
    skipped: [],
  };
}
