import { groupRows, rowValue, spansUnits } from './group-rows.ts';
import { textParameter } from './read-parameter.ts';
import type { JudgedRow, Parameters, RowsFault, RowsInput } from './rule.ts';

const MOST_NAMED = 5;

/**
 * Faults of rows of different institutions that share one value (a telephone, a mailbox). `across`: only values shared
 * by several reporting units, otherwise only within one. With one and the same person behind it the fault is a notice.
 * Parameters: column, identity, name, person.
 */
export function shareFaults(input: RowsInput, across: boolean): readonly RowsFault[] {
  const { rows, parameters } = input;
  const column = textParameter(parameters, 'column');
  const groups = groupRows(rows, (row) => rowValue(row, parameters, 'column').toLowerCase());
  return groups.flatMap((group) => {
    const members = differentInstitutions(input, group);
    if (members.length < 2 || spansUnits(rows, members) !== across) return [];
    const persons = new Set(members.map((index) => personAt(input, index)));
    const onePerson = persons.size === 1 && !persons.has('');
    return members.map((index) => {
      const related = members.filter((other) => other !== index);
      const detail = { count: String(members.length), others: nameOthers(input, related, across) };
      const fault = { column, seen: rowAt(input, index, 'column'), index, related, detail };
      return onePerson ? { ...fault, severity: 'notice' as const } : fault;
    });
  });
}

/** What `shareFaults` relates a row to others by. */
export function shareMeets(row: JudgedRow, parameters: Parameters): readonly string[] {
  const value = rowValue(row, parameters, 'column').toLowerCase();
  return value === '' ? [] : [`${textParameter(parameters, 'column')} ${value}`];
}

/** One index an institution: the same institution twice is told by another rule. */
function differentInstitutions(input: RowsInput, group: readonly number[]): readonly number[] {
  const seen = new Set<string>();
  return group.filter((index) => {
    const identity = rowAt(input, index, 'identity') || rowAt(input, index, 'name') || String(index);
    if (seen.has(identity)) return false;
    seen.add(identity);
    return true;
  });
}

function rowAt(input: RowsInput, index: number, name: string): string {
  const row = input.rows[index];
  return row ? rowValue(row, input.parameters, name) : '';
}

function personAt(input: RowsInput, index: number): string {
  return rowAt(input, index, 'person');
}

/** 成都市霁溪医院（绵阳市报送）、第8行 等6家. */
function nameOthers(input: RowsInput, related: readonly number[], across: boolean): string {
  const names = related.slice(0, MOST_NAMED).map((index) => {
    const row = input.rows[index];
    const unit = across ? row?.unit?.short : undefined;
    return `${rowAt(input, index, 'name') || `第${row?.row}行`}${unit === undefined ? '' : `（${unit}报送）`}`;
  });
  return `${names.join('、')}${related.length > MOST_NAMED ? ` 等${related.length}家` : ''}`;
}
