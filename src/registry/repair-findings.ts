import { findRule } from '../rules/catalogue.ts';
import type { Field } from '../rules/field.ts';
import type { Finding } from '../rules/finding.ts';
import { repairOther } from '../rules/registry/repair-other.ts';
import { compose } from './compose-row-finding.ts';
import type { RowCase } from './judged-row.ts';
import type { PreparedForm } from './prepare-rules.ts';
import { severitiesOf } from './severities-of.ts';

/** A notice for every automatic cleaning of a cell, with what stood there and what stands there now. */
export function repairFindings(row: RowCase, key: string, field: Field, prepared: PreparedForm): Finding[] {
  return field.repairs.flatMap(({ kind, from, to }) => {
    const rule = findRule(`repair/${kind}`) ?? repairOther;
    const severities = severitiesOf(rule.code, prepared.campaign);
    if (!severities) return [];
    const fault = { column: key, seen: from, expected: to, fix: to, applied: true, detail: { from, to } };
    return [compose(row, { rule, severities }, fault, prepared)];
  });
}
