import type { GridRow } from '../grid.ts';
import type { FormReader } from './form-reader.ts';
import type { HeaderIndex } from './header-index.ts';
import { headerLayers } from './header-layers.ts';
import { fitsColumn, provingColumns } from './judge-content.ts';
import type { LocatedTable } from './locate-tables.ts';
import { matchForm } from './match-header.ts';
import { MOST_COLUMNS, type View } from './view.ts';

const FIRST_ROWS = 60;
const ENOUGH_KINDS = 3;

/** A table without any header that is understood: three columns of a row prove what they are by content alone. */
export function locateByContent(
  view: View,
  index: HeaderIndex,
  forms: readonly FormReader[],
): LocatedTable | undefined {
  for (const [first, row] of view.rows.slice(0, FIRST_ROWS).entries()) {
    const form = bestForm(row, forms);
    if (form) return tableFrom(view, first, index, form);
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
  const strong = provingColumns(form);
  const taken = new Set<string>();
  for (const cell of row.cells) {
    if (cell.column > MOST_COLUMNS) break;
    const reader = strong.find((candidate) => !taken.has(candidate.column.key) && fitsColumn(candidate, cell));
    if (reader) taken.add(reader.column.key);
  }
  return taken.size;
}

function tableFrom(view: View, data: number, index: HeaderIndex, form: FormReader): LocatedTable {
  const above = view.rows[data - 1];
  const row = view.rows[data];
  const width = row?.cells.length ?? 0;
  const isHeader = above !== undefined && above.cells.length * 2 >= width && above.cells.length >= 2;
  const layers = new Map(isHeader ? headerLayers(view, data - 1, data - 1) : []);
  for (const { cells } of view.rows.slice(data, data + FIRST_ROWS)) {
    for (const { column } of cells) if (column <= MOST_COLUMNS && !layers.has(column)) layers.set(column, []);
  }
  const columns = [...layers.keys()];
  return {
    match: matchForm(index, layers, form),
    layers,
    // Without a header the rows begin with the first row of data.
    first: isHeader ? data - 1 : data,
    last: data - 1,
    left: Math.min(...columns),
    right: Math.max(...columns),
    start: 0,
    end: view.rows.length,
    repeats: new Set(),
  };
}
