import type { Board } from '../registry/board.ts';
import { SEVERITY_COLOURS, SEVERITY_WORDS } from './colours.ts';
import type { ChartOption } from './render-chart.ts';

const SHOWN = ['blocks', 'errors', 'warnings'] as const;
const SEVERITIES = { blocks: 'block', errors: 'error', warnings: 'warning' } as const;

/** Open faults per unit, stacked by severity; units without any are left out. */
export function chartUnits(board: Board): { option: ChartOption; bars: number } {
  const lines = board.units
    .map((unit) => ({
      name: unit.unitName,
      blocks: sum(unit.forms.map((form) => form.blocks)),
      errors: sum(unit.forms.map((form) => form.errors)),
      warnings: sum(unit.forms.map((form) => form.warnings)),
    }))
    .filter((line) => line.blocks + line.errors + line.warnings > 0);
  return {
    bars: lines.length,
    option: {
      legend: { top: 0 },
      grid: { left: 96, right: 24, top: 30, bottom: 4 },
      xAxis: { type: 'value', show: false },
      yAxis: {
        type: 'category',
        inverse: true,
        data: lines.map((line) => line.name),
        axisTick: { show: false },
        axisLine: { show: false },
      },
      series: SHOWN.map((key) => ({
        type: 'bar' as const,
        stack: 'faults',
        name: SEVERITY_WORDS[SEVERITIES[key]],
        barMaxWidth: 18,
        itemStyle: { color: SEVERITY_COLOURS[SEVERITIES[key]] },
        data: lines.map((line) => line[key]),
        label: {
          show: true,
          color: '#ffffff',
          fontSize: 11,
          formatter: ({ value }: { value: unknown }) => (Number(value) > 0 ? String(value) : ''),
        },
      })),
    },
  };
}

function sum(numbers: readonly number[]): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
