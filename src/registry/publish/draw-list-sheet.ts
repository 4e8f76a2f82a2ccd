import type { CellPlan, RowPlan, SheetPlan } from '../../sheet/book-plan.ts';
import { columnLetters } from '../../text/column-letters.ts';
import type { RegisterRow } from '../register.ts';
import { rowHeight } from './row-height.ts';

/** What a line of a list is about, for explain. */
export interface LineOrigin {
  readonly row?: RegisterRow | undefined;
  /** Column key of the row; '' for the row as a whole. */
  readonly key: string;
  /** Chinese. */
  readonly text: string;
}

export type ListLine = readonly (string | number | CellPlan)[];

/** Lines that are drawn together, and taken over from the version before as long as `key` is the same. */
export interface ListSection {
  /** Hash over everything the lines show. */
  readonly key: string;
  readonly lines: () => readonly ListLine[];
}

/** A sheet behind the official one: a line on what it is, a header, and lines to filter. */
export interface ListSheet {
  readonly name: string;
  /** One sentence above the table. */
  readonly about: string;
  readonly columns: readonly { readonly header: string; readonly width: number }[];
  readonly lines: () => readonly ListLine[];
  /** The same lines section by section, for a list with lines for every row of a register. */
  readonly sections?: readonly ListSection[];
  /** Set together with `sections`: rows of the register that are told, a line or more each. */
  readonly told?: number;
  /** Said instead of an empty table. */
  readonly nothing: string;
  readonly tabColor?: string;
  /** What line `index` (from 0) is about, or its cell in column `column` (from 0). */
  readonly originOf: (index: number, column?: number) => LineOrigin | undefined;
}

/** Rows above the first line of a list sheet. */
export const LIST_FIRST_ROW = 3;

/** A spreadsheet holds 1,048,576 rows; what does not fit is said, never dropped in silence. */
export const MOST_LINES = 1_000_000;

/** Row heights are worked out up to this many lines; longer lists are read on the screen, where all rows are alike. */
const MOST_FITTED = 20_000;

/** Wider lists are too small to read on A4. */
const WIDEST_ON_A4 = 200;

/** Draws a list: landscape, header repeated, filter on; of one without sections the first `most` lines. */
export function drawListSheet(list: ListSheet, most = MOST_LINES): SheetPlan {
  const last = columnLetters(list.columns.length);
  const widths = list.columns.map((column) => column.width);
  const { about, lines } = list.sections ? { about: list.about, lines: [] } : cut(list, most);
  const told = list.sections ? (list.told ?? 0) : lines.length;
  const draw = lineDrawer(told <= MOST_FITTED ? widths : undefined);
  return {
    name: list.name,
    columns: list.columns.map((column) => ({ width: column.width })),
    rows: [
      { height: 24, cells: [{ value: about, style: 'line' }] },
      { height: 32, cells: list.columns.map((column) => ({ value: column.header, style: 'listHead' })) },
      ...(told === 0 ? [{ height: 24, cells: [{ value: list.nothing, style: 'line' }] }] : []),
      ...lines.map(draw),
    ],
    ...(list.sections && told > 0
      ? {
          sections: list.sections.map((section) => ({
            key: `${section.key} ${told <= MOST_FITTED}`,
            rows: () => section.lines().map(draw),
          })),
        }
      : {}),
    freeze: { rows: 2, columns: 0 },
    ...(told > 0 ? { autoFilter: `A2:${last}${lines.length + 2}` } : {}),
    print: {
      paper: widths.reduce((sum, width) => sum + width, 0) > WIDEST_ON_A4 ? 'A3' : 'A4',
      orientation: 'landscape',
      repeatRows: '2:2',
      footer: '第 &P 页，共 &N 页',
      margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6 },
    },
    ...(list.tabColor === undefined ? {} : { tabColor: list.tabColor }),
  };
}

/** What fits on one sheet, and what is said about the rest. */
function cut(list: ListSheet, most: number): { readonly about: string; readonly lines: readonly ListLine[] } {
  const lines = list.lines();
  if (lines.length <= most) return { about: list.about, lines };
  const about = `${list.about} 共 ${lines.length} 条，超出一张工作表的行数，这里列出前 ${most} 条，全部请用 mingce show 查看。`;
  return { about, lines: lines.slice(0, most) };
}

/** Draws one line; with `widths` its height is worked out. */
function lineDrawer(widths: readonly number[] | undefined): (line: ListLine) => RowPlan {
  return (line) => ({
    ...(widths ? { height: rowHeight(line.map(textOf), widths) } : {}),
    cells: line.map(toCell),
  });
}

function toCell(cell: string | number | CellPlan): CellPlan {
  if (typeof cell === 'object') return cell;
  if (typeof cell === 'number') return { value: cell, style: 'count' };
  return { value: cell === '' ? null : cell, style: 'list' };
}

function textOf(cell: string | number | CellPlan): string {
  return String(typeof cell === 'object' ? (cell.value ?? '') : cell);
}
