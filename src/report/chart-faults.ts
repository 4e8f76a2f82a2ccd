import type { Board } from '../registry/board.ts';
import { barAxes } from './bar-axes.ts';
import { SEVERITY_COLOURS, SEVERITY_WORDS } from './colours.ts';
import type { Chart } from './render-chart.ts';

const SHOWN = 12;

/** The most frequent kinds of faults, longest bar on top; undefined when there are none. Notices need nobody and are left out. */
export function chartFaults(board: Board, titleOf: (code: string) => string): Chart | undefined {
  const faults = board.faults.filter((fault) => fault.severity !== 'notice').slice(0, SHOWN);
  if (faults.length === 0) return undefined;
  const words = faults.map((fault) => `${SEVERITY_WORDS[fault.severity]} ${fault.count}`);
  return {
    width: 360,
    height: 10 + faults.length * 24,
    label: faults.map((fault, index) => `${titleOf(fault.code)} ${words[index] ?? ''}`).join('，'),
    option: {
      ...barAxes(
        faults.map((fault) => titleOf(fault.code)),
        170,
        66,
      ),
      series: [
        {
          type: 'bar',
          barWidth: 15,
          data: faults.map((fault) => ({ value: fault.count, itemStyle: { color: SEVERITY_COLOURS[fault.severity] } })),
          label: {
            show: true,
            position: 'right',
            fontSize: 12,
            color: '#1f2933',
            formatter: ({ dataIndex }: { dataIndex: number }) => words[dataIndex] ?? '',
          },
        },
      ],
    },
  };
}
