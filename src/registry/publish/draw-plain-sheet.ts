import type { SheetPlan } from '../../sheet/book-plan.ts';
import { columnLetters } from '../../text/column-letters.ts';
import { bodyStyle } from './book-styles.ts';
import type { Edition } from './edition.ts';
import { laidText } from './laid-text.ts';
import type { LaidSheet } from './lay-sheet.ts';

/** Draws a laid sheet for another system: the header, then one row after the other, nothing else. */
export function drawPlainSheet(laid: LaidSheet, edition: Edition): SheetPlan {
  const last = columnLetters(laid.columns.length);
  return {
    name: laid.sheet,
    columns: laid.columns.map((column) => ({ width: column.width })),
    rows: [
      { height: 48, cells: laid.columns.map((column) => ({ value: column.header, style: 'head' })) },
      ...laid.rows.map((row, index) => ({
        cells: laid.columns.map((column) => {
          const text = laidText(laid, column, row, index, edition);
          return { value: text === '' ? null : text, style: bodyStyle(column.align, undefined) };
        }),
      })),
    ],
    freeze: { rows: 1, columns: 0 },
    print: {
      paper: 'A4',
      orientation: 'landscape',
      repeatRows: '1:1',
      area: `A1:${last}${laid.rows.length + 1}`,
      footer: '第 &P 页，共 &N 页',
    },
  };
}
