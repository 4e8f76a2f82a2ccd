import { findRule } from '../rules/catalogue.ts';
import { composeFinding } from '../rules/compose-finding.ts';
import type { Finding } from '../rules/finding.ts';
import { readingOther } from '../rules/registry/reading-other.ts';
import type { JudgedRow, ProvinceRule, SheetRule } from '../rules/rule.ts';
import { compose } from './compose-row-finding.ts';
import type { Draft } from './draft.ts';
import { judgeRow, withoutAnswers } from './judge-row.ts';
import { type RowCase, whoOf } from './judged-row.ts';
import type { PreparedForm, PreparedRule } from './prepare-rules.ts';
import { severitiesOf } from './severities-of.ts';

/** A finding with the register row it is about; '' when it is about a table or a row that stands behind another. */
export interface RowFinding {
  readonly row: string;
  readonly finding: Finding;
}

/** Columns of a row that hold no answer, by the position of the row. */
export type NoAnswers = readonly (readonly [row: number, keys: readonly string[]])[];

/** Judges rows one by one. */
export function judgeRows(
  rows: readonly RowCase[],
  prepared: PreparedForm,
): { readonly findings: RowFinding[]; readonly noAnswers: NoAnswers } {
  const findings: RowFinding[] = [];
  const noAnswers: (readonly [number, readonly string[]])[] = [];
  for (const [at, row] of rows.entries()) {
    const { findings: found, noAnswer } = judgeRow(row, prepared);
    for (const finding of found) findings.push({ row: row.id, finding });
    if (noAnswer.length > 0) noAnswers.push([at, noAnswer]);
  }
  return { findings, noAnswers };
}

/** The rows as rules over many rows see them. */
export function judgedRows(rows: readonly RowCase[], noAnswers: NoAnswers): Map<RowCase, JudgedRow> {
  const labels = labelTables(rows);
  const blank = new Map(noAnswers);
  return new Map(
    rows.map((row, at) => {
      const { sourced, read } = row.live;
      const sheet = labels.get(sourced.table) ?? sourced.table.sheet;
      return [row, { fields: withoutAnswers(row, blank.get(at) ?? []), unit: row.unit, row: read.row, sheet }];
    }),
  );
}

/** What each sheet is called in texts: by file where there are several, numbered where names are alike. */
function labelTables(rows: readonly RowCase[]): Map<RowCase['live']['sourced']['table'], string> {
  const tables = new Map(rows.map(({ live }) => [live.sourced.table, live.sourced.file]));
  const used = new Map<string, number>();
  const labels = new Map<RowCase['live']['sourced']['table'], string>();
  for (const [table, file] of tables) {
    const label = tables.size === 1 ? table.sheet : `${file} ${table.sheet}`;
    const times = (used.get(label) ?? 0) + 1;
    used.set(label, times);
    labels.set(table, times === 1 ? label : `${label}（${times}）`);
  }
  return labels;
}

/** Rules that speak of a row and the one before it. */
const NEIGHBOURS = /^row\/(?:gap|blank)$/;

/** True when the table held a row between the two: one that was taken back, replaced or repeats another. */
function parted(one: RowCase, other: RowCase | undefined): boolean {
  const { table } = one.live.sourced;
  if (table !== other?.live.sourced.table) return false;
  const [first = 0, last = 0] = [one.live.read.row, other.live.read.row].sort((a, b) => a - b);
  return table.rows.some(({ row }) => row > first && row < last);
}

/** Runs rules over many rows: the rows of one unit (sheet scope) or of all units (province scope). */
export function judgeTogether(
  rows: readonly RowCase[],
  judged: ReadonlyMap<RowCase, JudgedRow>,
  rules: readonly PreparedRule<SheetRule | ProvinceRule>[],
  prepared: PreparedForm,
): RowFinding[] {
  const input = rows.flatMap((row) => judged.get(row) ?? []);
  const findings: RowFinding[] = [];
  for (const one of rules)
    for (const fault of one.rule.check({ rows: input, parameters: one.parameters })) {
      const row = rows[fault.index];
      if (!row || (NEIGHBOURS.test(one.rule.code) && parted(row, rows[fault.related[0] ?? -1]))) continue;
      const related = fault.related.slice(0, 20).flatMap((at) => rows[at] ?? []);
      findings.push({ row: row.id, finding: compose(row, one, fault, prepared, related) });
    }
  return findings;
}

/** What the reader saw in the tables of a submission in force. */
export function tableFindings(draft: Draft, prepared: PreparedForm, rows: readonly RowCase[]): RowFinding[] {
  const byTable = new Map<RowCase['live']['sourced']['table'], Map<number, RowCase>>();
  for (const row of rows) {
    const known = byTable.get(row.live.sourced.table) ?? new Map<number, RowCase>();
    byTable.set(row.live.sourced.table, known.set(row.live.read.row, row));
  }
  return draft.tables.flatMap(({ table, file, path }) =>
    table.faults.flatMap((fault) => {
      if (fault.code === 'header/missing-column' && isFilled(byTable.get(table), fault.column)) return [];
      const row = fault.row === undefined ? undefined : byTable.get(table)?.get(fault.row);
      const rule = findRule(fault.code) ?? readingOther;
      const severities = severitiesOf(fault.code, prepared.campaign);
      if (!severities) return [];
      const header = prepared.headers.get(fault.column) ?? '';
      const finding = composeFinding(rule, fault, {
        place: {
          message: draft.reading.message,
          ...(draft.reading.eml === '' ? {} : { eml: draft.reading.eml }),
          file,
          path,
          sheet: table.sheet,
          ...(fault.row === undefined ? {} : { row: fault.row }),
          ...(fault.cell === undefined ? {} : { cell: fault.cell }),
          ...(header === '' ? {} : { column: header, key: fault.column }),
        },
        header,
        form: prepared.form.form,
        unit: draft.unit,
        ...(row ? whoOf(row) : {}),
        ...severities,
      });
      return [{ row: row?.id ?? '', finding }];
    }),
  );
}

/** A correction need not repeat every column: what its rows lack may have been reported before. */
function isFilled(rows: ReadonlyMap<number, RowCase> | undefined, key: string): boolean {
  return rows !== undefined && [...rows.values()].every(({ live }) => (live.fields[key]?.value ?? '') !== '');
}
