import type { Decoded } from '../grid.ts';
import { BOUNDS } from './bounds.ts';
import { collectGrid, openBudget } from './collect-grid.ts';
import { findSeparator } from './find-separator.ts';
import { finishWorkbook } from './finish-workbook.ts';
import { parseDelimited } from './parse-delimited.ts';
import { refuse } from './refusals.ts';

const FORMULA_TEXT = /^=\s*"((?:[^"]|"")*)"$/;

/**
 * Reads csv and tsv text. Every cell is the text between the separators, stored as text: no number is made of it.
 * `="0123"`, Excel's trick to keep leading zeros, gives 0123; the row numbers are those of the records.
 */
export function readDelimited(source: string, traits: readonly string[] = []): Decoded {
  const separator = findSeparator(source);
  if (separator === undefined) return refuse('file/not-workbook');
  const text = source.replace(/^sep=.\r?\n/i, '');
  const budget = openBudget();
  const grid = collectGrid(budget);
  let row = 0;
  parseDelimited(text, separator, (fields) => {
    row++;
    for (const [index, field] of fields.entries()) {
      grid.put(row, { column: index + 1, stored: 'text', text: unwrap(field.text) });
    }
    if (fields.length > BOUNDS.columns) budget.over = true;
    return !budget.over;
  });
  const format = separator === '\t' ? 'tsv' : 'csv';
  return finishWorkbook(format, [grid.finish(format, 'visible')], traits, budget);
}

function unwrap(text: string): string {
  const trick = FORMULA_TEXT.exec(text.trim());
  if (trick) return (trick[1] ?? '').replaceAll('""', '"');
  return text.trim() === '' ? '' : text;
}
