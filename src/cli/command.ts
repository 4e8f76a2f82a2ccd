import type { Argv } from 'yargs';
import type { Io } from './io.ts';

/** Arguments as yargs gives them. */
export type Args = Readonly<Record<string, unknown>>;

/** One verb of the command line. */
export interface Command {
  options(builder: Argv): Argv;
  /** Returns the exit code. */
  run(args: Args, io: Io): Promise<number>;
}

/** A string option, or undefined when it was not given. */
export function textOf(args: Args, name: string): string | undefined {
  const value = args[name];
  return typeof value === 'string' ? value : undefined;
}

/** Folder of the campaign. */
export function folderOf(args: Args): string {
  return textOf(args, 'folder') ?? '.';
}
