import { registerCopyDiffers } from '../rules/registry/register-copy-differs.ts';
import { registerNoLongerListed } from '../rules/registry/register-no-longer-listed.ts';
import type { JudgedRow } from '../rules/rule.ts';
import type { Answers } from './answers.ts';
import { acceptedProposal, askProposal, decideValues, setValue } from './decide-values.ts';
import type { Decision } from './decision.ts';
import { judgedRows, judgeRows, judgeTogether, type NoAnswers, type RowFinding, tableFindings } from './judge-form.ts';
import type { RowCase } from './judged-row.ts';
import { type LiveRow, labelOf } from './live-row.ts';
import type { PreparedForm } from './prepare-rules.ts';
import { raiseFinding } from './raise-finding.ts';
import type { Question } from './register.ts';
import type { Revised } from './revise.ts';
import type { ReportingUnit } from './unit.ts';

/** Rows of one unit and form, judged. */
export interface JudgedUnit {
  readonly cases: readonly RowCase[];
  readonly judged: ReadonlyMap<RowCase, JudgedRow>;
  readonly findings: readonly RowFinding[];
  readonly questions: readonly Question[];
}

/** What judging the rows of a unit brings, as plain values. */
export interface Judgement {
  /** Accepted proposals, in the order in which they apply. */
  readonly mended: readonly Mended[];
  readonly noAnswers: NoAnswers;
  readonly findings: readonly RowFinding[];
  readonly questions: readonly Question[];
}

type Mended = readonly [row: string, key: string, value: string, decision: string];

/**
 * Judges what a unit has in force: decided values first, then cells, rows and the table as a whole. `recall` gives the
 * judgement that was kept for the very same rows, or makes it.
 */
export function judgeUnit(
  unit: ReportingUnit,
  revised: Revised,
  prepared: PreparedForm,
  values: ReadonlyMap<string, ReadonlyMap<string, Decision>>,
  answers: Answers,
  recall: (make: () => Judgement) => Judgement,
): JudgedUnit {
  const decided = [...revised.rows, ...revised.repeated].map((live) =>
    decideValues(caseOf(live, unit), values.get(live.id), answers),
  );
  const read = decided.map((one) => one.row);
  const { mended, noAnswers, findings, questions } = recall(() => judge(read, unit, revised, prepared, answers));
  const cases = mend(read, mended);
  return {
    cases: cases.filter((row) => row.id !== ''),
    judged: judgedRows(cases, noAnswers),
    findings,
    questions: [...decided.flatMap((one) => one.questions), ...questions],
  };
}

function judge(
  read: readonly RowCase[],
  unit: ReportingUnit,
  revised: Revised,
  prepared: PreparedForm,
  answers: Answers,
): Judgement {
  const first = judgeRows(read, prepared);
  const questions: Question[] = [];
  const mended: Mended[] = [];
  const byId = new Map(read.filter((row) => row.id !== '').map((row) => [row.id, row]));
  const asked = new Set<string>();
  for (const { row: id, finding } of first.findings) {
    const row = byId.get(id);
    const question = row ? askProposal(row, finding, answers) : undefined;
    if (!row || !question || asked.has(question.id)) continue;
    asked.add(question.id);
    questions.push(question);
    const decision = acceptedProposal(question, answers);
    if (decision && finding.fix !== undefined && finding.place.key !== undefined)
      mended.push([id, finding.place.key, finding.fix, decision.id]);
  }
  const cases = mend(read, mended);
  const { findings, noAnswers } = mended.length === 0 ? first : judgeRows(cases, prepared);
  const judged = judgedRows(cases, noAnswers);
  const drafts = new Set(cases.map((row) => row.live.draft));
  return {
    mended,
    noAnswers,
    findings: [
      ...[...drafts].flatMap((draft) => tableFindings(draft, prepared, cases)),
      ...findings,
      ...judgeTogether(cases, judged, prepared.sheets, prepared),
      ...changeFindings(unit, revised, prepared),
    ],
    questions,
  };
}

function mend(rows: readonly RowCase[], mended: readonly Mended[]): readonly RowCase[] {
  if (mended.length === 0) return rows;
  const byRow = new Map<string, Mended[]>();
  for (const one of mended) byRow.set(one[0], [...(byRow.get(one[0]) ?? []), one]);
  return rows.map((row) =>
    (byRow.get(row.id) ?? []).reduce((now, [, key, value, decision]) => setValue(now, key, value, decision), row),
  );
}

function caseOf(live: LiveRow, unit: ReportingUnit): RowCase {
  return { id: live.id, live, unit, fields: live.fields, decided: [] };
}

/** Rows that a new table dropped, and hospitals' own rows that say something else. */
function changeFindings(unit: ReportingUnit, revised: Revised, prepared: PreparedForm): RowFinding[] {
  const dropped = revised.dropped.flatMap((row) => {
    const label = prepared.form.label;
    return raiseFinding(caseOf(row, unit), registerNoLongerListed, { column: label, seen: labelOf(row) }, prepared);
  });
  const differing = revised.differing.flatMap(({ copy, stands, keys }) =>
    keys.flatMap((key) => {
      const where: RowCase = { id: stands.id, live: copy, unit, fields: copy.fields, decided: [] };
      const seen = copy.fields[key]?.value ?? '';
      const expected = stands.fields[key]?.value ?? '';
      return raiseFinding(where, registerCopyDiffers, { column: key, seen, expected }, prepared);
    }),
  );
  return [...dropped, ...differing];
}
