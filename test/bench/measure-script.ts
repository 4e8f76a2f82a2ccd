import { execFileSync } from 'node:child_process';
import { median } from './median.ts';

/** What a script of test/bench or of peers/ prints as JSON: the job alone, without the start of Node or Python. */
export interface ScriptCost {
  readonly milliseconds: number;
  readonly peakMegabytes: number;
  readonly cells: number;
}

/** Runs a script and reads the cost it prints. */
export function measureScript(command: string, args: readonly string[]): ScriptCost {
  const printed: unknown = JSON.parse(execFileSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 20 }));
  const fields = new Map(Object.entries(typeof printed === 'object' && printed !== null ? printed : {}));
  const field = (name: string): number => Number(fields.get(name));
  return { milliseconds: field('milliseconds'), peakMegabytes: field('peakMegabytes'), cells: field('cells') };
}

export interface Contender {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
}

/** Runs all contenders in turns, so that a busy minute hurts all alike; medians by name. */
export function measureInTurns(contenders: readonly Contender[], runs: number): ReadonlyMap<string, ScriptCost> {
  const costs = new Map<string, ScriptCost[]>(contenders.map(({ name }) => [name, []]));
  for (let run = 0; run < runs; run += 1)
    for (const { name, command, args } of contenders) costs.get(name)?.push(measureScript(command, args));
  return new Map(
    [...costs].map(([name, all]) => [
      name,
      {
        milliseconds: median(all.map((cost) => cost.milliseconds)),
        peakMegabytes: median(all.map((cost) => cost.peakMegabytes)),
        cells: all[0]?.cells ?? 0,
      },
    ]),
  );
}
