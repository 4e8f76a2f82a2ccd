import type { Board } from '../registry/board.ts';
import { SEVERITY_COLOURS, SEVERITY_WORDS } from './colours.ts';
import type { ChartOption } from './render-chart.ts';

/** The most frequent kinds of faults, longest bar on top. */
export function chartFaults(board: Board, titleOf: (code: string) => string): { option: ChartOption; bars: number } {
  const faults = board.faults.filter((fault) => fault.severity !== 'notice').slice(0, 12);
  return {
    bars: faults.length,
    option: {
      grid: { left: 190, right: 48, top: 4, bottom: 4 },
      xAxis: { type: 'value', show: false },
      yAxis: {
        type: 'category',
        inverse: true,
        data: faults.map((fault) => titleOf(fault.code)),
        axisTick: { show: false },
        axisLine: { show: false },
        axisLabel: { width: 176, overflow: 'truncate', fontSize: 13 },
      },
      series: [
        {
          type: 'bar',
          barMaxWidth: 18,
          data: faults.map((fault) => ({ value: fault.count, itemStyle: { color: SEVERITY_COLOURS[fault.severity] } })),
          label: {
            show: true,
            position: 'right',
            formatter: ({ dataIndex }: { dataIndex: number }) =>
              `${faults[dataIndex]?.count ?? 0} ${SEVERITY_WORDS[faults[dataIndex]?.severity ?? 'notice']}`,
          },
        },
      ],
    },
  };
}
