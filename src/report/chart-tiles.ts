import type { Board } from '../registry/board.ts';
import { STATE_COLOURS, STATE_WORDS } from './colours.ts';
import type { ChartOption } from './render-chart.ts';

const STATES = ['missing', 'held', 'faulty', 'clean'] as const;

/** The tile map of one form: a square per unit, coloured by its state. Units without a place go to rows below. */
export function chartTiles(
  board: Board,
  form: string,
  places: Readonly<Record<string, readonly [number, number]>>,
): { option: ChartOption; rows: number } {
  const placed = board.units.map((unit) => places[unit.unitName]);
  const below = Math.max(-1, ...placed.map((place) => place?.[1] ?? -1)) + 1;
  let stray = 0;
  const cells = board.units.map((unit, index) => {
    const state = unit.forms.find((line) => line.form === form)?.state ?? 'missing';
    const place = placed[index] ?? [stray % 7, below + Math.floor(stray++ / 7)];
    return { value: [place[0] ?? 0, place[1] ?? 0, STATES.indexOf(state)], name: unit.unitName, state };
  });
  const rows = Math.max(1, ...cells.map((cell) => (cell.value[1] ?? 0) + 1));
  return {
    rows,
    option: {
      grid: { left: 4, right: 4, top: 4, bottom: 4 },
      xAxis: { type: 'category', data: [0, 1, 2, 3, 4, 5, 6], show: false },
      yAxis: { type: 'category', data: Array.from({ length: rows }, (_, row) => row), inverse: true, show: false },
      visualMap: {
        show: false,
        type: 'piecewise',
        categories: [0, 1, 2, 3],
        inRange: { color: STATES.map((state) => STATE_COLOURS[state]) },
      },
      series: [
        {
          type: 'heatmap',
          data: cells.map(({ value }) => value),
          itemStyle: { borderColor: '#ffffff', borderWidth: 4, borderRadius: 4 },
          label: {
            show: true,
            color: '#ffffff',
            fontSize: 13,
            lineHeight: 18,
            formatter: ({ dataIndex }: { dataIndex: number }) => {
              const cell = cells[dataIndex];
              return cell ? `${cell.name}\n${STATE_WORDS[cell.state]}` : '';
            },
          },
        },
      ],
    },
  };
}
