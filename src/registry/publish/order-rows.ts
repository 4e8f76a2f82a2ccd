import { findUnit } from '../look-ups.ts';
import type { RegisterRow } from '../register.ts';
import type { ReportingUnit } from '../unit.ts';
import { rowsByUnit } from './rows-by-unit.ts';

/** Rows in the official order of units; rows of one unit keep their order, rows of an unknown unit come last. */
export function orderRows(rows: readonly RegisterRow[], units: readonly ReportingUnit[]): readonly RegisterRow[] {
  const last = units.length + 1;
  return rowsByUnit(rows)
    .map((group, index) => ({ group, index, order: findUnit(units, group.unit)?.order ?? last }))
    .sort((a, b) => a.order - b.order || a.index - b.index)
    .flatMap(({ group }) => group.rows);
}
