/** One goal of an issue, as it came out. */
export interface Bar {
  readonly goal: string;
  readonly measured: string;
  /** Nothing where it could not be measured. */
  readonly reached?: boolean;
}

/** One part of the comparison. Texts are Chinese, as README shows them. */
export interface BenchTable {
  readonly title: string;
  /** How it was measured. */
  readonly note: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly bars: readonly Bar[];
  /** One line for each peer that is not there, and how to get it. */
  readonly skipped: readonly string[];
}

/** How thoroughly to measure. */
export interface BenchEffort {
  readonly runs: number;
  readonly quick: boolean;
  /** The program as delivered: `dist/main.js`, or a copy of it. */
  readonly program: string;
  /** Folder of the compiled scripts of test/bench. */
  readonly scripts: string;
  /** An empty folder for the part's own use. */
  readonly scratch: string;
  readonly say: (line: string) => void;
}

export type Measure = (effort: BenchEffort) => Promise<BenchTable>;

/** A bar of the kind "at most": `5.2 s ≤ 90 s`. */
export function atMost(goal: string, value: number, limit: number, unit: string): Bar {
  return { goal, measured: `${figure(value)} ${unit}`, reached: value <= limit };
}

/** A bar of the kind "at least so many times". */
export function atLeast(goal: string, ratio: number, limit: number): Bar {
  return { goal, measured: `${figure(ratio)} 倍`, reached: ratio >= limit };
}

/** Three significant figures at least, no needless decimals. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (value >= 100) return String(Math.round(value));
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
