import type { ReadingRule } from '../rules/rule.ts';
import { compose } from './compose-row-finding.ts';
import type { RowFinding } from './judge-form.ts';
import type { RowCase } from './judged-row.ts';
import type { PreparedForm } from './prepare-rules.ts';
import { severitiesOf } from './severities-of.ts';

/** A finding that the registry raises by itself about a row; none where the campaign has switched it off. */
export function raiseFinding(
  row: RowCase,
  rule: ReadingRule,
  fault: Parameters<typeof compose>[2],
  prepared: PreparedForm,
): RowFinding[] {
  const severities = severitiesOf(rule.code, prepared.campaign);
  return severities ? [{ row: row.id, finding: compose(row, { rule, severities }, fault, prepared) }] : [];
}
