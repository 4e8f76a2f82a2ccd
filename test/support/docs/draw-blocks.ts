import { EXIT_MEANINGS } from '../../../src/cli/exit-codes.ts';
import { SEVERITY_WORDS } from '../../../src/cli/severity-words.ts';
import { PROVIDERS } from '../../../src/mail/providers/providers.ts';
import { allRules } from '../../../src/rules/catalogue.ts';
import { listImports } from './list-imports.ts';
import { type ListedOption, listCommands } from './list-options.ts';

/** The parts of README.md and CONTRIBUTING.md that are drawn from the program, by the name in their markers. */
export async function drawBlocks(): Promise<ReadonlyMap<string, string>> {
  return new Map([
    ['命令', await commands()],
    ['退出码', table(['退出码', '含义'], Object.entries(EXIT_MEANINGS))],
    ['问题代码', codes()],
    ['邮箱', providers()],
    ['房间', rooms()],
  ]);
}

async function commands(): Promise<string> {
  const rows = (await listCommands()).flatMap(({ usage, describe, options }) => [
    [`\`mingce ${usage}\``, describe],
    ...options.map((option) => [`　\`${option.positional ? '' : '--'}${option.name}\``, explain(option)] as const),
  ]);
  return table(['命令与选项', '作用'], rows);
}

/** What an option is for, and the words it takes where the text does not name them. */
function explain({ describe, choices }: ListedOption): string {
  const untold = choices.filter((choice) => !describe.includes(choice));
  return untold.length === 0 ? describe : `${describe}：${choices.join('、')}`;
}

function codes(): string {
  const rows = allRules().map((rule) => [`\`${rule.code}\``, SEVERITY_WORDS[rule.severity], rule.title, rule.source]);
  return table(['代码', '程度', '名称', '依据'], rows);
}

function providers(): string {
  const rows = PROVIDERS.map((provider) => [
    provider.name,
    server(provider.imap),
    server(provider.smtp),
    provider.secretAdvice,
  ]);
  return table(['邮箱', '收信', '发信', '授权码'], rows);
}

function rooms(): string {
  const rows = listImports().map((room) => [
    `\`${room.room}\``,
    String(room.files),
    room.rooms.join('、') || '–',
    room.packages.join('、') || '–',
  ]);
  return table(['房间', '文件', '引用的房间', '引用的包'], rows);
}

function server(endpoint: { readonly host: string; readonly port: number } | undefined): string {
  return endpoint === undefined ? '写在 campaign.yaml' : `${endpoint.host}:${endpoint.port}`;
}

/** A Markdown table; bars inside cells are escaped. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
