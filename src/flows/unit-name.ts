import { findUnit } from '../registry/look-ups.ts';
import type { ReportingUnit } from '../registry/unit.ts';

/** Short names of units by code; an unknown or empty code reads 未定. */
export function unitNamer(units: readonly ReportingUnit[]): (code: string) => string {
  return (code) => findUnit(units, code)?.short ?? (code === '' ? '未定单位' : code);
}
