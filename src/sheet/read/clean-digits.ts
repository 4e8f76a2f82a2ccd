import type { Cell } from '../grid.ts';
import { change, type Draft } from './draft.ts';

/** A double keeps fifteen decimal digits; what a spreadsheet shows beyond them it has made up. */
export const MOST_DIGITS = 15;

const REMNANT = /^[+-]?\d(?:\.\d+)?E\+\d{1,3}$|^[+-]?\d\.\d+E\d{1,3}$/i;
const LEXICAL = /^([+-]?)(\d+)(?:\.(\d*))?(?:E([+-]?\d{1,3}))?$/i;

/** True for what is left of a long number that was shown as 5.10107E+21 and saved as text. */
export function isScientificRemnant(text: string): boolean {
  return REMNANT.test(text);
}

/** Digits of a stored number without exponent or decimals; undefined when it has a fraction or is no number. */
export function wholeDigits(lexical: string): string | undefined {
  const parts = LEXICAL.exec(lexical.trim());
  if (!parts) return undefined;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts;
  const shift = Number(exponent);
  if (Math.abs(shift) > 40) return undefined;
  const digits = whole + fraction;
  const point = whole.length + shift;
  if (point <= 0) return /^0*$/.test(digits) ? '0' : undefined;
  if (/[1-9]/.test(digits.slice(point))) return undefined;
  const integer = digits
    .slice(0, point)
    .padEnd(point, '0')
    .replace(/^0+(?=\d)/, '');
  return sign === '-' ? `-${integer}` : integer;
}

/** True when a spreadsheet cannot have kept all digits of this number. */
export function losesPrecision(digits: string): boolean {
  return digits.replace('-', '').length > MOST_DIGITS;
}

/** Brings the digits of a number cell into the draft: exponent and .0 away, zeros that the number format shows put back. */
export function takeStoredNumber(draft: Draft, cell: Cell, digits: string): void {
  if (/\./.test(draft.text) && !/E/i.test(draft.text)) change(draft, 'decimal', digits);
  else change(draft, 'scientific', digits);
  const zeros = /^"?(0+)"?(?:_\)|;.*)?$/.exec(cell.format ?? '')?.[1]?.length ?? 0;
  if (zeros > digits.length) change(draft, 'zero-format', digits.padStart(zeros, '0'));
  draft.repairs.push({ kind: 'stored-as-number', from: draft.text, to: draft.text });
}
