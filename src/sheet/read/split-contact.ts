import type { Field } from '../../rules/field.ts';
import { blankField } from './clean-field.ts';
import type { DraftRow } from './fill-down.ts';
import type { FormReader } from './form-reader.ts';

const MOBILE = /(?<!\d)1[3-9]\d(?:[- ]?\d{4}){2}(?!\d)/g;
const MARKS = /^[\s、,，;；:：/()（）|-]+|[\s、,，;；:：/()（）|-]+$/gu;

/** A column headed 姓名及电话 answers two: name and number part where each cell holds exactly one of both. */
export function splitContacts(form: FormReader, rows: readonly DraftRow[], also: ReadonlyMap<string, string>): void {
  for (const [key, written] of also) {
    const kinds = [form.byKey.get(written)?.column.kind, form.byKey.get(key)?.column.kind];
    if (!kinds.includes('person') || !kinds.includes('phone')) continue;
    const [person, phone] = kinds[0] === 'person' ? [written, key] : [key, written];
    for (const row of rows) splitRow(row, written, person, phone);
  }
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
