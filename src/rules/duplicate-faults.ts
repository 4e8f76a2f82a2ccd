import { spansUnits } from './group-rows.ts';
import { institutionIdentity } from './institution-identity.ts';
import { textParameter } from './read-parameter.ts';
import { type Relation, relateRows } from './relate-rows.ts';
import type { JudgedRow, Parameters, RowsFault, RowsInput } from './rule.ts';

/** Which column a relation is told at, by parameter name. */
const COLUMNS: Readonly<Record<Relation, string>> = {
  same: 'name',
  code: 'creditCode',
  registration: 'registrationNumber',
  name: 'name',
  campus: 'name',
};

/**
 * Faults of one relation. Within a table the later row is at fault; `across` looks at rows of different units only and
 * points at both.
 */
export function duplicateFaults(input: RowsInput, relation: Relation, across: boolean): readonly RowsFault[] {
  const { rows } = input;
  const column = textParameter(input.parameters, COLUMNS[relation]);
  const pairs = relateRows(input).filter(
    (pair) => pair.relation === relation && spansUnits(rows, [pair.first, pair.second]) === across,
  );
  return pairs.flatMap(({ first, second }) => {
    const later = faultOf(input, column, second, first, across);
    return across ? [faultOf(input, column, first, second, across), later] : [later];
  });
}

/** What `duplicateFaults` relates a row to others by. */
export function duplicateMeets(row: JudgedRow, parameters: Parameters): readonly string[] {
  const { creditCode, registration, nameKey } = institutionIdentity(row, parameters);
  return Object.entries({ creditCode, registration, nameKey })
    .filter(([, value]) => value !== '')
    .map((entry) => entry.join(' '));
}

function faultOf(input: RowsInput, column: string, index: number, other: number, across: boolean): RowsFault {
  const row = input.rows[index];
  const twin = input.rows[other];
  const label = textParameter(input.parameters, 'name');
  return {
    column,
    seen: row?.fields[column]?.value ?? '',
    index,
    related: [other],
    detail: {
      name: row?.fields[label]?.value ?? '',
      other: twin?.fields[label]?.value ?? '',
      where: whereIs(twin, row, across),
    },
  };
}

function whereIs(twin: JudgedRow | undefined, row: JudgedRow | undefined, across: boolean): string {
  if (!twin) return '';
  if (across) return `${twin.unit?.short ?? '其他单位'}报送的第${twin.row}行`;
  return twin.sheet === row?.sheet ? `第${twin.row}行` : `工作表“${twin.sheet}”第${twin.row}行`;
}
