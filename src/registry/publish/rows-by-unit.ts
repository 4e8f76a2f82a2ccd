import type { RegisterRow } from '../register.ts';

/** Rows that stand one after the other and are of one unit. */
export function rowsByUnit(
  rows: readonly RegisterRow[],
): { readonly unit: string; readonly rows: readonly RegisterRow[] }[] {
  const groups: { unit: string; rows: RegisterRow[] }[] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last?.unit === row.unit) last.rows.push(row);
    else groups.push({ unit: row.unit, rows: [row] });
  }
  return groups;
}
