import { readFileSync } from 'node:fs';

/** What a process has used: resident bytes, and milliseconds of processor time since its start. */
export interface Usage {
  readonly residentBytes: number;
  readonly processorTime: number;
}

/** Reads the usage of a process from /proc; undefined where there is none. Source: proc(5), stat and statm. */
export function readUsage(pid: number | undefined): Usage | undefined {
  if (pid === undefined) return undefined;
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]);
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = Number(fields[11]) + Number(fields[12]);
    return { residentBytes: pages * 4096, processorTime: ticks * 10 };
  } catch {
    return undefined;
  }
}
