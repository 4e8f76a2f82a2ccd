import type { Fields } from '../../rules/field.ts';
import type { ReadingFault, ReadTable } from '../table.ts';
import type { FormReader } from './form-reader.ts';

/**
 * Tables of one sheet. A wide one cut in two, the right columns below the left ones or beside them, is one table again:
 * both parts have the same records, and no column but the running number, the unit and the name stands in both.
 */
export function joinHalves(tables: readonly ReadTable[], readers: readonly FormReader[]): readonly ReadTable[] {
  const joined: ReadTable[] = [];
  for (const table of tables) {
    const reader = readers.find(({ form }) => form.form === table.form);
    const at = joined.findIndex((one) => reader !== undefined && areHalves(one, table, reader));
    const first = joined[at];
    if (first) joined[at] = join(first, table);
    else joined.push(table);
  }
  return joined;
}

function areHalves(one: ReadTable, other: ReadTable, { form }: FormReader): boolean {
  if (one.form !== other.form) return false;
  if (one.rows.length === 0 || one.rows.length !== other.rows.length) return false;
  const keys = new Set(one.columns.map(({ key }) => key));
  const both = other.columns.filter(({ key }) => keys.has(key)).map(({ key }) => key);
  if (both.some((key) => ![form.sequenceColumn, form.unitColumn, form.label].includes(key))) return false;
  if (!both.includes(form.label)) return one.rows.length === 1 && one.transposed;
  return one.rows.every(({ fields }, at) => fields[form.label]?.value === other.rows[at]?.fields[form.label]?.value);
}

function join(one: ReadTable, other: ReadTable): ReadTable {
  const keys = new Set(one.columns.map(({ key }) => key));
  const missing = one.missing.filter((key) => other.missing.includes(key));
  const rowOf = new Map(other.rows.map(({ row }, at) => [row, one.rows[at]?.row ?? row]));
  const isSettled = ({ code, column }: ReadingFault): boolean =>
    code === 'header/missing-column' && !missing.includes(column);
  const faults = other.faults
    .filter(({ code }) => code !== 'table/transposed')
    .map((fault) => (fault.row === undefined ? fault : { ...fault, row: rowOf.get(fault.row) ?? fault.row }));
  return {
    ...one,
    columns: [...one.columns, ...other.columns.filter(({ key }) => !keys.has(key))],
    missing,
    extra: [...one.extra, ...other.extra],
    rows: one.rows.map((row, at) => ({ ...row, fields: withRest(row.fields, other.rows[at]?.fields ?? {}) })),
    skipped: [...one.skipped, ...other.skipped],
    faults: [...one.faults, ...faults].filter((fault) => !isSettled(fault)),
    surroundings: [...new Set([...one.surroundings, ...other.surroundings])],
  };
}

/** What the first half answers stands; the other gives the rest. */
function withRest(fields: Fields, rest: Fields): Fields {
  const filled = Object.entries(fields).filter(([, { value, raw }]) => value !== '' || raw !== '');
  return { ...fields, ...rest, ...Object.fromEntries(filled) };
}
