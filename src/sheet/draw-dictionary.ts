import type { Form, FormColumn } from '../forms/form.ts';
import { columnLetters } from '../text/column-letters.ts';
import { lookUpTerm } from '../vocabularies/look-up-term.ts';
import type { Term, Vocabulary } from '../vocabularies/vocabulary.ts';
import type { BookPlan, SheetPlan } from './book-plan.ts';

const DICTIONARY_SHEET = '_字典';

/** The 31 characters of GB 32100-2015 and the weights of its check character, for template formulas. */
const CREDIT_CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** What one choice column offers. */
export interface Choices {
  readonly column: string;
  /** Entries of the drop-down list. */
  readonly entries: readonly string[];
  /** Name of the range of the list, and of the range of all answers that are not painted red. */
  readonly listName: string;
  readonly answersName: string;
  /** Entry of the list by canonical value. */
  readonly entryOf: ReadonlyMap<string, string>;
  /** True when an answer may also be given by its bare code or name. */
  readonly coded: boolean;
}

export interface Dictionary {
  readonly sheet: SheetPlan;
  readonly names: NonNullable<BookPlan['names']>;
  readonly choices: ReadonlyMap<string, Choices>;
}

/** The hidden sheet of all lists and of the constants that formulas of the form need. */
export function drawDictionary(form: Form, vocabularyOf: (id: string) => Vocabulary | undefined): Dictionary {
  const columns: string[][] = [];
  const names: { name: string; range: string }[] = [];
  const choices = new Map<string, Choices>();
  const place = (lists: readonly (readonly string[])[], name: string): void => {
    const first = columns.length + 1;
    columns.push(...lists.map((list) => [...list]));
    names.push({
      name,
      range: rangeOf(first, first + lists.length - 1, Math.max(...lists.map((list) => list.length))),
    });
  };
  for (const column of form.columns) {
    const vocabulary = column.vocabulary === undefined ? undefined : vocabularyOf(column.vocabulary);
    const terms = vocabulary?.terms.filter((term) => term.usable !== false) ?? [];
    if (!vocabulary || terms.length === 0) continue;
    const entries = terms.map((term) => listEntry(term, column, form, vocabulary));
    const suffix = column.key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
    const coded = column.key !== form.unitColumn && terms.some(({ code }) => code !== undefined);
    const listName = `L_${suffix}`;
    const answersName = `A_${suffix}`;
    names.push({ name: listName, range: rangeOf(columns.length + 1, columns.length + 1, entries.length) });
    place([entries, terms.map(({ value }) => value), terms.map(({ code, value }) => code ?? value)], answersName);
    const entryOf = new Map(terms.map(({ value }, index) => [value, entries[index] ?? value]));
    choices.set(column.key, { column: column.key, entries, listName, answersName, entryOf, coded });
  }
  if (form.columns.some(({ formula }) => formula?.includes('U_'))) {
    place([CREDIT_WEIGHTS.map((_, index) => String(index + 1))], 'U_P');
    place([CREDIT_WEIGHTS.map(String)], 'U_W');
    place([[CREDIT_CHARACTERS]], 'U_A');
  }
  return { sheet: dictionarySheet(columns, names), names, choices };
}

/**
 * What the list shows: the name, and in front of it the code where the vocabulary has codes and the reader understands
 * both together. The unit column shows the bare name.
 */
function listEntry(term: Term, column: FormColumn, form: Form, vocabulary: Vocabulary): string {
  if (term.code === undefined || column.key === form.unitColumn) return term.value;
  if (column.show === 'code') return term.code;
  const both = `${term.code} ${term.value}`;
  return lookUpTerm(vocabulary, both).term === term ? both : term.value;
}

function rangeOf(left: number, right: number, length: number): string {
  return `'${DICTIONARY_SHEET}'!$${columnLetters(left)}$1:$${columnLetters(right)}$${length}`;
}

function dictionarySheet(columns: readonly string[][], names: readonly { name: string; range: string }[]): SheetPlan {
  const height = columns.reduce((most, column) => Math.max(most, column.length), 1);
  const numeric = new Set(
    names.filter(({ name }) => name === 'U_P' || name === 'U_W').map(({ range }) => /\$([A-Z]+)\$/.exec(range)?.[1]),
  );
  return {
    name: DICTIONARY_SHEET,
    state: 'hidden',
    columns: columns.map(() => ({ width: 20 })),
    rows: Array.from({ length: height }, (_, row) => ({
      cells: columns.map((column, index) => {
        const text = column[row];
        if (text === undefined) return null;
        return { value: numeric.has(columnLetters(index + 1)) ? Number(text) : text };
      }),
    })),
  };
}
