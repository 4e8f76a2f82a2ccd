import { fold } from '../../text/fold.ts';
import type { Grid } from '../grid.ts';
import type { FormReader } from './form-reader.ts';

const ENOUGH = 3;
const MOST_ROWS = 80;

/** True for the template's own filling notes: they repeat what the form says of its columns. */
export function isNotesSheet(grid: Grid, forms: readonly FormReader[]): boolean {
  const prompts = new Set(
    forms.flatMap(({ columns }) => columns.map(({ column }) => fold(column.prompt))).filter((text) => text !== ''),
  );
  let found = 0;
  for (const { cells } of grid.rows.slice(0, MOST_ROWS)) {
    for (const { text } of cells.slice(0, 20)) if (text.length > 4 && prompts.has(fold(text))) found += 1;
  }
  return found >= ENOUGH;
}
