import type { Tools } from '../flows/tools.ts';

/** The outside of the command line, handed in so that it can be tested in-process. */
export interface Io {
  /** Results: tables or NDJSON. */
  readonly out: (text: string) => void;
  /** Progress and prose. */
  readonly err: (text: string) => void;
  /** Columns of the terminal. */
  readonly width: number;
  /** Colour and redrawing make sense. */
  readonly terminal: boolean;
  readonly tools: Tools;
}
