import { COMMANDS } from './commands.ts';
import { EXIT_MEANINGS } from './exit-codes.ts';

/** First lines of every help text. */
export const USAGE = '$0 [-C 工作文件夹] <命令>\n\n名册：按通知发放表格、收取邮件回复、校验并汇总成可追溯的全省名册';

/** Options of every command, as they stand in the help. */
export const GLOBAL_OPTIONS = {
  folder: { alias: 'C', type: 'string', default: '.', describe: '工作文件夹', global: true },
  quiet: { type: 'boolean', default: false, describe: '不显示进度', global: true },
  json: { type: 'boolean', default: false, describe: '结果以 JSON 逐行输出，供程序读取', global: true },
} as const;

/** Last lines of every help text. */
export function exitCodeLines(): string {
  const lines = Object.entries(EXIT_MEANINGS).map(([number, meaning]) => `  ${number.padStart(2)}  ${meaning}`);
  return `退出码：\n${lines.join('\n')}`;
}

/** `mingce --help`, drawn without any package: it is what people type first, and should be there at once. */
export function drawHelp(): string {
  const width = Math.max(...COMMANDS.map(({ usage }) => usage.length));
  const commands = COMMANDS.map(({ usage, describe }) => `  mingce ${usage.padEnd(width)}  ${describe}`);
  const options = [
    ['-C, --folder', `${GLOBAL_OPTIONS.folder.describe}（默认当前文件夹）`],
    ['    --quiet', GLOBAL_OPTIONS.quiet.describe],
    ['    --json', GLOBAL_OPTIONS.json.describe],
    ['    --version', '显示版本号'],
    ['    --help', '显示帮助；写在命令后面，显示该命令的选项'],
  ].map(([name = '', describe = '']) => `  ${name.padEnd(14)}${describe}`);
  return [USAGE.replace('$0', 'mingce'), '', '命令：', ...commands, '', '选项：', ...options, '', exitCodeLines()].join(
    '\n',
  );
}
