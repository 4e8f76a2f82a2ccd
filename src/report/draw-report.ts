import type { Board } from '../registry/board.ts';
import type { NextStep } from '../registry/next-steps.ts';
import { escapeHtml } from '../text/escape-html.ts';
import { localTime } from '../text/local-time.ts';
import { chartAnswers } from './chart-answers.ts';
import { chartFaults } from './chart-faults.ts';
import { chartProgress } from './chart-progress.ts';
import { chartTiles } from './chart-tiles.ts';
import { chartUnits } from './chart-units.ts';
import { STATE_WORDS, STATES } from './colours.ts';
import { drawOverview } from './draw-overview.ts';
import { drawUnitsTable } from './draw-units-table.ts';
import { placeUnits } from './place-units.ts';
import { type Chart, renderChart } from './render-chart.ts';
import { REPORT_STYLE } from './report-style.ts';
import { shown } from './shown.ts';

export interface ReportInput {
  readonly title: string;
  readonly documentNumber: string;
  readonly timeZone: string;
  /** ISO instant of the newest mail or decision the numbers rest on. */
  readonly asOf: string;
  readonly board: Board;
  readonly next: readonly NextStep[];
  /** Squares [column, row] of the tile map by the beginning of a unit's short name. */
  readonly places: Readonly<Record<string, readonly [number, number]>>;
  readonly titleOf: (code: string) => string;
  /** Whether an answer of a choice column is one of its vocabulary, and so safe to show. */
  readonly isKnown: (form: string, key: string, answer: string) => boolean;
}

/** More units than this are told by the table alone. */
const MOST_TILES = 120;

/** The report as one self-contained page: no network, no script, no personal data. Numbers carry their place in `status --json`. */
export function drawReport(input: ReportInput): string {
  const { board, timeZone } = input;
  const received = localTime(board.lastReceived, timeZone) || '还没有';
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<link rel="icon" href="data:,">
<title>${escapeHtml(input.title)} 报送情况</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<header>
<h1>报送情况</h1>
<p>${shown('title', input.title)}<span data-fixed>（${escapeHtml(input.documentNumber)}）</span></p>
<p class="quiet">数据截至 <span data-fixed>${escapeHtml(localTime(input.asOf, timeZone))}</span>，最近一次收到邮件：${shown('board.lastReceived', received)}</p>
</header>
<main>
${section('总览', drawOverview(board))}
${section('需要处理', nextList(input.next))}
${section('分布', tileMaps(input))}
${section('各单位', drawUnitsTable(board, timeZone))}
${section('进度', progressFigure(board))}
${section('问题', faultFigures(input))}
${section('构成', answerFigures(input))}
</main>
</body>
</html>
`;
}

function section(title: string, body: string): string {
  return body === '' ? '' : `<section><h2>${title}</h2>${body}</section>`;
}

function figure(kind: string, caption: string, svg: string, style = ''): string {
  return `<figure data-chart="${escapeHtml(kind)}"${style}><figcaption data-fixed>${escapeHtml(caption)}</figcaption>${svg}</figure>`;
}

function nextList(steps: readonly NextStep[]): string {
  const items = steps.map(
    (step, index) =>
      `<li>${shown(`next.${index}.text`, step.text)}<code>${shown(`next.${index}.command`, step.command)}</code></li>`,
  );
  return `<ol>${items.join('')}</ol>`;
}

function tileMaps({ board, places }: ReportInput): string {
  if (board.units.length > MOST_TILES) return '<p>报送单位较多，各单位的情况见下表。</p>';
  const map = placeUnits(
    board.units.map((unit) => unit.unitName),
    places,
  );
  const maps = board.forms.map((form, index) =>
    figure(
      `tiles.${form.form}`,
      `${form.annex} ${form.title}`,
      renderChart(chartTiles(board, form.form, map), `tiles${index}`),
    ),
  );
  const legend = STATES.map((state) => `<span class="state ${state}">${STATE_WORDS[state]}</span>`).join('');
  const note = map.geographic ? '方格只表示大致方位，不是行政边界' : '按单位顺序排列';
  return `<p class="legend">${legend}<span class="quiet">${note}</span></p><div class="pair">${maps.join('')}</div>`;
}

/** Drawn twice, for a wide page and for a phone, so that its letters stay readable on both. */
function progressFigure(board: Board): string {
  const [wide, narrow] = [chartProgress(board, 900), chartProgress(board, 360)];
  if (!wide || !narrow) return '<p>还没有单位报送。</p>';
  const svgs = [
    withClass(renderChart(wide, 'progress'), 'wide'),
    withClass(renderChart(narrow, 'progress-narrow'), 'narrow'),
  ];
  return figure('progress', '累计已报送的单位数', svgs.join(''), ' class="full"');
}

function withClass(svg: string, name: string): string {
  return svg.replace('<svg ', `<svg class="${name}" `);
}

function faultFigures(input: ReportInput): string {
  const [kinds, units] = [chartFaults(input.board, input.titleOf), chartUnits(input.board)];
  const figures = [
    ...optional('faults', '按种类（最多的 12 种）', kinds),
    ...optional('units', '按单位（最多的 30 个）', units),
  ];
  return figures.length === 0 ? '<p>没有需要处理的问题。</p>' : `<div class="pair">${figures.join('')}</div>`;
}

/** The tallest chart on the left, the others beside it. */
function answerFigures({ board, isKnown }: ReportInput): string {
  const drawn = board.answers.flatMap((answers) => {
    const chart = chartAnswers(answers, (answer) => isKnown(answers.form, answers.key, answer));
    return chart === undefined ? [] : [{ answers, chart }];
  });
  let tallest = drawn[0];
  if (tallest === undefined) return '';
  for (const one of drawn) if (one.chart.height > tallest.chart.height) tallest = one;
  const draw = ({ answers, chart }: (typeof drawn)[number]): string =>
    optional(`answers.${answers.form}.${answers.key}`, bareHeader(answers.header), chart).join('');
  const others = drawn.filter((one) => one !== tallest).map(draw);
  return `<div class="pair">${draw(tallest)}<div class="stack">${others.join('')}</div></div>`;
}

/** 医疗机构级别(三级、二级) → 医疗机构级别: the brackets tell how to fill the column in. */
function bareHeader(header: string): string {
  return header.replace(/[（(][^（()）]*[)）]$/, '');
}

function optional(kind: string, caption: string, chart: Chart | undefined): string[] {
  return chart === undefined
    ? []
    : [figure(kind, caption, renderChart(chart, `chart-${kind.replace(/[^A-Za-z0-9]+/g, '-')}`))];
}
