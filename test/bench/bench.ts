/**
 * Compares mingce with what a user would pick instead, in one run on one machine:
 * `npm run bench -- [--quick] [--only reading,writing,…] [--runs 3] [--json] [--readme]`, a quarter of an hour on two cores.
 * `--readme` writes the result into README.md. The script passes `--install`: missing peers are installed with apt first,
 * where that is allowed, and skipped with a line otherwise.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { BenchEffort, BenchTable, Measure } from './bench-table.ts';
import { compileHouse } from './compile-house.ts';
import { describeLoad, describeMachine } from './describe-machine.ts';
import { measureGrowth } from './growth.ts';
import { measureHarvesting } from './harvesting.ts';
import { installPeers } from './install-peers.ts';
import { measureJudging } from './judging.ts';
import { printBars, printTable } from './print-tables.ts';
import { measureReading } from './reading.ts';
import { measureStartUp } from './start-up.ts';
import { measureWholeJob } from './whole-job.ts';
import { writeReadme } from './write-readme.ts';
import { measureWriting } from './writing.ts';

const HOUSE = fileURLToPath(new URL('../../', import.meta.url));
const PARTS: Readonly<Record<string, Measure>> = {
  'start-up': measureStartUp,
  reading: measureReading,
  writing: measureWriting,
  judging: measureJudging,
  harvesting: measureHarvesting,
  'whole-job': measureWholeJob,
  growth: measureGrowth,
};

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    runs: { type: 'string', default: '3' },
    json: { type: 'boolean', default: false },
    readme: { type: 'boolean', default: false },
    install: { type: 'boolean', default: false },
  },
});
const print = (text: string): void => void process.stdout.write(text);
const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** One part; where it fails, the others go on and the run ends with 1. */
async function measurePart(name: string, effort: BenchEffort): Promise<BenchTable> {
  const empty = { title: name, note: '', columns: [], rows: [], bars: [] };
  try {
    return (await PARTS[name]?.(effort)) ?? { ...empty, skipped: [] };
  } catch (error) {
    say(String(error));
    process.exitCode = 1;
    return { ...empty, skipped: [`${name} 没有测成，原因见上`] };
  }
}

async function main(): Promise<void> {
  const wanted = values.only?.split(',') ?? Object.keys(PARTS);
  const unknown = wanted.filter((name) => PARTS[name] === undefined);
  if (unknown.length > 0) throw new Error(`no part ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}`);
  if (values.install) installPeers(say);
  const folder = mkdtempSync(join(tmpdir(), 'mingce-bench-'));
  const house = compileHouse(join(folder, 'house'));
  const tables: BenchTable[] = [];
  try {
    for (const name of wanted) {
      const scratch = join(folder, name);
      mkdirSync(scratch);
      say(`… ${name}`);
      const runs = values.quick ? 1 : Number(values.runs);
      const table = await measurePart(name, { ...house, runs, quick: values.quick, scratch, say });
      const noted = { ...table, note: `${table.note}${describeLoad()}` };
      tables.push(noted);
      print(values.json ? '' : `${printTable(noted)}\n`);
      rmSync(scratch, { recursive: true, force: true });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const machine = describeMachine();
  print(values.json ? `${JSON.stringify({ v: 1, machine, tables })}\n` : `${printBars(tables)}\n${machine}\n`);
  if (values.readme) writeReadme(join(HOUSE, 'README.md'), machine, tables);
}

await main();
