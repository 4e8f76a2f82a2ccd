import { isCalendarDate } from '../../rules/codes/calendar-date.ts';
import { readNumber } from '../../rules/codes/read-number.ts';
import type { Field } from '../../rules/field.ts';
import { isPlaceholder } from '../../rules/placeholder.ts';
import { isAnswer } from '../../vocabularies/is-answer.ts';
import type { Cell } from '../grid.ts';
import { cleanField } from './clean-field.ts';
import type { ColumnReader, FormReader } from './form-reader.ts';
import { passesRules } from './judge-field.ts';

const MOBILE = /^1[3-9]\d{9}$/;
const MAILBOX = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** True when a cell could be an answer to this column. Cleaned first; the kind decides what counts as proof. */
export function fitsColumn(reader: ColumnReader, cell: Cell | undefined): boolean {
  const { field } = cleanField(reader, cell, '');
  return field.value !== '' && fitsKind(reader, field);
}

function fitsKind(reader: ColumnReader, field: Field): boolean {
  const { value } = field;
  switch (reader.column.kind) {
    case 'choice':
      // 1, 2, 3 are codes of some vocabularies, and running numbers, and counts of beds.
      if (/^\d{1,3}$/.test(field.raw.trim())) return false;
      return reader.vocabulary !== undefined && isAnswer(reader.vocabulary, value);
    case 'phone':
      return MOBILE.test(value);
    case 'email':
      return MAILBOX.test(value);
    case 'date':
      return isCalendarDate(value) && passesRules(reader, field);
    case 'number':
    case 'sequence':
      return readNumber(value) !== undefined && passesRules(reader, field);
    case 'code':
      return !/\s/.test(value) && passesRules(reader, field);
    case 'person':
    case 'institution':
    case 'text':
      return passesRules(reader, field);
  }
}

const SELECTIVE = new WeakMap<FormReader, ReadonlySet<string>>();

/**
 * Keys of the columns whose content proves what they are: their rules or vocabulary refuse the examples of every
 * other column. A column of free text proves nothing.
 */
export function tellingColumns(form: FormReader): ReadonlySet<string> {
  const known = SELECTIVE.get(form);
  if (known) return known;
  const examples = form.columns.flatMap(({ column }) => (column.example === '' ? [] : [column]));
  const telling = form.columns.filter((reader) => {
    if (['text', 'sequence', 'number'].includes(reader.column.kind)) return false;
    return examples.every((other) => {
      if (other.key === reader.column.key) return true;
      // Two columns of the same nature cannot tell each other apart, but tell everything else.
      return !fitsColumn(reader, { column: 1, stored: 'text', text: other.example });
    });
  });
  const keys = new Set(telling.map(({ column }) => column.key));
  SELECTIVE.set(form, keys);
  return keys;
}

/** Columns that a single cell proves: telling ones, but for people, whose names are short words like others. */
export function provingColumns(form: FormReader): readonly ColumnReader[] {
  const telling = tellingColumns(form);
  return form.columns.filter(({ column }) => telling.has(column.key) && column.kind !== 'person');
}

/** Cells that say something: no placeholders, no blanks. */
export function tellingCells(cells: readonly Cell[]): readonly Cell[] {
  return cells.filter(({ text, stored }) => stored !== 'error' && !isPlaceholder(text) && text.trim() !== '');
}

/** Share of the cells that could be answers to the column; 0 without cells. */
export function shareFitting(reader: ColumnReader, cells: readonly Cell[]): number {
  if (cells.length === 0) return 0;
  return cells.filter((cell) => fitsColumn(reader, cell)).length / cells.length;
}
