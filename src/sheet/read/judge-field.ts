import type { Field } from '../../rules/field.ts';
import type { Fault, Severity } from '../../rules/rule.ts';
import type { ColumnReader } from './form-reader.ts';

/** Faults of a field by its column's own rules, seen alone: no unit, no neighbours. */
export function faultsOf(reader: ColumnReader, field: Field): readonly (Fault & { readonly severity: Severity })[] {
  const { column, vocabulary } = reader;
  return reader.rules.flatMap(({ rule, parameters }) =>
    rule
      .check({
        column: column.key,
        header: column.header,
        field,
        fields: {},
        parameters,
        ...(vocabulary === undefined ? {} : { vocabulary }),
      })
      .map((fault) => ({ ...fault, severity: fault.severity ?? rule.severity })),
  );
}

/** True when the column's own rules have nothing against the value but a remark. */
export function passesRules(reader: ColumnReader, field: Field): boolean {
  return faultsOf(reader, field).every(({ severity }) => severity === 'notice');
}
