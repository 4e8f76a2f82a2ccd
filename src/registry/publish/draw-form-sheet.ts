import type { Form } from '../../forms/form.ts';
import type { CellPlan, RowPlan, SectionPlan, SheetPlan } from '../../sheet/book-plan.ts';
import { bodyHeight, drawOfficialSheet } from '../../sheet/draw-official-sheet.ts';
import { columnLetters } from '../../text/column-letters.ts';
import { localDate } from '../../text/local-date.ts';
import type { RegisterRow } from '../register.ts';
import { bodyStyle } from './book-styles.ts';
import { type Edition, NOTHING_YET } from './edition.ts';
import { laidRuns } from './laid-runs.ts';
import type { LaidColumn, LaidSheet } from './lay-sheet.ts';
import { markRow, type RowMarks } from './mark-row.ts';

export interface FormSheetOptions {
  /** Who stands after 填报单位. */
  readonly reporter: string;
  /** Cells that may still get a note; counted down over the book, since notes are slow to open. */
  readonly notes: { left: number };
  /** Draws the rows of each unit as a section of the sheet, for a table of many units. */
  readonly inSections?: boolean;
  /** Lines under the table, for signing. */
  readonly footing?: readonly string[];
}

const LONGEST_NOTE = 300;

/**
 * Draws a laid sheet in the look of the official form, with the date of the version after 填报日期. Every value is text,
 * never a formula. The faults of a row fill its cells and, by the worst of them, the first cell of the row.
 */
export function drawFormSheet(laid: LaidSheet, edition: Edition, options: FormSheetOptions): SheetPlan {
  const form = formOf(laid);
  const table =
    options.inSections === true
      ? []
      : laid.rows.map((row, index) => drawRow(laid, form, row, index, edition, options.notes));
  const footing = (options.footing ?? []).map((text) => ({ height: 24, cells: [{ value: text, style: 'line' }] }));
  const sheet = drawOfficialSheet(form, { unitName: options.reporter, body: [...table, ...footing] });
  const last = columnLetters(laid.columns.length);
  const end = laid.firstRow + table.length - (options.inSections === true ? 0 : 1);
  return {
    ...sheet,
    name: laid.sheet,
    rows: sheet.rows.map((row, index) => (index === 2 ? { ...row, cells: row.cells.map(dated(edition)) } : row)),
    ...(laid.rows.length > 0 ? { autoFilter: `A${laid.headerRow}:${last}${end}` } : {}),
    print: { paper: 'A4', orientation: 'landscape', ...sheet.print, area: `A1:${last}${sheet.rows.length}` },
    ...(options.inSections === true
      ? { sections: drawSections(laid, form, edition), mostNotes: options.notes.left }
      : {}),
  };
}

function drawSections(laid: LaidSheet, form: Form, edition: Edition): SectionPlan[] {
  return laidRuns(laid, edition).map(({ key, start, rows, edition: own }) => ({
    key,
    rows: () => rows.map((row, index) => drawRow(laid, form, row, start + index, own(row), { left: Infinity })),
  }));
}

/** The form as this sheet shows it: its title in the register, and columns that only this sheet has. */
function formOf(laid: LaidSheet): Form {
  const columns = laid.columns.map(({ header, width, align, from }, index) => {
    const own = from.kind === 'column' ? from.column : laid.form.columns[index];
    const bare = own ?? {
      key: `open${index}`,
      kind: 'text' as const,
      aliases: [],
      required: false,
      show: 'value' as const,
    };
    return { rules: [], prompt: '', example: '', conflict: 'latest' as const, ...bare, header, width, align };
  });
  return { ...laid.form, title: laid.form.register.title, columns };
}

/** Writes the date of the version into the cell that the blank form leaves open; there is none before the first mail. */
function dated(edition: Edition): (cell: CellPlan | null) => CellPlan | null {
  const [year, month, day] = localDate(edition.asOf, edition.campaign.timeZone).split('-').map(Number);
  return (cell) =>
    edition.asOf !== NOTHING_YET && typeof cell?.value === 'string' && cell.value.startsWith('填报日期')
      ? { ...cell, value: `填报日期：${year}年${month}月${day}日` }
      : cell;
}

function drawRow(
  laid: LaidSheet,
  form: Form,
  row: RegisterRow,
  index: number,
  edition: Edition,
  notes: FormSheetOptions['notes'],
): RowPlan {
  const marks = markRow(edition.findingsOf(row));
  const cells = laid.columns.map((column, position) =>
    withNote(...drawCell(laid, column, row, index, marks, position === 0, edition), notes),
  );
  const height = bodyHeight(
    form,
    cells.map((cell) => cell.value),
  );
  return { height, cells };
}

function drawCell(
  laid: LaidSheet,
  { from, align }: LaidColumn,
  row: RegisterRow,
  index: number,
  marks: RowMarks,
  isFirst: boolean,
  edition: Edition,
): [CellPlan, readonly string[]] {
  const aboutRow = isFirst ? (marks.columns.get('')?.texts ?? []) : [];
  if (from.kind !== 'column') {
    const value = from.kind === 'number' ? String(index + 1) : null;
    return [{ value, style: bodyStyle(align, isFirst ? marks.worst : undefined) }, aboutRow];
  }
  const shown = edition.show(laid.form, from.column, row);
  const own = marks.columns.get(from.column.key);
  const mark = own?.mark ?? (shown.withheld === '' ? undefined : 'error');
  const texts = [...(shown.withheld === '' ? [] : [`${shown.withheld}。`]), ...(own?.texts ?? []), ...aboutRow];
  const style = bodyStyle(align, isFirst ? (marks.worst ?? mark) : mark);
  return [{ value: shown.text === '' ? null : shown.text, style }, texts];
}

function withNote(cell: CellPlan, texts: readonly string[], notes: FormSheetOptions['notes']): CellPlan {
  if (texts.length === 0 || notes.left <= 0) return cell;
  notes.left -= 1;
  const note = texts.join('\n');
  return { ...cell, note: note.length > LONGEST_NOTE ? `${note.slice(0, LONGEST_NOTE)}…（详见问题清单）` : note };
}
