import { readFileSync } from 'node:fs';
import type { Form } from '../../../src/forms/form.ts';
import { loadForm } from '../../../src/forms/load-form.ts';
import type { Field } from '../../../src/rules/field.ts';
import type { Cell, Grid, Workbook } from '../../../src/sheet/grid.ts';
import { type FormReader, prepareForm } from '../../../src/sheet/read/form-reader.ts';
import { readWorkbook } from '../../../src/sheet/read-workbook.ts';
import type { ReadTable, ReadWorkbook } from '../../../src/sheet/table.ts';
import { builtInVocabulary } from '../../../src/vocabularies/built-in-vocabulary.ts';
import type { Vocabulary } from '../../../src/vocabularies/vocabulary.ts';
import { book } from '../../support/table.ts';

export const ROSTER = formOf('hospital-roster');
export const LIAISON = formOf('liaison-list');

const PREFECTURE: Vocabulary = {
  id: 'prefecture',
  title: '市（州）',
  source: 'test',
  terms: [
    { value: '成都市', code: '510100', spellings: ['成都', '5101'] },
    { value: '绵阳市', code: '510700', spellings: ['绵阳'] },
    { value: '凉山彝族自治州', code: '513400', spellings: ['凉山', '凉山州'] },
  ],
};

function formOf(name: string): Form {
  const url = new URL(`../../../templates/forms/${name}.yaml`, import.meta.url);
  return loadForm(readFileSync(url, 'utf8'), `${name}.yaml`);
}

/** The vocabularies of a form, three cities, and the built-in ones. */
export function find(id: string, form: Form): Vocabulary | undefined {
  const terms = form.vocabularies[id];
  if (terms) return { id, title: id, source: form.title, terms: terms as Vocabulary['terms'] };
  return id === 'prefecture' ? PREFECTURE : builtInVocabulary(id);
}

/** A form made ready for reading. */
export function readerOf(form: Form): FormReader {
  return prepareForm(form, find);
}

/** A text cell in the first column, or as said otherwise. */
export function cell(text: string, more: Partial<Cell> = {}): Cell {
  return { column: 1, stored: 'text', text, ...more };
}

/** Reads a workbook of both forms of the notice, or of others. */
export function readBook(workbook: Workbook, forms: readonly Form[] = [ROSTER, LIAISON]): ReadWorkbook {
  return readWorkbook(workbook, forms, { vocabularies: find });
}

/** The only table of sheets that are drawn as markdown. */
export function readOne(one: Grid | string, forms?: readonly Form[]): ReadTable {
  const { tables, otherSheets } = readBook(book(one), forms);
  const [table] = tables;
  if (!table || tables.length > 1) throw new Error(`${tables.length} tables, ${JSON.stringify(otherSheets)}`);
  return table;
}

/** Values of some columns, row by row. */
export function values(table: ReadTable, ...keys: readonly string[]): readonly string[] {
  return table.rows.map(({ fields }) => keys.map((key) => fields[key]?.value ?? '-').join(' '));
}

export function codes(table: ReadTable): readonly string[] {
  return table.faults.map(({ code }) => code);
}

export function repairs(field: Field | undefined): readonly string[] {
  return (field?.repairs ?? []).map(({ kind, from, to }) => `${kind}: ${from} → ${to}`);
}

export function skipped(table: ReadTable): readonly string[] {
  return table.skipped.map(({ row, reason }) => `${row} ${reason}`);
}
