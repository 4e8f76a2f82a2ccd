import type { ReadingFault, ReadTable } from '../table.ts';

/** Tables of hidden sheets are old copies unless no visible sheet has that form; either way it is told. */
export function settleHidden(tables: readonly ReadTable[]): { readonly tables: readonly ReadTable[] } {
  const kept = tables.filter((table) => table.sheetState === 'visible' || !hasVisible(tables, table.form));
  const dropped = tables.filter((table) => !kept.includes(table) && table.rows.length > 0);
  const told = new Set<string>();
  return {
    tables: kept.map((table) => {
      if (table.sheetState !== 'visible') return withFaults(table, [hiddenFault('table/hidden-sheet', table)]);
      if (told.has(table.form)) return table;
      told.add(table.form);
      const old = dropped.filter(({ form }) => form === table.form);
      return withFaults(
        table,
        old.map((copy) => hiddenFault('table/old-hidden-sheet', copy)),
      );
    }),
  };
}

function hasVisible(tables: readonly ReadTable[], form: string): boolean {
  return tables.some((table) => table.form === form && table.sheetState === 'visible');
}

function hiddenFault(code: string, { sheet, rows }: ReadTable): ReadingFault {
  return { code, column: '', seen: sheet, detail: { sheet, count: String(rows.length) } };
}

function withFaults(table: ReadTable, faults: readonly ReadingFault[]): ReadTable {
  return faults.length === 0 ? table : { ...table, faults: [...table.faults, ...faults] };
}
