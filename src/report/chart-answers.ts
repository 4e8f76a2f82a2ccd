import type { Board } from '../registry/board.ts';
import { barAxes } from './bar-axes.ts';
import type { Chart } from './render-chart.ts';

const SHOWN = 12;

/**
 * How often each answer of a choice column was given, most frequent first. Answers outside the column's
 * vocabulary are counted together: what somebody wrote there by mistake may be a name or a phone.
 */
export function chartAnswers(answers: Board['answers'][number], known: (answer: string) => boolean): Chart | undefined {
  const sorted = Object.entries(answers.counts)
    .filter(([answer]) => known(answer))
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const shown = sorted.slice(0, SHOWN);
  const rest = total(sorted.slice(SHOWN));
  const other = total(Object.entries(answers.counts)) - total(sorted);
  const bars = [
    ...shown,
    ...(rest > 0 ? [['其余各项', rest] as const] : []),
    ...(other > 0 ? [['空白或不规范', other] as const] : []),
  ];
  if (bars.length === 0) return undefined;
  return {
    width: 360,
    height: 10 + bars.length * 24,
    label: `${answers.header}：${bars.map(([answer, count]) => `${answer} ${count}`).join('，')}`,
    option: {
      ...barAxes(
        bars.map(([answer]) => answer),
        112,
        48,
      ),
      series: [
        {
          type: 'bar',
          barWidth: 15,
          itemStyle: { color: '#8fb6d8' },
          data: bars.map(([, count]) => count),
          label: { show: true, position: 'right', fontSize: 12, color: '#1f2933' },
        },
      ],
    },
  };
}

function total(entries: readonly (readonly [string, number])[]): number {
  let sum = 0;
  for (const [, count] of entries) sum += count;
  return sum;
}
