import type { RegisterRow } from '../register.ts';
import type { Edition } from './edition.ts';
import type { LaidColumn, LaidSheet } from './lay-sheet.ts';

/** The text of one data cell of a laid sheet; `index` counts from 0. */
export function laidText(
  laid: LaidSheet,
  { from }: LaidColumn,
  row: RegisterRow,
  index: number,
  edition: Edition,
): string {
  if (from.kind === 'open') return '';
  return from.kind === 'number' ? String(index + 1) : edition.show(laid.form, from.column, row).text;
}
