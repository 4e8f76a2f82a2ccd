import type { Field } from '../rules/field.ts';
import { digest } from './digest.ts';
import type { RegisterRow } from './register.ts';

/** Hash (32 hex digits) over everything that a row tells (see RegisterRow.content). */
export function rowContent({ id, fields, source, copies, decided }: Omit<RegisterRow, 'content'>): string {
  const cells = Object.entries(fields).flatMap(([key, field]) => [key, ...contentOfField(field)]);
  return digest(id, cells, source, copies, decided).slice(0, 32);
}

/** The same in fewer characters: a plain text cell is its text and address; of any other everything is told. */
function contentOfField(field: Field): readonly unknown[] {
  const { value, raw, stored, format, cell, repairs } = field;
  const isPlain = stored === 'text' && value === raw && format === undefined && repairs.length === 0;
  return isPlain ? [value, cell] : [field];
}
