import yargs from 'yargs';
import { VERSION } from '../text/program.ts';
import { COMMANDS } from './commands.ts';
import { EXIT, EXIT_MEANINGS } from './exit-codes.ts';
import type { Io } from './io.ts';
import { reportError } from './report-error.ts';
import { UsageFault } from './usage-fault.ts';

/** Parses the arguments, runs one command and returns the exit code. Never throws. */
export async function runCommandLine(argv: readonly string[], io: Io): Promise<number> {
  let code: number = EXIT.clean;
  const parser = yargs([...argv])
    .scriptName('mingce')
    .locale('zh_CN')
    .usage('$0 [-C 工作文件夹] <命令>\n\n名册：按通知发放表格、收取邮件回复、校验并汇总成可追溯的全省名册')
    .option('folder', { alias: 'C', type: 'string', default: '.', describe: '工作文件夹', global: true })
    .option('quiet', { type: 'boolean', default: false, describe: '不显示进度', global: true })
    .option('json', { type: 'boolean', default: false, describe: '结果以 JSON 逐行输出，供程序读取', global: true })
    .parserConfiguration({ 'parse-numbers': false, 'parse-positional-numbers': false, 'boolean-negation': false })
    .strict()
    .demandCommand(1, 1, '请写明要做什么，例如 mingce status', '一次只能运行一个命令')
    .version('version', '显示版本号', VERSION)
    .help('help', '显示帮助')
    .wrap(Math.min(100, io.width))
    .exitProcess(false)
    .epilogue(
      `退出码：\n${Object.entries(EXIT_MEANINGS)
        .map(([number, meaning]) => `  ${number.padStart(2)}  ${meaning}`)
        .join('\n')}`,
    );
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
      parser.fail((message, error) => reject(error ?? new UsageFault(message)));
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
