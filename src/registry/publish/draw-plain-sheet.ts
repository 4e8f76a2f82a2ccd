import type { RowPlan, SheetPlan } from '../../sheet/book-plan.ts';
import { columnLetters } from '../../text/column-letters.ts';
import { lineCount } from '../../text/line-count.ts';
import type { RegisterRow } from '../register.ts';
import { bodyStyle } from './book-styles.ts';
import type { Edition } from './edition.ts';
import { laidRuns } from './laid-runs.ts';
import { laidText } from './laid-text.ts';
import type { LaidSheet } from './lay-sheet.ts';

/** Draws a laid sheet for another system: the header, then one row after the other, nothing else. */
export function drawPlainSheet(laid: LaidSheet, edition: Edition): SheetPlan {
  const last = columnLetters(laid.columns.length);
  const headers = laid.columns.map((column) => column.header);
  return {
    name: laid.sheet,
    columns: laid.columns.map((column) => ({ width: column.width })),
    rows: [{ height: heightOf(headers, laid), cells: headers.map((value) => ({ value, style: 'head' })) }],
    sections: laidRuns(laid, edition).map(({ key, start, rows, edition: own }) => ({
      key,
      rows: () => rows.map((row, index) => drawRow(laid, row, start + index, own(row))),
    })),
    freeze: { rows: 1, columns: 0 },
    print: {
      paper: 'A4',
      orientation: 'landscape',
      repeatRows: '1:1',
      area: `A1:${last}1`,
      footer: '第 &P 页，共 &N 页',
      margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6 },
    },
  };
}

function drawRow(laid: LaidSheet, row: RegisterRow, index: number, edition: Edition): RowPlan {
  const texts = laid.columns.map((column) => laidText(laid, column, row, index, edition));
  const cells = laid.columns.map(({ align }, place) => ({
    value: texts[place] || null,
    style: bodyStyle(align, undefined),
  }));
  return { height: heightOf(texts, laid), cells };
}

function heightOf(texts: readonly string[], laid: LaidSheet): number {
  const lines = texts.map((text, index) => lineCount(text, laid.columns[index]?.width ?? 12));
  return Math.max(20, 4 + 15 * Math.max(1, ...lines));
}
