import type { GridRow } from '../grid.ts';
import type { FormReader } from './form-reader.ts';
import { headerLayers } from './header-layers.ts';
import { fitsColumn, tellingColumns } from './judge-content.ts';
import type { LocatedTable } from './locate-tables.ts';
import { MOST_COLUMNS, type View } from './view.ts';

const FIRST_ROWS = 60;
const ENOUGH_KINDS = 3;

/** A table without any header that is understood: three columns of a row prove what they are by content alone. */
export function locateByContent(view: View, forms: readonly FormReader[]): LocatedTable | undefined {
  for (const [index, row] of view.rows.slice(0, FIRST_ROWS).entries()) {
    const form = bestForm(row, forms);
    if (form) return tableFrom(view, index, form);
  }
  return undefined;
}

function bestForm(row: GridRow, forms: readonly FormReader[]): FormReader | undefined {
  let best: FormReader | undefined;
  let most = ENOUGH_KINDS - 1;
  for (const form of forms) {
    const proved = provedColumns(row, form);
    if (proved > most) [most, best] = [proved, form];
  }
  return best;
}

function provedColumns(row: GridRow, form: FormReader): number {
  const telling = tellingColumns(form);
  const strong = form.columns.filter(({ column }) => telling.has(column.key) && column.kind !== 'person');
  const taken = new Set<string>();
  for (const cell of row.cells) {
    if (cell.column > MOST_COLUMNS) break;
    const reader = strong.find((candidate) => !taken.has(candidate.column.key) && fitsColumn(candidate, cell));
    if (reader) taken.add(reader.column.key);
  }
  return taken.size;
}

function tableFrom(view: View, index: number, form: FormReader): LocatedTable {
  const above = view.rows[index - 1];
  const row = view.rows[index];
  const width = row?.cells.length ?? 0;
  const isHeader = above !== undefined && above.cells.length * 2 >= width && above.cells.length >= 2;
  const layers = new Map(isHeader ? headerLayers(view, index - 1, index - 1) : []);
  for (const { cells } of view.rows.slice(index, index + FIRST_ROWS)) {
    for (const { column } of cells) if (column <= MOST_COLUMNS && !layers.has(column)) layers.set(column, []);
  }
  const columns = [...layers.keys()];
  return {
    match: { form, columns: [], also: new Map(), doubles: [] },
    layers,
    // Without a header the rows begin with the first row of data.
    first: isHeader ? index - 1 : index,
    last: index - 1,
    left: Math.min(...columns),
    right: Math.max(...columns),
    start: 0,
    end: view.rows.length,
    repeats: new Set(),
  };
}
