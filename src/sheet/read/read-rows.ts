import type { Field } from '../../rules/field.ts';
import type { GridRow } from '../grid.ts';
import type { FoundColumn, ReadingFault, ReadRow, SkippedRow } from '../table.ts';
import { rowsBeforeChange } from './before-change.ts';
import { classifyRow, type TableShape } from './classify-row.ts';
import { cleanField } from './clean-field.ts';
import { copyDittos, type DraftRow, fillMerges, fillOnceGiven, finishRow, isDitto } from './fill-down.ts';
import { fillSections } from './fill-sections.ts';
import type { ColumnReader } from './form-reader.ts';
import { splitChoices } from './split-choices.ts';
import { splitContacts } from './split-contact.ts';
import { struckFaults } from './struck-cells.ts';
import { addressIn, cellAt, type View } from './view.ts';

/** A unit has at most some hundred hospitals; more rows than this are no answer to any form. */
export const MOST_ROWS = 20_000;
const MOST_BLANKS = 200;
const LONGEST_TEXT = 200;

/** The rows below a header: data, and everything else with its reason. */
export interface RowsRead {
  readonly rows: readonly ReadRow[];
  readonly skipped: readonly SkippedRow[];
  readonly faults: readonly ReadingFault[];
}

interface Lines {
  readonly from: number;
  readonly end: number;
  readonly repeats: ReadonlySet<number>;
  /** Keys without a column of their own, by the key whose header announces them. */
  readonly also: ReadonlyMap<string, string>;
}

/** Reads the rows with indexes from `from` up to `end` of a view. No row with a text in the table's columns is lost. */
export function readRows(view: View, shape: TableShape, lines: Lines): RowsRead {
  const drafts: DraftRow[] = [];
  const skipped: SkippedRow[] = [];
  const faults: ReadingFault[] = [];
  const readers = shape.columns.flatMap((found) => {
    const reader = shape.form.byKey.get(found.key);
    return reader ? [{ found, reader }] : [];
  });
  const rows = view.rows.slice(lines.from, lines.end);
  const old = rowsBeforeChange(rows, view.merges);
  if (old.size > 0) faults.push(beforeChange(old));
  let before = view.rows[lines.from - 1]?.number ?? 0;
  for (const [at, row] of rows.entries()) {
    if (drafts.length >= MOST_ROWS) {
      const rest = rows.length - at;
      faults.push(tooMany(view, row, rest));
      skipped.push({ row: row.number, reason: 'note', text: `以下 ${rest} 行超出读取上限` });
      break;
    }
    noteGap(skipped, before, row.number);
    before = row.number;
    const reason = reasonOf(row, shape, {
      isRepeat: lines.repeats.has(lines.from + at),
      isOld: old.has(row.number),
      isFirst: drafts.length === 0,
    });
    if (reason === undefined) {
      drafts.push(draftRow(view, row, readers, faults));
      faults.push(...struckFaults(row, shape.columns, (column) => addressIn(view, row.number, column)));
    } else skipped.push({ row: row.number, reason, text: textOf(row, shape) });
  }
  complete(view, shape, drafts, skipped);
  splitContacts(shape.form, drafts, lines.also);
  return { rows: drafts.map(finishRow), skipped: dropTail(skipped, drafts.at(-1)?.row ?? 0), faults };
}

function reasonOf(
  row: GridRow,
  shape: TableShape,
  { isRepeat, isOld, isFirst }: { readonly isRepeat: boolean; readonly isOld: boolean; readonly isFirst: boolean },
): SkippedRow['reason'] | undefined {
  if (isRepeat) return 'repeated-header';
  return isOld ? 'before-change' : classifyRow(row, shape, isFirst);
}

function beforeChange(old: ReadonlySet<number>): ReadingFault {
  const rows = [...old];
  return {
    code: 'row/before-change',
    column: '',
    seen: String(old.size),
    row: rows[0] ?? 0,
    detail: { count: String(old.size), rows: rows.slice(0, 10).join('、') + (rows.length > 10 ? ' 等' : '') },
  };
}

function draftRow(
  view: View,
  row: GridRow,
  readers: readonly { readonly found: FoundColumn; readonly reader: ColumnReader }[],
  faults: ReadingFault[],
): DraftRow {
  const fields: Record<string, Field> = {};
  for (const { found, reader } of readers) {
    const address = addressIn(view, row.number, found.column);
    const cell = cellAt(row, found.column);
    const { field, fault } = cleanField(reader, cell, address);
    fields[found.key] = field;
    if (cell && fault && !isDitto(cell.text)) faults.push({ ...fault, row: row.number });
  }
  return { row: row.number, hidden: row.hidden, fields };
}

function complete(view: View, shape: TableShape, drafts: readonly DraftRow[], skipped: readonly SkippedRow[]): void {
  fillMerges(view, drafts, shape.columns);
  copyDittos(drafts, shape.columns);
  fillSections(shape.form, drafts, skipped);
  fillOnceGiven(shape.form, drafts);
  splitChoices(shape.form, drafts);
}

/** Rows that hold nothing at all are not in the grid; between data they are still told. */
function noteGap(skipped: SkippedRow[], before: number, row: number): void {
  const last = Math.min(row, before + 1 + MOST_BLANKS);
  for (let number = before + 1; number < last; number += 1) skipped.push({ row: number, reason: 'blank', text: '' });
}

/** Empty rows after the last row of data are the template's own; nobody has to be told. */
function dropTail(skipped: readonly SkippedRow[], lastRow: number): readonly SkippedRow[] {
  return skipped.filter(({ row, reason, text }) => reason !== 'blank' || row < lastRow || text !== '');
}

function textOf(row: GridRow, { left, right }: TableShape): string {
  const cells = row.cells.filter(({ column }) => column >= left && column <= right);
  return cells
    .map(({ text }) => text.trim())
    .filter((text) => text !== '')
    .join(' ')
    .slice(0, LONGEST_TEXT);
}

function tooMany(view: View, row: GridRow, rest: number): ReadingFault {
  return {
    code: 'table/too-many-rows',
    column: '',
    seen: `${rest}`,
    row: row.number,
    cell: addressIn(view, row.number, 1),
    detail: { most: String(MOST_ROWS), rest: String(rest) },
  };
}
