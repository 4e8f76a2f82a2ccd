import type { Cell, GridRow } from '../grid.ts';
import type { FoundColumn, ReadingFault, ReadRow, ReadTable } from '../table.ts';
import { classifyRow, type TableShape } from './classify-row.ts';
import { commentFaults } from './comment-faults.ts';
import { addByContent, addByPosition, preferFilled, type Sample, swapByContent } from './find-columns.ts';
import { headerFaults } from './header-faults.ts';
import type { LocatedTable } from './locate-tables.ts';
import { readRows } from './read-rows.ts';
import { surroundingsOf } from './surroundings.ts';
import type { View } from './view.ts';

const SAMPLE_ROWS = 40;

/** Reads one located table: its columns by header and content, its rows, and what has to be told about both. */
export function readTable(view: View, table: LocatedTable): ReadTable {
  const { form, also } = table.match;
  const headerOf = (column: number): string =>
    (table.layers.get(column) ?? []).filter((text, order, all) => text !== all[order - 1]).join('');
  const shape = { form, layers: table.layers, columns: table.match.columns, left: table.left, right: table.right };
  const sample = sampleOf(view, table, shape);
  const swapped = swapByContent(form, preferFilled(table.match.columns, table.match.doubles, sample), sample);
  const doubled = new Set(table.match.doubles.map(({ column }) => column));
  const open = new Map([...sample].filter(([column]) => !doubled.has(column)));
  const byContent = addByContent(form, swapped.columns, open, headerOf);
  const unknown = [...table.layers.keys()].filter(
    (column) =>
      !doubled.has(column) &&
      !byContent.some((found) => found.column === column) &&
      // On a table lying on its side a header with nothing behind it is the title.
      (!view.transposed || sample.has(column)),
  );
  const columns = addByPosition(form, byContent, unknown, sample, headerOf);
  const read = readRows(
    view,
    { ...shape, columns },
    { from: table.last + 1, end: table.end, repeats: table.repeats, also },
  );
  const extra = [...table.layers.keys()]
    .filter((column) => !columns.some((found) => found.column === column))
    .sort((a, b) => a - b)
    .map((column) => ({ column, header: headerOf(column) }));
  const missing = missingKeys(table, columns);
  // A column that is empty but for its header has nothing to tell; on a table lying on its side it is the title.
  const filled = extra.filter(({ column }) => sample.has(column));
  const titles = view.transposed ? extra.filter(({ column }) => !sample.has(column)).map(({ header }) => header) : [];
  const faults: ReadingFault[] = [
    ...swapped.faults,
    ...headerFaults(view, table, { columns, extra: filled, missing, rows: read.rows }),
    ...hiddenRows(read.rows),
    ...commentFaults(view, columns, read.rows),
    ...read.faults,
  ];
  return {
    form: form.form.form,
    sheet: view.name,
    sheetState: view.state,
    header: { top: view.rows[table.first]?.number ?? 0, bottom: view.rows[table.last]?.number ?? 0 },
    transposed: view.transposed,
    columns,
    missing,
    extra,
    rows: read.rows,
    skipped: read.skipped,
    faults,
    surroundings: [...titles, ...surroundingsOf(view, table, read.skipped)],
  };
}

/** Cells of the first rows that look like data, by sheet column. */
function sampleOf(view: View, table: LocatedTable, shape: TableShape): Sample {
  const sample = new Map<number, Cell[]>();
  let taken = 0;
  for (let index = table.last + 1; index < table.end && taken < SAMPLE_ROWS; index += 1) {
    const row = view.rows[index];
    if (!row || table.repeats.has(index) || !looksLikeData(row, shape, taken === 0)) continue;
    taken += 1;
    for (const cell of row.cells) {
      if (cell.column < table.left || cell.column > table.right) continue;
      const cells = sample.get(cell.column) ?? [];
      cells.push(cell);
      sample.set(cell.column, cells);
    }
  }
  return sample;
}

/** As long as columns are unknown, a row of several cells is looked at even if no known column has a text. */
function looksLikeData(row: GridRow, shape: TableShape, isFirst: boolean): boolean {
  const reason = classifyRow(row, shape, isFirst);
  if (reason === undefined) return true;
  return (
    reason === 'note' && row.cells.filter(({ column }) => column >= shape.left && column <= shape.right).length >= 3
  );
}

function missingKeys({ match }: LocatedTable, columns: readonly FoundColumn[]): readonly string[] {
  const found = new Set(columns.map(({ key }) => key));
  return match.form.columns.map(({ column }) => column.key).filter((key) => !found.has(key));
}

function hiddenRows(rows: readonly ReadRow[]): readonly ReadingFault[] {
  const hidden = rows.filter((row) => row.hidden);
  const [first] = hidden;
  if (!first) return [];
  const numbers = hidden.slice(0, 10).map(({ row }) => row);
  return [
    {
      code: 'row/hidden',
      column: '',
      seen: String(hidden.length),
      row: first.row,
      detail: {
        count: String(hidden.length),
        rows: numbers.join('、') + (hidden.length > numbers.length ? ' 等' : ''),
      },
    },
  ];
}
