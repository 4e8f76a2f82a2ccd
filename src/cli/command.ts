import type { Argv } from 'yargs';
import type { Io } from './io.ts';
import { UsageFault } from './usage-fault.ts';

/** Arguments as yargs gives them. */
export type Args = Readonly<Record<string, unknown>>;

/** One verb of the command line. */
export interface Command {
  options(builder: Argv): Argv;
  /** Returns the exit code. */
  run(args: Args, io: Io): Promise<number>;
}

/** A string option, or undefined when it was not given. Written twice or left empty it would be passed over in silence: a usage fault. */
export function textOf(args: Args, name: string): string | undefined {
  const value = args[name];
  if (Array.isArray(value)) throw new UsageFault(`${name} 只能写一次`);
  if (value === '') throw new UsageFault(`${name} 后面没有写内容`);
  return typeof value === 'string' ? value : undefined;
}

/** Folder of the campaign. */
export function folderOf(args: Args): string {
  return textOf(args, 'folder') ?? '.';
}
