import { textParameter } from './read-parameter.ts';
import type { JudgedRow, Parameters } from './rule.ts';

/** Indexes of the rows that share a key; rows with an empty key belong to no group. */
export function groupRows(
  rows: readonly JudgedRow[],
  keyOf: (row: JudgedRow, index: number) => string,
): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  for (const [index, row] of rows.entries()) {
    const key = keyOf(row, index);
    if (key === '') continue;
    const group = groups.get(key);
    if (group) group.push(index);
    else groups.set(key, [index]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** The value of the column that parameter `name` names. */
export function rowValue(row: JudgedRow, parameters: Parameters, name: string): string {
  return row.fields[textParameter(parameters, name)]?.value ?? '';
}

/** True when the rows come from more than one reporting unit. */
export function spansUnits(rows: readonly JudgedRow[], indexes: readonly number[]): boolean {
  return new Set(indexes.map((index) => rows[index]?.unit?.code)).size > 1;
}
