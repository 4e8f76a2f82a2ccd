import type { Field } from '../../../src/rules/field.ts';
import type { DraftRow } from '../../../src/sheet/read/fill-down.ts';

/** A text cell, trimmed. */
export function field(text: string): Field {
  return { value: text.trim(), raw: text, stored: text === '' ? 'blank' : 'text', cell: '', repairs: [] };
}

/** Rows 2, 3 … of some columns; `undefined` where a row does not have the column. */
export function rows(keys: readonly string[], ...texts: readonly (readonly (string | undefined)[])[]): DraftRow[] {
  return texts.map((line, at) => ({
    row: at + 2,
    hidden: at === 1,
    fields: Object.fromEntries(
      keys.flatMap((key, index) => {
        const text = line[index];
        return text === undefined ? [] : [[key, field(text)] as const];
      }),
    ),
  }));
}

/** Values of the rows, with how they came about: `成都市 (merged)`. */
export function told(drafts: readonly DraftRow[], ...keys: readonly string[]): readonly string[] {
  return drafts.map(({ fields }) =>
    keys
      .map((key) => {
        const { value = '-', repairs = [] } = fields[key] ?? {};
        return [value, ...repairs.map(({ kind, from, to }) => `(${kind} ${from}→${to})`)].join(' ');
      })
      .join(' | '),
  );
}
