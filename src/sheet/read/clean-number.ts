import { readNumber } from '../../rules/codes/read-number.ts';
import type { Cell } from '../grid.ts';
import { change, type Draft } from './draft.ts';

/** Thousands marks, a needless plus and zeros behind the point go; noise of binary fractions is rounded at 15 digits. */
export function cleanNumber(draft: Draft, cell: Cell): void {
  const stored = cell.stored === 'number' || cell.stored === 'formula';
  const value = stored && draft.text !== '' ? Number(draft.text) : readNumber(draft.text);
  if (value === undefined || !Number.isFinite(value) || Math.abs(value) >= 1e15) return;
  const plain = plainNumber(stored ? Number(value.toPrecision(15)) : value);
  if (stored) draft.text = plain;
  else change(draft, 'number', plain);
}

/** Never an exponent. */
function plainNumber(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(20).replace(/0+$/, '') : text;
}
