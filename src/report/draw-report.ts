import type { Board, FormTotals } from '../registry/board.ts';
import type { NextStep } from '../registry/next-steps.ts';
import { escapeHtml } from '../text/escape-html.ts';
import { localTime } from '../text/local-time.ts';
import { chartAnswers } from './chart-answers.ts';
import { chartFaults } from './chart-faults.ts';
import { chartProgress } from './chart-progress.ts';
import { chartTiles } from './chart-tiles.ts';
import { chartUnits } from './chart-units.ts';
import { SEVERITY_WORDS, STATE_COLOURS, STATE_WORDS } from './colours.ts';
import { renderChart } from './render-chart.ts';
import { REPORT_STYLE } from './report-style.ts';

export interface ReportInput {
  readonly title: string;
  readonly documentNumber: string;
  readonly timeZone: string;
  /** ISO instant of the newest mail or decision the numbers rest on. */
  readonly asOf: string;
  readonly board: Board;
  readonly next: readonly NextStep[];
  readonly places: Readonly<Record<string, readonly [number, number]>>;
  readonly titleOf: (code: string) => string;
}

/** The report as one self-contained page: no network, no script, no personal data. */
export function drawReport(input: ReportInput): string {
  const { board } = input;
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${escapeHtml(input.title)} 报送情况</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<header>
<h1>报送情况</h1>
<p>${escapeHtml(input.title)}（${escapeHtml(input.documentNumber)}）</p>
<p class="quiet">截至 ${escapeHtml(localTime(input.asOf, input.timeZone))}，最近一次收到邮件 ${escapeHtml(localTime(board.lastReceived, input.timeZone) || '—')}</p>
</header>
${section('总览', `<div class="cards">${board.forms.map(formCard).join('')}</div>${countsTable(board)}`)}
${section('需要处理', `<ol>${input.next.map((step) => `<li>${escapeHtml(step.text)}　<code>${escapeHtml(step.command)}</code></li>`).join('')}</ol>`)}
${section('分布', `<div class="pair">${board.forms.map((form, index) => tiles(input, form, index)).join('')}</div>${legend()}`)}
${section('各单位', unitsTable(board))}
${section('进度', board.progress.length === 0 ? '<p>还没有单位报送。</p>' : figure('每日累计报送单位数', renderChart(chartProgress(board), { width: 760, height: 260 }, 'progress')))}
${section('问题', faultFigures(input))}
${section('构成', board.answers.map((answers, index) => answersFigure(answers, index)).join(''))}
</body>
</html>
`;
}

function section(title: string, body: string): string {
  return `<section><h2>${title}</h2>${body}</section>`;
}

function figure(caption: string, svg: string): string {
  return `<figure><figcaption>${escapeHtml(caption)}</figcaption>${svg}</figure>`;
}

function formCard(form: FormTotals): string {
  const total = form.reported + form.held + form.missing;
  return `<div class="card"><h3>${escapeHtml(form.annex)} ${escapeHtml(form.title)}</h3>
<p class="big" data-number="reported.${escapeHtml(form.form)}">${form.reported}<small> / ${total} 个单位已报</small></p>
<p><span data-number="rows.${escapeHtml(form.form)}">${form.rows}</span> 行；有错 <span data-number="faulty.${escapeHtml(form.form)}">${form.faulty}</span>，待处理 <span data-number="held.${escapeHtml(form.form)}">${form.held}</span>，未报 <span data-number="missing.${escapeHtml(form.form)}">${form.missing}</span>，迟报 <span data-number="late.${escapeHtml(form.form)}">${form.late}</span></p>
<p class="quiet">截止 ${escapeHtml(form.due)}</p></div>`;
}

const MESSAGE_WORDS = {
  merged: '已汇入',
  superseded: '已被替代',
  held: '待处理',
  quarantined: '已隔离',
  ignored: '无需处理',
} as const;
const MESSAGE_STATES = ['merged', 'superseded', 'held', 'quarantined', 'ignored'] as const;
const SEVERITIES = ['block', 'error', 'warning', 'notice'] as const;

function countsTable(board: Board): string {
  const mails = MESSAGE_STATES.map(
    (state) => `<td data-number="messages.${state}">${board.messages[state] ?? 0}</td>`,
  ).join('');
  const faults = SEVERITIES.map(
    (severity) => `<td data-number="findings.${severity}">${board.findings[severity]}</td>`,
  ).join('');
  return `<div class="pair"><table><caption>邮件（封）</caption><tr>${MESSAGE_STATES.map((state) => `<th>${MESSAGE_WORDS[state]}</th>`).join('')}</tr><tr>${mails}</tr></table>
<table><caption>问题（处）</caption><tr>${SEVERITIES.map((severity) => `<th>${SEVERITY_WORDS[severity]}</th>`).join('')}</tr><tr>${faults}</tr></table></div>`;
}

function tiles(input: ReportInput, form: FormTotals, index: number): string {
  const { option, rows } = chartTiles(input.board, form.form, input.places);
  return figure(
    `${form.annex} ${form.title}`,
    renderChart(option, { width: 560, height: 12 + rows * 62 }, `tiles${index}`),
  );
}

function legend(): string {
  const marks = (Object.keys(STATE_WORDS) as (keyof typeof STATE_WORDS)[]).map(
    (state) => `<span><i style="background:${STATE_COLOURS[state]}"></i>${STATE_WORDS[state]}</span>`,
  );
  return `<p class="legend">${marks.join('')}<span class="quiet">方格表示大致方位，不是实际边界</span></p>`;
}

function unitsTable(board: Board): string {
  const head = board.forms
    .map((form) => `<th colspan="4">${escapeHtml(form.annex)} ${escapeHtml(form.title)}</th>`)
    .join('');
  const sub = board.forms.map(() => '<th>状态</th><th>行数</th><th>错误</th><th>警告</th>').join('');
  const rows = board.units.map((unit, index) => {
    const cells = unit.forms.map(
      (form) =>
        `<td><b style="color:${form.state === 'missing' ? '#6b7280' : STATE_COLOURS[form.state]}">${STATE_WORDS[form.state]}</b>${form.late ? '（迟）' : ''}</td><td>${form.rows}</td><td>${form.blocks + form.errors}</td><td>${form.warnings}</td>`,
    );
    return `<tr><td>${index + 1}</td><th scope="row">${escapeHtml(unit.unitName)}</th>${cells.join('')}</tr>`;
  });
  return `<div class="scroll"><table class="units"><thead><tr><th rowspan="2">序号</th><th rowspan="2">单位</th>${head}</tr><tr>${sub}</tr></thead><tbody>${rows.join('\n')}</tbody></table></div>`;
}

function faultFigures(input: ReportInput): string {
  const kinds = chartFaults(input.board, input.titleOf);
  const units = chartUnits(input.board);
  if (kinds.bars === 0) return '<p>没有需要处理的问题。</p>';
  return `<div class="pair">${figure('按种类（前 12 种）', renderChart(kinds.option, { width: 560, height: 16 + kinds.bars * 26 }, 'faults'))}${figure('按单位', renderChart(units.option, { width: 560, height: 44 + units.bars * 24 }, 'units'))}</div>`;
}

function answersFigure(answers: Board['answers'][number], index: number): string {
  const { option, bars } = chartAnswers(answers);
  return bars === 0
    ? ''
    : figure(answers.header, renderChart(option, { width: 370, height: 16 + bars * 24 }, `answers${index}`));
}
