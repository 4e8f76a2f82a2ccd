import type { ReportingUnit } from '../registry/unit.ts';

/** Short names of units by code; an unknown or empty code reads 未定. */
export function unitNamer(units: readonly ReportingUnit[]): (code: string) => string {
  const names = new Map(units.map((unit) => [unit.code, unit.short]));
  return (code) => names.get(code) ?? (code === '' ? '未定单位' : code);
}
