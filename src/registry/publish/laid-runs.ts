import { digest } from '../digest.ts';
import type { RegisterRow } from '../register.ts';
import type { Edition } from './edition.ts';
import type { LaidSheet } from './lay-sheet.ts';
import { unitPart } from './unit-part.ts';

/** Rows that stand one after the other on a laid sheet: all rows of one unit, or of several small ones. */
export interface LaidRun {
  /** Hash over everything that can be drawn from the run. */
  readonly key: string;
  /** Index of the first row on the sheet, from 0. */
  readonly start: number;
  readonly rows: readonly RegisterRow[];
  /** What may be shown of a row: an edition that knows the unit of the row only. */
  readonly edition: (row: RegisterRow) => Edition;
}

/** Fewer rows than this are not worth a run of their own. */
const FEWEST = 32;

/** The rows of a laid sheet in runs. */
export function laidRuns(laid: LaidSheet, edition: Edition): LaidRun[] {
  const common = digest(laid.file, laid.sheet, laid.form.form, laid.columns, laid.firstRow);
  return runsOf(laid, edition).map(({ ground, start, rows }) => ({
    key: digest(common, ground),
    start,
    rows,
    edition: (row) => unitPart(edition, row.unit).edition(),
  }));
}

/** A run wherever its rows are laid. */
interface Run {
  /** Hash over everything that can be told of its rows. */
  readonly ground: string;
  readonly start: number;
  readonly rows: readonly RegisterRow[];
}

const RUNS = new WeakMap<readonly RegisterRow[], readonly Run[]>();

/** The same rows are laid on several sheets: they are parted once. */
function runsOf({ form, rows: all }: LaidSheet, edition: Edition): readonly Run[] {
  const known = RUNS.get(all);
  if (known) return known;
  const runs: Run[] = [];
  for (let start = 0; start < all.length; ) {
    const end = endOfRun(all, start);
    const rows = all.slice(start, end);
    const units = [...new Set(rows.map((row) => row.unit))];
    const parts = units.map((unit) => unitPart(edition, unit).digest);
    const whole = units.reduce((sum, unit) => sum + edition.rowsOfUnit(form, unit).length, 0);
    const ground = digest(parts, start, rows.length === whole ? 'all' : rows.map((row) => row.id));
    runs.push({ ground, start, rows });
    start = end;
  }
  RUNS.set(all, runs);
  return runs;
}

/** A run ends between two units. */
function endOfRun(rows: readonly RegisterRow[], start: number): number {
  let end = start + 1;
  while (end < rows.length && (rows[end]?.unit === rows[end - 1]?.unit || end - start < FEWEST)) end += 1;
  return end;
}
