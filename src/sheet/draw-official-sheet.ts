import type { Form, FormColumn } from '../forms/form.ts';
import { columnLetters } from '../text/column-letters.ts';
import { lineCount } from '../text/line-count.ts';
import type { CellPlan, RowPlan, SheetPlan } from './book-plan.ts';

/** Row of the header in the official layout; the first body row follows. */
export const HEADER_ROW = 4;
export const FIRST_BODY_ROW = HEADER_ROW + 1;

const POINTS_PER_LINE = 16;
const FROZEN_WIDTH = 40;

/** The head and body of a form in its official layout. */
export interface OfficialContent {
  readonly unitName: string;
  readonly body: readonly RowPlan[];
}

/**
 * One form as its notice prints it: annex at the top left, centred title, 填报单位 and 填报日期, wrapped header, bordered
 * body, header repeated on each page, page numbers.
 */
export function drawOfficialSheet(form: Form, content: OfficialContent): SheetPlan {
  const width = form.columns.length;
  const last = columnLetters(width);
  const { left, right } = halves(width);
  return {
    name: form.title,
    columns: form.columns.map((column) => ({ width: column.width, style: freeStyle(column) })),
    rows: [
      { height: 24, cells: padded([{ value: form.annex, style: 'annex' }], width, 'annex') },
      { height: 40, cells: padded([{ value: form.title, style: 'title' }], width, 'title') },
      { height: 24, cells: unitLine(content.unitName, width) },
      { height: headerHeight(form), cells: form.columns.map(({ header }) => ({ value: header, style: 'head' })) },
      ...content.body,
    ],
    merges: [`A2:${last}2`, ...left, ...right],
    freeze: { rows: HEADER_ROW, columns: frozenColumns(form) },
    print: {
      paper: form.print.paper,
      orientation: form.print.orientation,
      repeatRows: `${HEADER_ROW}:${HEADER_ROW}`,
      footer: '第 &P 页，共 &N 页',
      margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6 },
    },
  };
}

/** Style of a column's bordered body cells. */
export function bodyStyle(column: FormColumn): string {
  if (column.kind === 'number') return 'number';
  if (column.kind === 'date') return 'date';
  return column.align;
}

/** Height of a body row whose texts may need more than one line, in points. */
export function bodyHeight(form: Form, values: readonly (string | number | null)[]): number {
  const lines = form.columns.map((column, index) => lineCount(String(values[index] ?? ''), column.width));
  return Math.max(20, Math.max(...lines) * POINTS_PER_LINE);
}

function freeStyle(column: FormColumn): string {
  if (column.kind === 'number') return 'freeNumber';
  return column.kind === 'date' ? 'freeDate' : 'free';
}

/** Ranges of the left and right half of row 3; a table of one column has no right half. */
function halves(width: number): { left: string[]; right: string[] } {
  const middle = Math.ceil(width / 2);
  return {
    left: middle > 1 ? [`A3:${columnLetters(middle)}3`] : [],
    right: width - middle > 1 ? [`${columnLetters(middle + 1)}3:${columnLetters(width)}3`] : [],
  };
}

function unitLine(unitName: string, width: number): CellPlan[] {
  const middle = Math.ceil(width / 2);
  return Array.from({ length: width }, (_, index): CellPlan => {
    if (index === 0) return { value: `填报单位（盖章）：${unitName}`, style: 'line' };
    if (index === middle) return { value: '填报日期：    年  月  日', style: 'blankLine' };
    return { value: null, style: index < middle ? 'line' : 'blankLine' };
  });
}

function padded(cells: readonly CellPlan[], width: number, style: string): CellPlan[] {
  return Array.from({ length: width }, (_, index) => cells[index] ?? { value: null, style });
}

/** Columns up to the one that names the row stay in view, where they leave room for the others. */
function frozenColumns(form: Form): number {
  const columns = form.columns.findIndex(({ key }) => key === form.label) + 1;
  const width = form.columns.slice(0, columns).reduce((sum, column) => sum + column.width, 0);
  return width <= FROZEN_WIDTH ? columns : 0;
}

function headerHeight(form: Form): number {
  return Math.max(
    24,
    Math.max(...form.columns.map(({ header, width }) => lineCount(header, width))) * POINTS_PER_LINE + 4,
  );
}
