import type { BenchEffort } from './bench-table.ts';
import { measureProcess } from './measure-process.ts';
import { median } from './median.ts';

/** What a script of test/bench or of peers/ prints as JSON: the job alone, without the start of Node or Python. */
export interface ScriptCost {
  readonly milliseconds: number;
  readonly peakMegabytes: number;
  readonly cells: number;
  /** user + sys of the whole process, start included: says more than the clock on a busy machine. */
  readonly cpuSeconds: number;
}

/** Runs a script and reads the cost it prints. */
function measureScript(command: string, args: readonly string[], scratch: string): ScriptCost {
  const { stdout, cpuSeconds } = measureProcess({ command, args, scratch });
  const printed: unknown = JSON.parse(stdout);
  const fields = new Map(Object.entries(typeof printed === 'object' && printed !== null ? printed : {}));
  const field = (name: string): number => Number(fields.get(name));
  return {
    milliseconds: field('milliseconds'),
    peakMegabytes: field('peakMegabytes'),
    cells: field('cells'),
    cpuSeconds,
  };
}

export interface Contender {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
}

/** Runs all contenders in turns, so that a busy minute hurts all alike; medians by name. */
export function measureInTurns(
  contenders: readonly Contender[],
  { runs, scratch }: Pick<BenchEffort, 'runs' | 'scratch'>,
): ReadonlyMap<string, ScriptCost> {
  const costs = new Map<string, ScriptCost[]>(contenders.map(({ name }) => [name, []]));
  for (let run = 0; run < runs; run += 1)
    for (const { name, command, args } of contenders) costs.get(name)?.push(measureScript(command, args, scratch));
  return new Map(
    [...costs].map(([name, all]) => [
      name,
      {
        milliseconds: median(all.map((cost) => cost.milliseconds)),
        peakMegabytes: median(all.map((cost) => cost.peakMegabytes)),
        cells: all[0]?.cells ?? 0,
        cpuSeconds: median(all.map((cost) => cost.cpuSeconds)),
      },
    ]),
  );
}
