import { safeFileName } from '../../text/safe-file-name.ts';
import type { ReportingUnit } from '../unit.ts';

/** A unit's short name as a file name; two units of one name are told apart by their codes. */
export function unitFileName(unit: ReportingUnit, units: readonly ReportingUnit[]): string {
  const namesakes = namesakesOf(units);
  const name = safeFileName(unit.short);
  return namesakes.has(name) ? safeFileName(`${name}（${unit.code}）`) : name;
}

const NAMESAKES = new WeakMap<readonly ReportingUnit[], ReadonlySet<string>>();

function namesakesOf(units: readonly ReportingUnit[]): ReadonlySet<string> {
  const known = NAMESAKES.get(units);
  if (known) return known;
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { short } of units) {
    const name = safeFileName(short);
    if (seen.has(name)) twice.add(name);
    seen.add(name);
  }
  NAMESAKES.set(units, twice);
  return twice;
}
