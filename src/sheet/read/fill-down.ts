import type { Field } from '../../rules/field.ts';
import { fold } from '../../text/fold.ts';
import type { FoundColumn, ReadRow } from '../table.ts';
import type { FormReader } from './form-reader.ts';
import type { View } from './view.ts';

/** Row fields while they may still be completed. */
export interface DraftRow {
  readonly row: number;
  readonly hidden: boolean;
  fields: Record<string, Field>;
}

/** 同上, 〃, ", ″ and their kin. */
const DITTO = /^(?:同上(?:行|格)?|同前|[〃″"“”〞＂]{1,2}|''|’’|-?〃-?)$/;

/** True for what people write instead of repeating the cell above. */
export function isDitto(text: string): boolean {
  if (text.length > 12 || !/[同〃″"“”〞＂'’]/.test(text)) return false;
  const plain = text.replace(/\s/g, '');
  return plain !== '' && (DITTO.test(plain) || /^同上$/.test(fold(plain)));
}

/** Cells that say 同上 take the value above; in the first row there is none, and the word stays. */
export function copyDittos(rows: readonly DraftRow[], columns: readonly FoundColumn[]): void {
  for (const [index, row] of rows.entries()) {
    for (const { key } of columns) {
      const field = row.fields[key];
      const above = rows[index - 1]?.fields[key];
      if (!field || field.raw === '' || !above || above.value === '' || !isDitto(field.raw)) continue;
      const repair = { kind: 'ditto', from: field.raw.trim(), to: above.value };
      row.fields = { ...row.fields, [key]: { ...field, value: above.value, repairs: [repair] } };
    }
  }
}

/** Cells below the first one of a merged area hold its value, as a person sees it. */
export function fillMerges(view: View, rows: readonly DraftRow[], columns: readonly FoundColumn[]): void {
  const byNumber = new Map(rows.map((row) => [row.row, row]));
  const byColumn = new Map(columns.map((found) => [found.column, found.key]));
  for (const area of view.merges) {
    const key = byColumn.get(area.left);
    if (key === undefined || area.bottom <= area.top || area.bottom - area.top > 20_000) continue;
    const value = byNumber.get(area.top)?.fields[key]?.value ?? '';
    if (value === '') continue;
    for (let number = area.top + 1; number <= area.bottom; number += 1) {
      fill(byNumber.get(number), key, value, 'merged');
    }
  }
}

/** The unit's name written once, with blanks below: each blank belongs to the name above it. */
export function fillOnceGiven(form: FormReader, rows: readonly DraftRow[]): void {
  const key = form.form.unitColumn;
  if (key === '' || form.form.rowsPerUnit === 'one' || !isOnceGiven(rows, key)) return;
  let value = '';
  for (const row of rows) {
    const field = row.fields[key];
    if (field && field.value !== '') value = field.value;
    else fill(row, key, value, 'filled-down');
  }
}

/** Never the same name twice in a row: then a blank means "as above", not "forgotten". */
function isOnceGiven(rows: readonly DraftRow[], key: string): boolean {
  const values = rows.map(({ fields }) => fields[key]);
  const first = values[0];
  if (!first || first.value === '' || !values.some((field) => field?.value === '')) return false;
  let before = '';
  for (const field of values) {
    if (!field || field.value === '') continue;
    if (field.repairs.some(({ kind }) => kind === 'merged')) continue;
    if (field.value === before) return false;
    before = field.value;
  }
  return true;
}

function fill(row: DraftRow | undefined, key: string, value: string, kind: string): void {
  const field = row?.fields[key];
  if (!row || !field || field.value !== '' || field.raw.trim() !== '') return;
  row.fields = { ...row.fields, [key]: { ...field, value, repairs: [{ kind, from: '', to: value }] } };
}

/** The finished row. */
export function finishRow({ row, hidden, fields }: DraftRow): ReadRow {
  return { row, hidden, fields };
}
