import { VERSION } from '../text/program.ts';
import { terminalSafe } from '../text/terminal-safe.ts';
import { COMMANDS } from './commands.ts';
import { drawHelp, exitCodeLines, GLOBAL_OPTIONS, USAGE } from './draw-help.ts';
import { EXIT } from './exit-codes.ts';
import type { Io } from './io.ts';
import { reportError } from './report-error.ts';
import { UsageFault } from './usage-fault.ts';
import { USAGE_WORDS } from './usage-words.ts';

/** Parses the arguments, runs one command and returns the exit code. Never throws. */
export async function runCommandLine(argv: readonly string[], outside: Io): Promise<number> {
  const io = guardIo(outside);
  let code: number = EXIT.clean;
  if (argv.length === 1 && (argv[0] === '--help' || argv[0] === '-h')) {
    io.out(drawHelp());
    return code;
  }
  const { default: yargs } = await import('yargs');
  const parser = yargs([...argv])
    .scriptName('mingce')
    .locale('zh_CN')
    // The types of yargs forget that some of its phrases have a singular and a plural.
    .updateStrings(USAGE_WORDS as unknown as Record<string, string>)
    .usage(USAGE)
    .options(GLOBAL_OPTIONS)
    .parserConfiguration({ 'parse-numbers': false, 'parse-positional-numbers': false, 'boolean-negation': false })
    .strict()
    .demandCommand(1, 1, '请写明要做什么，例如 mingce status', '一次只能运行一个命令')
    .version('version', '显示版本号', VERSION)
    .help('help', '显示帮助')
    .alias('help', 'h')
    .wrap(Math.min(100, io.width))
    .exitProcess(false)
    .epilogue(exitCodeLines());
  for (const command of COMMANDS) {
    parser.command(
      command.usage,
      command.describe,
      async (builder) => (await command.load()).options(builder),
      async (args) => {
        const quietIo =
          args['quiet'] === true
            ? { ...io, err: () => undefined, tools: { ...io.tools, progress: () => undefined } }
            : io;
        code = await (await command.load()).run(args, quietIo);
      },
    );
  }
  try {
    await new Promise<void>((resolve, reject) => {
      // Throwing is what keeps the command from running: after a mere report yargs goes on to it.
      parser.fail((message, error) => {
        throw error ?? new UsageFault(message);
      });
      Promise.resolve(
        parser.parseAsync([...argv], {}, (error, _args, output) => {
          if (output !== '') io.out(output);
          if (error) reject(error);
        }),
      ).then(() => resolve(), reject);
    });
    return code;
  } catch (error) {
    return reportError(error, io);
  }
}

/** Names, subjects and cells of a sender are shown in the terminal; none of them may steer it. */
function guardIo(io: Io): Io {
  const guard = (say: (text: string) => void) => (text: string) => say(terminalSafe(text));
  const { out, err, tools } = io;
  return { ...io, out: guard(out), err: guard(err), tools: { ...tools, progress: guard(tools.progress) } };
}
