import type { Field } from '../../rules/field.ts';
import { blankField } from './clean-field.ts';
import type { DraftRow } from './fill-down.ts';
import type { FormReader } from './form-reader.ts';

const MOBILE = /(?<!\d)1[3-9]\d(?:[- ]?\d{4}){2}(?!\d)/g;
const MARKS = /^[\s、,，;；:：/()（）|-]+|[\s、,，;；:：/()（）|-]+$/gu;

/**
 * Name and number part where a cell holds exactly one of both: in a column headed 姓名及电话, which answers two, and in a
 * single cell (李某某13900001234) when the other column of the row is blank.
 */
export function splitContacts(form: FormReader, rows: readonly DraftRow[], also: ReadonlyMap<string, string>): void {
  for (const [key, written] of also) {
    const kinds = [form.byKey.get(written)?.column.kind, form.byKey.get(key)?.column.kind];
    if (!kinds.includes('person') || !kinds.includes('phone')) continue;
    const [person, phone] = kinds[0] === 'person' ? [written, key] : [key, written];
    for (const row of rows) splitRow(row, written, person, phone);
  }
  const pair = onlyPair(form);
  if (!pair) return;
  const { person, phone } = pair;
  for (const row of rows) {
    if (isBlank(row, phone)) splitRow(row, person, person, phone);
    else if (isBlank(row, person)) splitRow(row, phone, person, phone);
  }
}

/** With two people or two telephones to a row nobody knows whose number a name brings along. */
function onlyPair(form: FormReader): { readonly person: string; readonly phone: string } | undefined {
  const keysOf = (kind: string): string[] =>
    form.columns.filter(({ column }) => column.kind === kind).map(({ column }) => column.key);
  const [person, otherPerson] = keysOf('person');
  const [phone, otherPhone] = keysOf('phone');
  const isOne = otherPerson === undefined && otherPhone === undefined;
  return isOne && person !== undefined && phone !== undefined ? { person, phone } : undefined;
}

function isBlank(row: DraftRow, key: string): boolean {
  return (row.fields[key]?.value ?? '') === '';
}

function splitRow(row: DraftRow, written: string, person: string, phone: string): void {
  const field = row.fields[written];
  if (!field || field.value === '') return;
  const text = field.raw.normalize('NFKC');
  const numbers = text.match(MOBILE) ?? [];
  const name = text
    .replace(MOBILE, '')
    .replace(/(?:电话|手机)\s*:?\s*$/u, '')
    .replace(MARKS, '');
  if (numbers.length !== 1 || name === '' || /\d/.test(name)) return;
  const digits = (numbers[0] ?? '').replace(/\D/g, '');
  row.fields = {
    ...row.fields,
    [person]: part(row.fields[person], field.value, name),
    [phone]: part(row.fields[phone], field.value, digits),
  };
}

function part(field: Field | undefined, from: string, to: string): Field {
  return { ...(field ?? blankField('')), value: to, repairs: [{ kind: 'split', from, to }] };
}
