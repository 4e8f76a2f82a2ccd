import type { RowCase } from './judged-row.ts';
import { sourceOf } from './live-row.ts';
import type { RegisterRow, RowSource } from './register.ts';
import { rowContent } from './row-content.ts';

/** A judged row as the register holds it. */
export function registerRow(row: RowCase): RegisterRow {
  const bare = {
    id: row.id,
    form: row.live.draft.form.form,
    unit: row.unit.code,
    fields: row.fields,
    source: sourceOf(row.live),
    copies: row.live.copies,
    decided: row.decided,
  };
  return { ...bare, content: rowContent(bare) };
}

/** The same row, seen elsewhere too. */
export function withCopies(row: RegisterRow, more: readonly RowSource[]): RegisterRow {
  if (more.length === 0) return row;
  const { id, form, unit, fields, source, copies, decided } = row;
  const seen = { id, form, unit, fields, source, copies: [...copies, ...more], decided };
  return { ...seen, content: rowContent(seen) };
}
