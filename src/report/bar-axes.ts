import type { ChartOption } from './render-chart.ts';

/** Axes of a chart of lying bars: names on the left, first name on top, no lines. `room` is for the words after the bars. */
export function barAxes(names: readonly string[], nameWidth: number, room: number, top = 4): ChartOption {
  return {
    grid: { left: nameWidth + 10, right: room, top, bottom: 4, outerBoundsMode: 'none' },
    xAxis: { type: 'value', show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: [...names],
      axisTick: { show: false },
      axisLine: { lineStyle: { color: '#9aa5b1' } },
      axisLabel: { interval: 0, width: nameWidth, overflow: 'truncate', fontSize: 12, color: '#1f2933' },
    },
  };
}
