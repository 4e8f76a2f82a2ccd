import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { atLeast, atMost, type Bar, type BenchEffort, type BenchTable, figure } from './bench-table.ts';
import { findPython, peerScript } from './find-python.ts';
import { type Contender, measureInTurns } from './measure-script.ts';
import { BENCH_COLUMNS, BENCH_ROWS, READERS } from './read-one.ts';

const MAX_MEGABYTES = 400;
/** How many times as fast as each library the own reader has to be. */
const BARS = [
  ['hucre', 3],
  ['@e965/xlsx', 5],
  ['exceljs', 6],
] as const;
const FLOOR = '解压＋一遍 XML（下限）';

/** One workbook of 100,000 rows, written by another library, read by everybody in a process of its own. */
export async function measureReading(effort: BenchEffort): Promise<BenchTable> {
  const file = join(effort.scratch, 'roster.xlsx');
  const script = join(effort.scripts, 'read-one.js');
  execFileSync(process.execPath, [script, 'write', file]);
  const node = (name: string, args: readonly string[]): Contender => ({
    name,
    command: process.execPath,
    args: ['--max-old-space-size=4096', ...args],
  });
  const contenders = [
    node(FLOOR, [join(effort.scripts, 'read-floor.js'), file]),
    ...READERS.map((reader) => node(reader, [script, reader, file])),
  ];
  const skipped: string[] = [];
  const python = findPython('openpyxl');
  if (python === undefined) skipped.push('openpyxl 没有安装（apt install python3-openpyxl）');
  else if (effort.quick) skipped.push('openpyxl：从简时不测');
  else {
    const script = peerScript('read_openpyxl.py');
    contenders.push({ name: 'openpyxl', command: python, args: [script, file] });
    contenders.push({ name: 'openpyxl read_only', command: python, args: [script, file, '--lazy'] });
  }
  const costs = measureInTurns(contenders, effort);
  const own = costs.get('mingce') ?? {
    milliseconds: Number.NaN,
    peakMegabytes: Number.NaN,
    cells: 0,
    cpuSeconds: Number.NaN,
  };
  const rows = [...costs].map(([name, cost]) => [
    name,
    `${figure(cost.milliseconds)} ms`,
    `${figure(cost.cpuSeconds)} s`,
    `${figure(cost.peakMegabytes)} MB`,
    `${cost.cells}`,
    figure(cost.milliseconds / own.milliseconds),
  ]);
  const goal = `读 ${BENCH_ROWS / 10_000} 万行`;
  const bars: Bar[] = [
    ...BARS.map(([name, limit]) =>
      atLeast(
        `${goal}：比 ${name} 快 ${limit} 倍以上`,
        (costs.get(name)?.milliseconds ?? Number.NaN) / own.milliseconds,
        limit,
      ),
    ),
    atMost(`${goal}：内存峰值不超过 ${MAX_MEGABYTES} MB`, own.peakMegabytes, MAX_MEGABYTES, 'MB'),
    {
      goal: `${goal}：每个单元格都读到`,
      measured: `${own.cells} 格`,
      reached: own.cells === BENCH_ROWS * BENCH_COLUMNS,
    },
  ];
  return {
    title: '读取',
    note: `${BENCH_ROWS} 行 × ${BENCH_COLUMNS} 列，由另一个库写成；各 ${effort.runs} 次取中位数，用时不计启动和载入，处理器是整个进程的。`,
    columns: ['读者', '用时', '处理器', '内存峰值', '单元格', '为 mingce 的倍数'],
    rows,
    bars,
    skipped,
  };
}
