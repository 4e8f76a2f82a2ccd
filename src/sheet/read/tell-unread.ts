import type { Grid } from '../grid.ts';
import type { ReadingFault, ReadTable } from '../table.ts';
import type { FormReader } from './form-reader.ts';
import type { HeaderIndex } from './header-index.ts';
import { locateByContent } from './locate-by-content.ts';
import { viewOf } from './view.ts';

/** Sheets without a header whose rows look like records of a table that was read elsewhere: told there, read nowhere. */
export function tellUnread(
  tables: readonly ReadTable[],
  headless: readonly Grid[],
  readers: readonly FormReader[],
  index: HeaderIndex,
): readonly ReadTable[] {
  const told = new Map<ReadTable, ReadingFault[]>();
  for (const grid of headless) {
    const view = viewOf(grid);
    const found = grid.state === 'visible' ? locateByContent(view, index, readers) : undefined;
    const table = tables.find(({ form }) => form === found?.match.form.form.form);
    if (!found || !table) continue;
    const line = view.rows[found.last + 1]?.number ?? 1;
    const fault = { code: 'table/unread-sheet', column: '', seen: grid.name };
    told.set(table, [...(told.get(table) ?? []), { ...fault, detail: { sheet: grid.name, line: String(line) } }]);
  }
  return tables.map((table) => ({ ...table, faults: [...table.faults, ...(told.get(table) ?? [])] }));
}
