import type { MailboxHealth } from '../flows/mailbox-health.ts';
import type { Status } from '../flows/status.ts';
import { localTime } from '../text/local-time.ts';
import { EXIT } from './exit-codes.ts';
import type { Io } from './io.ts';
import { renderTable } from './render-table.ts';

const STATE_WORDS = { missing: '未报', held: '待处理', faulty: '有错', clean: '已报' } as const;
const BAR = 24;

/** 1 as long as anything needs a person. */
export function statusExitCode({ board }: Status): number {
  const open = board.findings.block + board.findings.error + board.findings.warning + board.questions;
  const waiting = (board.messages['held'] ?? 0) + (board.messages['quarantined'] ?? 0);
  const missing = board.forms.reduce((sum, form) => sum + form.missing + form.held, 0);
  return open + waiting + missing === 0 ? EXIT.clean : EXIT.attention;
}

/** The board in the terminal: bars, units, mails, the last real receipt, and the next three things to do. */
export function printStatus({ board, daysLeft, title, timeZone, mailbox, calendar, next, asOf }: Status, io: Io): void {
  if (asOf !== undefined)
    io.out(`另一个名册程序正在处理这个文件夹，下面是它在 ${localTime(asOf, timeZone)} 算出的情况。`);
  io.out(title);
  for (const form of board.forms) {
    const total = form.reported + form.held + form.missing;
    const filled = total === 0 ? 0 : Math.round((BAR * form.reported) / total);
    io.out(
      `${form.annex} ${form.title}  ${'█'.repeat(filled)}${'░'.repeat(BAR - filled)} ${form.reported}/${total}  ${form.rows} 行，截止 ${form.due}，${daysText(daysLeft[form.form] ?? 0)}`,
    );
  }
  io.out('');
  const rows = board.units.map((line, index) => [
    String(index + 1),
    line.unitName,
    ...line.forms.map((form) => {
      const faults = form.blocks + form.errors;
      return `${STATE_WORDS[form.state]}${form.late ? '（迟）' : ''}${form.rows > 0 ? ` ${form.rows} 行` : ''}${faults > 0 ? ` 错 ${faults}` : ''}${form.warnings > 0 ? ` 警 ${form.warnings}` : ''}`;
    }),
  ]);
  io.out(renderTable(['序号', '单位', ...board.forms.map((form) => form.annex)], rows, io.width));
  io.out('');
  const { messages, findings } = board;
  io.out(
    `邮件：已汇入 ${messages['merged'] ?? 0}，已被替代 ${messages['superseded'] ?? 0}，待处理 ${messages['held'] ?? 0}，已隔离 ${messages['quarantined'] ?? 0}，无需处理 ${messages['ignored'] ?? 0}`,
  );
  io.out(`问题：阻断 ${findings.block}，错误 ${findings.error}，警告 ${findings.warning}，提示 ${findings.notice}`);
  io.out(`最近一次真正收到邮件：${board.lastReceived === '' ? '还没有' : localTime(board.lastReceived, timeZone)}`);
  if (mailbox) io.out(mailboxText(mailbox, timeZone));
  for (const entry of calendar) io.out(`通知日程：${entry.date} ${entry.text}`);
  io.out('\n接下来：');
  for (const [index, step] of next.slice(0, 3).entries()) io.out(`  ${index + 1}. ${step.text}　→　${step.command}`);
}

function daysText(days: number): string {
  if (days === 0) return '今天截止';
  return days > 0 ? `还有 ${days} 天` : `已过 ${-days} 天`;
}

function mailboxText({ address, state, at, detail, newest, days }: MailboxHealth, timeZone: string): string {
  if (state === 'configured') return `邮箱 ${address}：已设置，还没有连接过，运行 mingce harvest 收取`;
  const contact = `${localTime(at, timeZone)} ${state === 'failing' ? '连接失败' : '连接正常'}，${detail.replace(/[.。]$/, '')}`;
  const received = newest === '' ? '还没有从这里收到过邮件' : `最近一次从这里收到邮件是 ${localTime(newest, timeZone)}`;
  const silent = days > 0 ? `；已有 ${days} 天没有收取，请运行 mingce harvest` : '';
  return `邮箱 ${address}：${contact}；${received}${silent}`;
}
