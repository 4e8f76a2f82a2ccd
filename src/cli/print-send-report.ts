import type { SendReport } from '../flows/send.ts';
import type { Io } from './io.ts';
import { renderTable } from './render-table.ts';
import { KIND_WORDS, SHORT_OUTCOMES } from './send-words.ts';

/**
 * The plan of mails, or what became of it: whom, what, why, and what is left out with its reason. Of a plan at most `most`
 * mails are listed; what was really sent is listed whole.
 */
export function printSendReport(report: SendReport, io: Io, most = Number.POSITIVE_INFINITY): void {
  if (report.mails.length === 0) io.out('没有要发的邮件。');
  else {
    const sent = report.mails.filter((mail) => mail.outcome === 'sent').length;
    io.out(
      report.applied ? `发送 ${report.mails.length} 封，成功 ${sent} 封：` : `计划发送 ${report.mails.length} 封：`,
    );
    const listed = report.applied ? report.mails : report.mails.slice(0, most);
    const rows = listed.map((mail) => [
      KIND_WORDS[mail.kind],
      mail.unitName,
      [mail.to, ...mail.cc].join(' 抄 '),
      mail.subject,
      report.applied
        ? `${SHORT_OUTCOMES[mail.outcome]}${mail.outcome === 'sent' ? '' : ` ${mail.response}`}`.trim()
        : mail.why,
    ]);
    io.out(renderTable(['种类', '单位', '收件人', '主题', report.applied ? '结果' : '原因'], rows, io.width, 'wrap'));
    if (listed.length < report.mails.length)
      io.out(`另有 ${report.mails.length - listed.length} 封没有列出，用 mingce send 查看全部。`);
  }
  for (const [names, units] of group(report.mails.map((mail) => [mail.attachments.join('、'), mail.unitName])))
    if (names !== '') io.out(`附件（${names}）：${few(units)}`);
  const skipped = report.skipped.map(({ kind, why, unitName }) => [`${KIND_WORDS[kind]}：${why}`, unitName] as const);
  for (const [why, units] of group(skipped)) io.out(`不发（${why}）：${isDone(why) ? few(units) : units.join('、')}`);
  for (const mail of report.unsettled) {
    io.out(
      `不能确定是否发出：${mail.unitName} ${KIND_WORDS[mail.kind]}（${mail.to}）。请在已发送文件夹或向对方核实；确实没有收到的，用 mingce send --kind ${mail.kind} --again --yes 重发。`,
    );
  }
}

function isDone(why: string): boolean {
  return /已经(?:发|答复|询问)过$/.test(why);
}

/** What is done, or the same for all, needs no reading through. */
function few(units: readonly string[]): string {
  return units.length <= FEW ? units.join('、') : `${units.slice(0, FEW).join('、')} 等 ${units.length} 个单位`;
}

const FEW = 5;

/** Units under what they have in common, each once. */
function group(pairs: readonly (readonly [shared: string, unitName: string])[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [shared, unitName] of pairs) {
    const units = groups.get(shared) ?? [];
    if (!units.includes(unitName)) units.push(unitName);
    groups.set(shared, units);
  }
  return groups;
}
