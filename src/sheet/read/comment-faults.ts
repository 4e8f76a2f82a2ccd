import { identifyNumber } from '../../rules/codes/identify-number.ts';
import type { FoundColumn, ReadingFault, ReadRow } from '../table.ts';
import { addressIn, type View } from './view.ts';

/** Digits and letters in a row, or what a mailbox begins with. */
const NUMBERS = /[\w.+-]+@[\w.-]|[0-9A-Z-]{7,}/gi;

/** Notes beside the answers of a table: told, and warned of when they hold a number that may be the answer. */
export function commentFaults(
  view: View,
  columns: readonly FoundColumn[],
  rows: readonly ReadRow[],
): readonly ReadingFault[] {
  const numbers = new Set(rows.map(({ row }) => row));
  return view.notes.flatMap(({ row, column, text }) => {
    const found = columns.find((one) => one.column === column);
    if (!found || !numbers.has(row)) return [];
    const fault = { code: 'cell/comment', column: found.key, seen: text, row, cell: addressIn(view, row, column) };
    return holdsNumber(text) ? { ...fault, severity: 'warning' } : fault;
  });
}

function holdsNumber(text: string): boolean {
  return [...text.matchAll(NUMBERS)].some(([part]) => identifyNumber(part.toUpperCase()) !== 'unknown');
}
