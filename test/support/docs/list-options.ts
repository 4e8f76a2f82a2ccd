import type { Argv } from 'yargs';
import { COMMANDS } from '../../../src/cli/commands.ts';

/** An option or positional of a command, as its help shows it. */
export interface ListedOption {
  readonly name: string;
  readonly positional: boolean;
  readonly describe: string;
  /** The only words it takes; empty when any will do. */
  readonly choices: readonly string[];
}

export interface ListedCommand {
  readonly usage: string;
  readonly describe: string;
  readonly options: readonly ListedOption[];
}

interface Spec {
  readonly describe?: string;
  readonly choices?: readonly string[];
}

/** Every command with its options, asked of the program itself. */
export async function listCommands(): Promise<ListedCommand[]> {
  const listed: ListedCommand[] = [];
  for (const entry of COMMANDS) {
    const command = await entry.load();
    const options: ListedOption[] = [];
    command.options(recorder(options));
    listed.push({ usage: entry.usage, describe: entry.describe, options });
  }
  return listed;
}

/** Stands in for yargs and writes down what it is told. */
function recorder(options: ListedOption[]): Argv {
  const record = (positional: boolean) => (name: string, spec: Spec) => {
    options.push({ name, positional, describe: spec.describe ?? '', choices: spec.choices ?? [] });
    return builder;
  };
  const builder = { option: record(false), positional: record(true) } as unknown as Argv;
  return builder;
}
