import { runCommandLine } from '../../src/cli/run-command-line.ts';
import type { Tools } from '../../src/flows/tools.ts';
import { makeTools } from './campaign.ts';

export interface Run {
  readonly code: number;
  /** What a person reads or a pipe gets. */
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in this process, with a clock that stands still, and keeps what it said. */
export async function runMingce(argv: readonly string[], tools: Tools = makeTools(), width = 120): Promise<Run> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCommandLine(argv, {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    width,
    terminal: false,
    tools: { ...tools, progress: (text) => void err.push(text) },
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

/** The NDJSON lines of an output. */
export function linesOf(out: string): Record<string, unknown>[] {
  return out
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
