import { lookUpTerm } from '../../vocabularies/look-up-term.ts';
import type { SkippedRow } from '../table.ts';
import { cleanField } from './clean-field.ts';
import type { DraftRow } from './fill-down.ts';
import type { FormReader } from './form-reader.ts';

/** A line of its own with nothing but a unit's name stands over the rows below it, until a row names its unit itself. */
export function fillSections(form: FormReader, rows: readonly DraftRow[], skipped: readonly SkippedRow[]): void {
  const reader = form.byKey.get(form.form.unitColumn);
  const { vocabulary } = reader ?? {};
  if (!reader || !vocabulary || form.form.rowsPerUnit === 'one') return;
  const names = skipped.filter(
    ({ text, reason }) =>
      reason !== 'repeated-header' && text !== '' && lookUpTerm(vocabulary, text).kind !== 'unknown',
  );
  let next = 0;
  let section = '';
  for (const row of rows) {
    for (let name = names[next]; name && name.row < row.row; name = names[next]) {
      section = cleanField(reader, { column: 1, stored: 'text', text: name.text }, '').field.value;
      next += 1;
    }
    const field = row.fields[reader.column.key];
    if (!field) continue;
    if (field.value !== '') section = '';
    else if (section !== '' && field.raw.trim() === '') {
      const repairs = [{ kind: 'filled-down', from: '', to: section }];
      row.fields = { ...row.fields, [reader.column.key]: { ...field, value: section, repairs } };
    }
  }
}
