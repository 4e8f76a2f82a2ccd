import type { Board } from '../registry/board.ts';
import { INK, LINE_COLOURS } from './colours.ts';
import { daysFrom } from './days-from.ts';
import type { Chart } from './render-chart.ts';

const DASHES = ['solid', 'dashed', 'dotted', 'solid'] as const;

/** Units that had reported, day by day, one line a form, with the deadlines; undefined before the first report. */
export function chartProgress(board: Board, width: number): Chart | undefined {
  const first = board.progress[0]?.date;
  const last = board.progress.at(-1)?.date;
  if (first === undefined || last === undefined) return undefined;
  const days = daysFrom(
    first,
    last,
    board.forms.map((form) => form.due),
  );
  return {
    width,
    height: 250,
    label: board.forms
      .map((form) => `${form.annex} 到 ${last} 已报 ${board.progress.at(-1)?.reported[form.form] ?? 0} 个单位`)
      .join('，'),
    option: {
      color: [...LINE_COLOURS],
      legend: { top: 0, left: 0, itemWidth: 30, textStyle: { fontSize: 12, color: INK } },
      grid: { left: 30, right: 18, top: 58, bottom: 26, outerBoundsMode: 'none' },
      xAxis: {
        type: 'category',
        boundaryGap: false,
        data: days.map((day) => day.slice(5)),
        axisLabel: { fontSize: 11, color: INK, hideOverlap: true },
      },
      yAxis: {
        type: 'value',
        max: board.units.length,
        minInterval: 1,
        axisLabel: { fontSize: 11, color: INK, showMaxLabel: true, hideOverlap: true },
      },
      series: board.forms.map((form, index) => ({
        type: 'line' as const,
        step: 'end' as const,
        name: `${form.annex} ${form.title}`,
        data: heights(board, form.form, days, last),
        symbol: 'none',
        lineStyle: { width: 2.5, type: DASHES[index % DASHES.length] ?? 'solid' },
        markLine: {
          silent: true,
          symbol: 'none',
          lineStyle: { color: LINE_COLOURS[index % LINE_COLOURS.length] ?? INK, type: 'dotted', width: 1.5 },
          label: { formatter: `${form.annex}截止`, fontSize: 11, color: INK },
          data: days.includes(form.due) ? [{ xAxis: form.due.slice(5) }] : [],
        },
      })),
    },
  };
}

/** The count of every day up to the last one known; days still to come stay empty. */
function heights(board: Board, form: string, days: readonly string[], last: string): (number | null)[] {
  const known = new Map(board.progress.map((day) => [day.date, day.reported[form] ?? 0]));
  let height = 0;
  return days.map((day) => {
    height = known.get(day) ?? height;
    return day > last ? null : height;
  });
}
