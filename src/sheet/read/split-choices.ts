import type { Field } from '../../rules/field.ts';
import { lookUpTerm } from '../../vocabularies/look-up-term.ts';
import { blankField, cleanField } from './clean-field.ts';
import type { DraftRow } from './fill-down.ts';
import type { ColumnReader, FormReader } from './form-reader.ts';

const LONGEST = 14;

/** Both answers of a cell that holds the terms of two choice columns. */
interface Split {
  readonly own: string;
  readonly other: string;
}

/**
 * 三级甲等 in the column of the level: when the grade is blank, missing, or says the same, each column takes its part.
 * A contradiction stays as written, for the rules to tell.
 */
export function splitChoices(form: FormReader, rows: readonly DraftRow[]): void {
  const choices = form.columns.filter(({ column, vocabulary }) => column.kind === 'choice' && vocabulary !== undefined);
  for (const row of rows) {
    for (const reader of choices) splitCell(row, reader, choices);
  }
}

function splitCell(row: DraftRow, reader: ColumnReader, choices: readonly ColumnReader[]): void {
  const key = reader.column.key;
  const field = row.fields[key];
  if (!field || field.value === '' || field.value.length > LONGEST || isKnown(reader, field.value)) return;
  for (const other of choices) {
    if (other === reader) continue;
    const parts = splitTerms(field.value, reader, other);
    if (!parts) continue;
    const sibling = row.fields[other.column.key] ?? blankField('');
    if (!agrees(sibling, parts, other, reader)) return;
    const written = field.value;
    row.fields = {
      ...row.fields,
      [key]: withRepair(field, written, parts.own),
      [other.column.key]: sibling.value === parts.other ? sibling : withRepair(sibling, written, parts.other),
    };
    return;
  }
}

function isKnown(reader: ColumnReader, text: string): boolean {
  return reader.vocabulary !== undefined && lookUpTerm(reader.vocabulary, text).kind !== 'unknown';
}

/** The only way to cut a text into a term of one column and a term of the other, in either order. */
export function splitTerms(text: string, one: ColumnReader, other: ColumnReader): Split | undefined {
  const plain = text.replace(/[\s()（）、,，/-]/g, '').replace(/医院$/, '');
  if (plain.length > LONGEST) return undefined;
  const found = new Map<string, Split>();
  for (let cut = 1; cut < plain.length; cut += 1) {
    const [left, right] = [plain.slice(0, cut), plain.slice(cut)];
    for (const [mine, its] of [
      [left, right],
      [right, left],
    ] as const) {
      const own = termValue(one, mine);
      const sibling = termValue(other, its);
      if (own !== undefined && sibling !== undefined) found.set(`${own} ${sibling}`, { own, other: sibling });
    }
  }
  const [only] = found.values();
  return found.size === 1 ? only : undefined;
}

function termValue(reader: ColumnReader, text: string): string | undefined {
  if (!isKnown(reader, text)) return undefined;
  return cleanField(reader, { column: 1, stored: 'text', text }, '').field.value;
}

function agrees(sibling: Field, parts: Split, other: ColumnReader, own: ColumnReader): boolean {
  if (sibling.value === '' || sibling.value === parts.other) return true;
  if (isKnown(other, sibling.value)) return false;
  const again = splitTerms(sibling.value, own, other);
  return again !== undefined && again.own === parts.own && again.other === parts.other;
}

function withRepair(field: Field, written: string, to: string): Field {
  const from = field.value === '' ? written : field.value;
  return { ...field, value: to, repairs: [...field.repairs, { kind: 'split', from, to }] };
}
