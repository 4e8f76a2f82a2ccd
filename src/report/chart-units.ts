import type { Board, UnitLine } from '../registry/board.ts';
import { barAxes } from './bar-axes.ts';
import { SEVERITY_COLOURS, SEVERITY_WORDS } from './colours.ts';
import type { Chart } from './render-chart.ts';

const SHOWN = 30;
const COUNTS = ['blocks', 'errors', 'warnings'] as const;
const SEVERITY_OF = { blocks: 'block', errors: 'error', warnings: 'warning' } as const;

/** Open faults per unit, stacked by severity, most first; undefined when no unit has any. */
export function chartUnits(board: Board): Chart | undefined {
  const lines = board.units
    .map((unit) => ({ name: unit.unitName, counts: COUNTS.map((count) => sumOf(unit, count)) }))
    .filter((line) => sum(line.counts) > 0)
    .sort((a, b) => sum(b.counts) - sum(a.counts))
    .slice(0, SHOWN);
  if (lines.length === 0) return undefined;
  const words = lines.map((line) => wordsOf(line.counts));
  return {
    width: 360,
    height: 34 + lines.length * 24,
    label: lines.map((line, index) => `${line.name} ${words[index] ?? ''}`).join('，'),
    option: {
      legend: { top: 0, left: 0, icon: 'rect', itemWidth: 12, itemHeight: 12, textStyle: { fontSize: 12 } },
      ...barAxes(
        lines.map((line) => line.name),
        108,
        146,
        26,
      ),
      series: COUNTS.map((count, place) => ({
        type: 'bar' as const,
        stack: 'faults',
        name: SEVERITY_WORDS[SEVERITY_OF[count]],
        barWidth: 15,
        itemStyle: { color: SEVERITY_COLOURS[SEVERITY_OF[count]] },
        data: lines.map((line) => line.counts[place] ?? 0),
        label: {
          show: place === COUNTS.length - 1,
          position: 'right' as const,
          fontSize: 12,
          color: '#1f2933',
          formatter: ({ dataIndex }: { dataIndex: number }) => words[dataIndex] ?? '',
        },
      })),
    },
  };
}

function wordsOf(counts: readonly number[]): string {
  return COUNTS.flatMap((count, place) => {
    const value = counts[place] ?? 0;
    return value > 0 ? [`${SEVERITY_WORDS[SEVERITY_OF[count]]} ${value}`] : [];
  }).join('，');
}

function sumOf(unit: UnitLine, count: (typeof COUNTS)[number]): number {
  return sum(unit.forms.map((form) => form[count]));
}

function sum(numbers: readonly number[]): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
