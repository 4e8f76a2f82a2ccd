import type { Board } from '../registry/board.ts';
import type { ChartOption } from './render-chart.ts';

/** Units that had reported, day by day, one line a form. */
export function chartProgress(board: Board): ChartOption {
  return {
    color: ['#2e6da4', '#b3662f', '#5b8c5a', '#7a5ea8'],
    legend: { top: 0 },
    grid: { left: 40, right: 16, top: 36, bottom: 28 },
    xAxis: { type: 'category', data: board.progress.map((day) => day.date.slice(5)) },
    yAxis: { type: 'value', max: board.units.length, minInterval: 1 },
    series: board.forms.map((form) => ({
      type: 'line' as const,
      step: 'end' as const,
      name: `${form.annex} ${form.title}`,
      data: board.progress.map((day) => day.reported[form.form] ?? 0),
      symbolSize: 5,
    })),
  };
}
