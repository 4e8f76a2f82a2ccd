import { registerCopy } from '../rules/registry/register-copy.ts';
import { judgeTogether, type RowFinding } from './judge-form.ts';
import type { JudgedUnit } from './judge-unit.ts';
import { labelOf } from './live-row.ts';
import type { Merged } from './merge.ts';
import type { PreparedForm } from './prepare-rules.ts';
import { raiseFinding } from './raise-finding.ts';

/**
 * Judges units that share something with one another, rows that stand behind another unit's included; of the others no rule
 * over the province has anything to say.
 */
export function judgeProvince(units: readonly JudgedUnit[], merged: Merged, prepared: PreparedForm): RowFinding[] {
  const cases = units.flatMap((unit) => unit.cases);
  const judged = new Map(units.flatMap((unit) => [...unit.judged]));
  const behind = merged.behind.flatMap(({ row, stands }) =>
    raiseFinding(
      row,
      registerCopy,
      { column: prepared.form.label, seen: labelOf(row.live), detail: { other: stands.unit.short } },
      prepared,
    ),
  );
  return [...judgeTogether(cases, judged, prepared.province, prepared), ...behind];
}
