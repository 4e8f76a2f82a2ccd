import type { RegisterRow } from '../register.ts';

/** Rows that stand one after the other and are of one unit. */
export interface UnitRows {
  readonly unit: string;
  readonly rows: readonly RegisterRow[];
}

/** The rows of a register are asked for by several of its deliverables: they are parted once. */
const KNOWN = new WeakMap<readonly RegisterRow[], readonly UnitRows[]>();

/** Parts rows wherever their unit changes. */
export function rowsByUnit(rows: readonly RegisterRow[]): readonly UnitRows[] {
  const known = KNOWN.get(rows);
  if (known) return known;
  const groups: UnitRows[] = [];
  for (let start = 0; start < rows.length; ) {
    const unit = rows[start]?.unit ?? '';
    let end = start + 1;
    while (rows[end]?.unit === unit) end += 1;
    groups.push({ unit, rows: rows.slice(start, end) });
    start = end;
  }
  KNOWN.set(rows, groups);
  return groups;
}
