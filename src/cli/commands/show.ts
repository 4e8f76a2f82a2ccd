import { SUBJECTS, type Subject, show as showFlow } from '../../flows/show.ts';
import { type Args, type Command, textOf } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { renderTable } from '../render-table.ts';
import { withCampaign } from '../with-campaign.ts';
import { writeJson } from '../write-json.ts';

/** Columns of the terminal table by subject; the JSON lines hold everything. */
const COLUMNS: Readonly<Record<Subject, readonly (readonly [title: string, key: string])[]>> = {
  messages: [
    ['邮件', 'eml'],
    ['收到', 'receivedAt'],
    ['发件人', 'from'],
    ['主题', 'subject'],
    ['单位', 'unitName'],
    ['状态', 'state'],
    ['原因', 'reason'],
  ],
  files: [
    ['邮件', 'eml'],
    ['文件', 'path'],
    ['内容', 'kind'],
    ['结果', 'fate'],
    ['行数', 'rows'],
    ['说明', 'reason'],
  ],
  submissions: [
    ['邮件', 'eml'],
    ['单位', 'unitName'],
    ['表', 'form'],
    ['方式', 'kind'],
    ['状态', 'state'],
    ['行数', 'rows'],
    ['原因', 'reason'],
  ],
  findings: [
    ['单位', 'unit'],
    ['文件', 'file'],
    ['单元格', 'cell'],
    ['程度', 'severity'],
    ['代码', 'code'],
    ['说明', 'text'],
  ],
  register: [
    ['表', 'form'],
    ['单位', 'unit'],
    ['内容', 'values'],
  ],
  units: [
    ['序号', 'order'],
    ['代码', 'code'],
    ['单位', 'name'],
    ['邮箱', 'emails'],
    ['联系人', 'contact'],
  ],
  events: [
    ['序号', 'sequence'],
    ['时间', 'at'],
    ['事件', 'type'],
    ['对象', 'message'],
  ],
  questions: [
    ['编号', 'id'],
    ['单位', 'unit'],
    ['事项', 'question'],
    ['已决定', 'decided'],
  ],
};

const WORDS: Readonly<Record<string, string>> = {
  merged: '已汇入',
  superseded: '已被替代',
  held: '待处理',
  ignored: '无需处理',
  quarantined: '已隔离',
  accepted: '已采纳',
  reverted: '已撤回',
  read: '已读取',
  'no-table': '没有报送表',
  refused: '读不了',
  container: '已拆开',
  block: '阻断',
  error: '错误',
  warning: '警告',
  notice: '提示',
  full: '整表',
  patch: '补充更正',
  withdrawal: '撤回',
  copy: '医院自报',
  repeat: '重复',
};

/** `mingce show <subject>` */
export const show: Command = {
  options: (builder) =>
    builder
      .positional('subject', { choices: SUBJECTS, describe: '要查看的内容' })
      .option('unit', { type: 'string', describe: '只看一个报送单位（代码）' })
      .option('code', { type: 'string', describe: '只看一个问题代码' }),
  async run(args, io) {
    const subject = SUBJECTS.find((name) => name === args['subject']) ?? 'messages';
    const rows = (await withCampaign(args, (campaign) => showFlow(campaign, subject, io.tools))).filter((row) =>
      matches(row, args),
    );
    if (args['json'] === true) writeJson(rows, io);
    else print(rows, COLUMNS[subject], io);
    return EXIT.clean;
  },
};

function matches(row: Record<string, unknown>, args: Args): boolean {
  const unit = textOf(args, 'unit');
  const code = textOf(args, 'code');
  return (
    (unit === undefined || row['unit'] === unit || row['code'] === unit) && (code === undefined || row['code'] === code)
  );
}

function print(
  rows: readonly Record<string, unknown>[],
  columns: readonly (readonly [string, string])[],
  io: Io,
): void {
  const cells = rows.map((row) => columns.map(([, key]) => cellText(row[key])));
  io.out(
    renderTable(
      columns.map(([title]) => title),
      cells,
      io.width,
    ),
  );
  io.out(`共 ${rows.length} 条`);
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return WORDS[value] ?? value;
  if (Array.isArray(value)) return value.join('；');
  if (typeof value === 'object') return Object.values(value).join(' ');
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
