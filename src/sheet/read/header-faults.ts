import { fold } from '../../text/fold.ts';
import type { FoundColumn, ReadingFault, ReadRow } from '../table.ts';
import { foldHeader } from './header-index.ts';
import type { LocatedTable } from './locate-tables.ts';
import type { HeaderMatch } from './match-header.ts';
import { addressIn, type View } from './view.ts';

/** What was found of a table's columns. */
export interface HeaderFacts {
  readonly columns: readonly FoundColumn[];
  readonly extra: readonly { readonly column: number; readonly header: string }[];
  readonly missing: readonly string[];
  readonly rows: readonly ReadRow[];
}

/** A table that goes on from another sheet has no header of its own; what ails that one is told there. */
export function headerFaults(view: View, table: LocatedTable, facts: HeaderFacts): readonly ReadingFault[] {
  if (table.continues === undefined) return ownHeaderFaults(view, table, facts);
  const first = facts.rows[0]?.row;
  return [
    { code: 'table/continued', column: '', seen: table.continues, ...(first === undefined ? {} : { row: first }) },
  ];
}

/** What has to be told about a header: missing, doubled, unknown and renamed columns, and a table on its side. */
function ownHeaderFaults(view: View, table: LocatedTable, facts: HeaderFacts): readonly ReadingFault[] {
  const row = view.rows[table.last]?.number ?? 0;
  const at = (column: number): { row: number; cell: string } => ({ row, cell: addressIn(view, row, column) });
  const faults: ReadingFault[] = [];
  if (view.transposed) faults.push({ code: 'table/transposed', column: '', seen: '', row });
  for (const key of facts.missing) faults.push(...missingFault(table, facts, key, row));
  const unread = unreadDoubles(table, facts);
  for (const { key, column, header } of unread) {
    faults.push({ code: 'header/duplicate-column', column: key, seen: header, ...at(column) });
  }
  for (const { column, header } of facts.extra) {
    if (header === '' || unread.some((double) => double.column === column)) continue;
    faults.push({ code: 'header/extra-column', column: '', seen: header, ...at(column) });
  }
  const named = facts.columns.filter(({ header }) => header !== '');
  if (named.length === 0) {
    const first = facts.rows[0]?.row;
    faults.push({ code: 'header/absent', column: '', seen: '', ...(first === undefined ? {} : { row: first }) });
  }
  for (const found of named) {
    const code = recognition(table, found);
    if (code !== undefined) faults.push({ code, column: found.key, seen: found.header, ...at(found.column) });
  }
  if (facts.rows.length === 0) faults.push({ code: 'table/empty', column: '', seen: '', row });
  return faults;
}

/** Columns that bear the header of another one, which was read in their place. */
function unreadDoubles({ match }: LocatedTable, { columns }: HeaderFacts): HeaderMatch['doubles'] {
  const doubled = match.columns.filter(({ key }) => match.doubles.some((double) => double.key === key));
  const used = new Set(columns.map(({ column }) => column));
  return [...doubled, ...match.doubles].filter(({ column }) => !used.has(column));
}

/** A column whose answers all came out of another one is not missing. */
function missingFault(table: LocatedTable, facts: HeaderFacts, key: string, row: number): readonly ReadingFault[] {
  const reader = table.match.form.byKey.get(key);
  if (!reader) return [];
  const { rows } = facts;
  if (rows.length > 0 && rows.every(({ fields }) => (fields[key]?.value ?? '') !== '')) return [];
  if (!reader.column.required) return [];
  return [{ code: 'header/missing-column', column: key, seen: '', expected: reader.column.header, row }];
}

function recognition({ match }: LocatedTable, found: FoundColumn): string | undefined {
  // A swapped column has a header of its own and is told by header/swapped.
  const isSwapped = match.columns.some(({ key, column }) => key === found.key && column !== found.column);
  if (found.by === 'content') return isSwapped ? undefined : 'header/by-content';
  if (found.by === 'position') return 'header/by-position';
  const header = match.form.byKey.get(found.key)?.column.header ?? '';
  const isSame = fold(found.header) === fold(header) || foldHeader(found.header) === foldHeader(header);
  return isSame ? undefined : 'header/renamed';
}
