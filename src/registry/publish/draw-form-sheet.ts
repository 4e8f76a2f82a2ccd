import type { CellPlan, RowPlan, SheetPlan } from '../../sheet/book-plan.ts';
import { columnLetters } from '../../text/column-letters.ts';
import { localDate } from '../../text/local-date.ts';
import type { RegisterRow } from '../register.ts';
import { bodyStyle } from './book-styles.ts';
import type { Edition } from './edition.ts';
import type { LaidColumn, LaidSheet } from './lay-sheet.ts';
import { markRow, type RowMarks } from './mark-row.ts';
import { rowHeight } from './row-height.ts';

export interface FormSheetOptions {
  /** Who stands after 填报单位. */
  readonly reporter: string;
  /** Cells may still be given this many notes; counted down over the book, since notes are slow to open. */
  readonly notes: { left: number };
  /** Lines under the table, for signing. */
  readonly footing?: readonly string[];
}

const LONGEST_NOTE = 300;

/**
 * Draws a laid sheet in the look of the official form: annex, centred title, 填报单位 and 填报日期, bordered body,
 * A4 landscape, header repeated on each page. Every value is text; rows at fault are filled by their worst severity.
 */
export function drawFormSheet(laid: LaidSheet, edition: Edition, options: FormSheetOptions): SheetPlan {
  const { form, columns } = laid;
  const last = columnLetters(columns.length);
  const widths = columns.map((column) => column.width);
  const date = localDate(edition.asOf, edition.campaign.timeZone);
  const rows: RowPlan[] = [
    { height: 24, cells: [{ value: form.annex, style: 'annex' }] },
    { height: 40, cells: [{ value: form.register.title, style: 'title' }] },
    { height: 22, cells: reportingLine(options.reporter, date, columns.length) },
    {
      height: headHeight(columns),
      cells: columns.map((column) => ({ value: column.header, style: 'head' })),
    },
  ];
  for (const [index, row] of laid.rows.entries()) rows.push(drawRow(laid, row, index, widths, edition, options));
  for (const text of options.footing ?? []) rows.push({ height: 24, cells: [{ value: text, style: 'line' }] });
  const end = laid.firstRow + laid.rows.length - 1;
  return {
    name: laid.sheet,
    columns: columns.map((column) => ({ width: column.width })),
    rows,
    merges: columns.length > 1 ? [`A2:${last}2`] : [],
    freeze: { rows: laid.headerRow, columns: Math.min(3, columns.length - 1) },
    ...(laid.rows.length > 0 ? { autoFilter: `A${laid.headerRow}:${last}${end}` } : {}),
    print: {
      paper: form.print.paper,
      orientation: form.print.orientation,
      repeatRows: `${laid.headerRow}:${laid.headerRow}`,
      area: `A1:${last}${rows.length}`,
      footer: '第 &P 页，共 &N 页',
      margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6 },
    },
  };
}

function reportingLine(reporter: string, date: string, width: number): CellPlan[] {
  const cells: CellPlan[] = Array.from({ length: width }, () => ({ value: null }));
  cells[0] = { value: `填报单位（盖章）：${reporter}`, style: 'line' };
  const at = Math.max(1, width - 3);
  if (width > 1) cells[at] = { value: `填报日期：${date}`, style: 'line' };
  return cells;
}

function headHeight(columns: readonly LaidColumn[]): number {
  const texts = columns.map((column) => column.header);
  const widths = columns.map((column) => column.width);
  return Math.max(32, rowHeight(texts, widths, 6));
}

function drawRow(
  laid: LaidSheet,
  row: RegisterRow,
  index: number,
  widths: readonly number[],
  edition: Edition,
  options: FormSheetOptions,
): RowPlan {
  const marks = markRow(edition.findingsOf(row));
  const texts: string[] = [];
  const cells = laid.columns.map((column, position) => {
    const cell = drawCell(laid, column, row, index, marks, position === 0, edition, options);
    texts.push(String(cell.value ?? ''));
    return cell;
  });
  return { height: rowHeight(texts, widths), cells };
}

function drawCell(
  laid: LaidSheet,
  { from, align }: LaidColumn,
  row: RegisterRow,
  index: number,
  marks: RowMarks,
  isFirst: boolean,
  edition: Edition,
  options: FormSheetOptions,
): CellPlan {
  if (from.kind === 'open') return { value: null, style: bodyStyle(align, undefined) };
  if (from.kind === 'number') {
    return withNote(
      { value: String(index + 1), style: bodyStyle(align, isFirst ? marks.worst : undefined) },
      marks.columns.get('')?.texts ?? [],
      options,
    );
  }
  const shown = edition.show(laid.form, from.column, row);
  const own = marks.columns.get(from.column.key);
  const mark = own?.mark ?? (shown.withheld === '' ? undefined : 'error');
  const texts = [...(shown.withheld === '' ? [] : [shown.withheld]), ...(own?.texts ?? [])];
  if (isFirst) texts.push(...(marks.columns.get('')?.texts ?? []));
  const style = bodyStyle(align, isFirst ? (marks.worst ?? mark) : mark);
  return withNote({ value: shown.text === '' ? null : shown.text, style }, texts, options);
}

function withNote(cell: CellPlan, texts: readonly string[], options: FormSheetOptions): CellPlan {
  if (texts.length === 0 || options.notes.left <= 0) return cell;
  options.notes.left -= 1;
  const note = texts.join('\n');
  return { ...cell, note: note.length > LONGEST_NOTE ? `${note.slice(0, LONGEST_NOTE)}…（详见问题清单）` : note };
}
