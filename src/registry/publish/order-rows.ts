import { findUnit } from '../look-ups.ts';
import type { RegisterRow } from '../register.ts';
import type { ReportingUnit } from '../unit.ts';
import { rowsByUnit } from './rows-by-unit.ts';

/** Rows in the official order of units; rows of one unit keep their order, rows of an unknown unit come last. */
export function orderRows(rows: readonly RegisterRow[], units: readonly ReportingUnit[]): readonly RegisterRow[] {
  const last = units.length + 1;
  const groups = rowsByUnit(rows).map((group) => ({
    rows: group.rows,
    order: findUnit(units, group.unit)?.order ?? last,
  }));
  const isOrdered = groups.every(({ order }, index) => index === 0 || (groups[index - 1]?.order ?? last) <= order);
  return isOrdered ? rows : groups.toSorted((a, b) => a.order - b.order).flatMap((group) => group.rows);
}
