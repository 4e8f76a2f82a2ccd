import type { Board } from '../registry/board.ts';
import type { ChartOption } from './render-chart.ts';

/** How often each answer of a choice column was given; the twelve most frequent, the rest as 其他. */
export function chartAnswers(answers: Board['answers'][number]): { option: ChartOption; bars: number } {
  const sorted = Object.entries(answers.counts).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const rest = sorted.slice(12).reduce((total, [, count]) => total + count, 0);
  const bars = [...sorted.slice(0, 12), ...(rest > 0 ? [['其余各项', rest] as const] : [])];
  return {
    bars: bars.length,
    option: {
      grid: { left: 120, right: 40, top: 4, bottom: 4 },
      xAxis: { type: 'value', show: false },
      yAxis: {
        type: 'category',
        inverse: true,
        data: bars.map(([answer]) => answer),
        axisTick: { show: false },
        axisLine: { show: false },
        axisLabel: { width: 108, overflow: 'truncate' },
      },
      series: [
        {
          type: 'bar',
          barMaxWidth: 18,
          itemStyle: { color: '#4f7ca8' },
          data: bars.map(([, count]) => count),
          label: { show: true, position: 'right' },
        },
      ],
    },
  };
}
