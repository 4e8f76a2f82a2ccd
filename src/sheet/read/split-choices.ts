import type { Field } from '../../rules/field.ts';
import { isAnswer } from '../../vocabularies/is-answer.ts';
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
  const choices = form.columns.filter(({ column }) => column.kind === 'choice');
  for (const row of rows) {
    for (const reader of choices) splitCell(row, reader, choices);
  }
}

function splitCell(row: DraftRow, reader: ColumnReader, choices: readonly ColumnReader[]): void {
  const key = reader.column.key;
  const field = row.fields[key];
  if (!field || field.value.length > LONGEST || isKnown(reader, field.value)) return;
  for (const other of choices) {
    if (other === reader) continue;
    const text = withoutRepeated(field.value, row, [reader, other], choices);
    const parts = splitTerms(text, reader, other);
    if (!parts) continue;
    const sibling = row.fields[other.column.key] ?? blankField('');
    // 二级综合医院 may part with several columns: the one whose own cell agrees is meant.
    if (!agrees(sibling, parts, other, reader)) continue;
    const written = field.value;
    row.fields = {
      ...row.fields,
      [key]: withRepair(field, written, parts.own),
      [other.column.key]: sibling.value === parts.other ? sibling : withRepair(sibling, written, parts.other),
    };
    return;
  }
}

/** 三级甲等综合医院 without the 综合医院 that the row says in its own column as well. */
function withoutRepeated(
  text: string,
  row: DraftRow,
  parting: readonly ColumnReader[],
  choices: readonly ColumnReader[],
): string {
  for (const third of choices) {
    if (parting.includes(third)) continue;
    const said = row.fields[third.column.key]?.value;
    for (let cut = 3; cut < text.length - 1; cut += 1) {
      if (isUsable(third, text.slice(cut)) && termValue(third, text.slice(cut)) === said) return text.slice(0, cut);
    }
  }
  return text;
}

function isUnusable(reader: ColumnReader, text: string): boolean {
  return reader.vocabulary !== undefined && lookUpTerm(reader.vocabulary, text).kind === 'unusable';
}

function isUsable(reader: ColumnReader, text: string): boolean {
  return reader.vocabulary !== undefined && isAnswer(reader.vocabulary, text);
}

function isKnown(reader: ColumnReader, text: string): boolean {
  return reader.vocabulary !== undefined && lookUpTerm(reader.vocabulary, text).kind !== 'unknown';
}

/** The only way to cut a text into a term of one column and a term of the other, in either order. */
export function splitTerms(text: string, one: ColumnReader, other: ColumnReader): Split | undefined {
  const plain = text.replace(/[\s()（）、,，/-]/g, '');
  if (plain.length > LONGEST) return undefined;
  // 综合医院 is a term as a whole, 甲等医院 is one with a word behind it.
  return cutTerms(plain, one, other, isUsable) ?? cutTerms(plain.replace(/医院$/, ''), one, other, isKnown);
}

function cutTerms(
  plain: string,
  one: ColumnReader,
  other: ColumnReader,
  counts: (reader: ColumnReader, text: string) => boolean,
): Split | undefined {
  const found = new Map<string, Split>();
  for (let cut = 1; cut < plain.length; cut += 1) {
    const [left, right] = [plain.slice(0, cut), plain.slice(cut)];
    for (const [mine, its] of [
      [left, right],
      [right, left],
    ] as const) {
      if (!counts(one, mine) || !counts(other, its)) continue;
      const [own, sibling] = [termValue(one, mine), termValue(other, its)];
      found.set(`${own} ${sibling}`, { own, other: sibling });
    }
  }
  const [only] = found.values();
  return found.size === 1 ? only : undefined;
}

function termValue(reader: ColumnReader, text: string): string {
  return cleanField(reader, { column: 1, stored: 'text', text }, '').field.value;
}

function agrees(sibling: Field, parts: Split, other: ColumnReader, own: ColumnReader): boolean {
  // 综合, which the column of the type takes for 其他, says nothing of a blank type.
  if (sibling.value === '') return !isUnusable(other, parts.other);
  if (sibling.value === parts.other) return true;
  if (isKnown(other, sibling.value)) return false;
  const again = splitTerms(sibling.value, own, other);
  return again !== undefined && again.own === parts.own && again.other === parts.other;
}

function withRepair(field: Field, written: string, to: string): Field {
  const from = field.value === '' ? written : field.value;
  return { ...field, value: to, repairs: [...field.repairs, { kind: 'split', from, to }] };
}
