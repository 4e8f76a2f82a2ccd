import type { Board } from '../registry/board.ts';
import { INK, STATE_COLOURS, STATE_WORDS } from './colours.ts';
import type { TileMap } from './place-units.ts';
import type { Chart } from './render-chart.ts';

const PITCH = 52;

/** The tile map of one form: a square per unit with name, state and rows, coloured by its state. */
export function chartTiles(board: Board, form: string, map: TileMap): Chart {
  const cells = map.tiles.map((tile) => {
    const line = board.units[tile.index]?.forms.find((one) => one.form === form);
    const state = line?.state ?? 'missing';
    const rows = line && line.rows > 0 ? [`${line.rows} 行`] : [];
    const name = nameLines(tile.name);
    return { ...tile, state, text: [...name, STATE_WORDS[state], ...(name.length > 1 ? [] : rows)].join('\n') };
  });
  return {
    width: map.columns * PITCH,
    height: map.rows * PITCH,
    label: cells.map((cell) => `${cell.name} ${STATE_WORDS[cell.state]}`).join('，'),
    option: {
      grid: { left: 0, right: 0, top: 0, bottom: 0, outerBoundsMode: 'none' },
      xAxis: { type: 'value', min: -0.5, max: map.columns - 0.5, show: false },
      yAxis: { type: 'value', min: -0.5, max: map.rows - 0.5, inverse: true, show: false },
      series: [
        {
          type: 'scatter',
          symbol: 'rect',
          symbolSize: PITCH - 3,
          silent: true,
          data: cells.map(({ column, row, state }) => ({
            value: [column, row],
            itemStyle: {
              color: STATE_COLOURS[state].ground,
              borderColor: STATE_COLOURS[state].edge,
              borderWidth: 1,
              borderType: state === 'missing' ? 'dashed' : 'solid',
              opacity: 1,
            },
          })),
          label: {
            show: true,
            color: INK,
            fontSize: 12,
            lineHeight: 14,
            formatter: ({ dataIndex }: { dataIndex: number }) => cells[dataIndex]?.text ?? '',
          },
        },
      ],
    },
  };
}

/** A name in at most two lines of four characters. */
function nameLines(name: string): string[] {
  const characters = [...name];
  if (characters.length <= 3) return [name];
  const half = characters.length <= 6 ? 3 : 4;
  const second = characters.slice(half);
  return [characters.slice(0, half).join(''), second.length > 4 ? `${second.slice(0, 3).join('')}…` : second.join('')];
}
