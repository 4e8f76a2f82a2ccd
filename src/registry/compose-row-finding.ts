import { composeFinding } from '../rules/compose-finding.ts';
import type { Finding } from '../rules/finding.ts';
import type { Fault, Rule } from '../rules/rule.ts';
import { placeOf, type RowCase, whoOf } from './judged-row.ts';
import type { PreparedForm, PreparedRule } from './prepare-rules.ts';

/** A fault of a row as a finding with place, name and severities. */
export function compose(
  row: RowCase,
  { rule, severities }: Pick<PreparedRule<Rule>, 'rule' | 'severities'>,
  fault: Fault,
  prepared: PreparedForm,
  related: readonly RowCase[] = [],
): Finding {
  return composeFinding(rule, fault, {
    place: placeOf(row, fault.column),
    header: prepared.headers.get(fault.column) ?? '',
    form: prepared.form.form,
    unit: row.unit.code,
    ...whoOf(row),
    ...severities,
    ...(related.length === 0 ? {} : { related: related.map((one) => placeOf(one, fault.column)) }),
  });
}
