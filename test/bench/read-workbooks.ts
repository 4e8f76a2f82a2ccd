import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { BENCH_COLUMNS, BENCH_ROWS, READERS, type ReadCost, type Reader } from './read-one.ts';

const RUNS = 3;
const MAX_MEGABYTES = 400;
/** How many times as fast as each library the own reader has to be. */
const BARS: Readonly<Record<Exclude<Reader, 'mingce'>, number>> = { hucre: 3, '@e965/xlsx': 5, exceljs: 6 };

/**
 * Reads one file of 100,000 rows x 13 columns, written by another library, with every reader, each in its own process,
 * in turns; prints medians, ratios and whether the bars are reached. Returns whether all are.
 */
export function benchReadWorkbooks(print: (line: string) => void): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'bench-read-'));
  try {
    const file = join(folder, 'roster.xlsx');
    runChild('write', file);
    const costs = new Map<Reader, ReadCost[]>(READERS.map((reader) => [reader, []]));
    for (let turn = 0; turn < RUNS; turn += 1) {
      for (const reader of READERS) costs.get(reader)?.push(readCost(runChild(reader, file)));
    }
    return report(costs, print);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runChild(job: string, file: string): string {
  const script = fileURLToPath(new URL('read-one.ts', import.meta.url));
  const options = ['--import', 'tsx', '--max-old-space-size=4096', script, job, file];
  return execFileSync(process.execPath, options, { encoding: 'utf8', maxBuffer: 1 << 20 });
}

function readCost(json: string): ReadCost {
  const parsed: unknown = JSON.parse(json);
  if (typeof parsed !== 'object' || parsed === null) throw new Error('no cost printed');
  const field = (name: string): number => Number(Object.entries(parsed).find(([key]) => key === name)?.[1]);
  return { milliseconds: field('milliseconds'), peakMegabytes: field('peakMegabytes'), cells: field('cells') };
}

function report(costs: ReadonlyMap<Reader, readonly ReadCost[]>, print: (line: string) => void): boolean {
  const time = (reader: Reader): number => median((costs.get(reader) ?? []).map((cost) => cost.milliseconds));
  const peak = (reader: Reader): number => median((costs.get(reader) ?? []).map((cost) => cost.peakMegabytes));
  print(`reading ${BENCH_ROWS} rows x ${BENCH_COLUMNS} columns, median of ${RUNS}, import not counted`);
  const own = time('mingce');
  const cells = costs.get('mingce')?.[0]?.cells;
  const whole = cells === BENCH_ROWS * BENCH_COLUMNS;
  const light = peak('mingce') <= MAX_MEGABYTES;
  print(
    `  mingce      ${own.toFixed(0)} ms, peak ${peak('mingce').toFixed(0)} MB (bar ${MAX_MEGABYTES}: ${word(light)}), ${cells} cells`,
  );
  let reached = light && whole;
  for (const [reader, bar] of Object.entries(BARS)) {
    const other = READERS.find((one) => one === reader) ?? 'hucre';
    const ratio = time(other) / own;
    if (ratio < bar) reached = false;
    const cost = `${time(other).toFixed(0)} ms, peak ${peak(other).toFixed(0)} MB`;
    print(`  ${other.padEnd(11)} ${cost}, ${ratio.toFixed(1)} times ours (bar ${bar}: ${word(ratio >= bar)})`);
  }
  return reached;
}

function word(reached: boolean): string {
  return reached ? 'reached' : 'not reached';
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const reached = benchReadWorkbooks((line) => process.stdout.write(`${line}\n`));
  process.exitCode = reached ? 0 : 1;
}
