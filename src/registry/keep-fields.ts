import type { Fields } from '../rules/field.ts';
import type { LiveRow } from './live-row.ts';

/**
 * A row that corrects some columns of an earlier one: what it leaves blank, or has no column for, stays as reported
 * before, with a note of it. A cell whose content was lost is no blank.
 */
export function keepFields(row: LiveRow, old: LiveRow): LiveRow {
  const kept: Record<string, Fields[string]> = {};
  for (const { key } of row.draft.form.columns) {
    const [field, before] = [row.fields[key], old.fields[key]];
    if (!before || before.value === '' || key === row.draft.form.sequenceColumn) continue;
    if (field && (field.value !== '' || field.raw.trim() !== '')) continue;
    // Kept more than once, it still comes from where it was first read.
    const from = before.repairs.find(({ kind }) => kind === 'kept')?.from ?? placeOf(old, before.cell);
    kept[key] = { ...before, cell: field?.cell ?? '', repairs: [{ kind: 'kept', from, to: before.value }] };
  }
  return Object.keys(kept).length === 0 ? row : { ...row, fields: { ...row.fields, ...kept } };
}

function placeOf({ sourced, read, draft }: LiveRow, cell: string): string {
  const place = `${sourced.file} ${sourced.table.sheet} ${cell === '' ? `第${read.row}行` : cell}`;
  const { subject } = draft.reading;
  return subject === '' ? place : `邮件“${subject}”${place}`;
}
