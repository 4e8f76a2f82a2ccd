import { type Answers, DECLINE } from './answers.ts';
import { askHow, PATCH, REPLACE, WITHDRAW } from './ask-how.ts';
import type { Draft } from './draft.ts';
import { findDoubt } from './find-doubt.ts';
import { fingerprint } from './fingerprint.ts';
import { keepFields } from './keep-fields.ts';
import {
  differences,
  type LiveRow,
  labelOf,
  liveRows,
  newRowId,
  pairLive,
  type RepeatedRow,
  sourceOf,
} from './live-row.ts';
import { asksToWithdraw, planRevision, type Revision } from './plan-revision.ts';
import type { Question } from './register.ts';
import { settleTwins, type TwinQuestion } from './settle-twins.ts';
import type { Submission } from './submission.ts';
import type { ReportingUnit } from './unit.ts';

/** What became of one submission. */
export type Verdict = Pick<Submission, 'kind' | 'state' | 'reason' | 'preview'>;

/** Rows of a unit in force after all its submissions of one form, and what became of each submission. */
export interface Revised {
  readonly rows: readonly LiveRow[];
  /** Rows of submissions in force that repeat another row; they are judged but stand behind it. */
  readonly repeated: readonly LiveRow[];
  readonly verdicts: ReadonlyMap<string, Verdict>;
  readonly questions: readonly Question[];
  /** Rows that a later full table no longer lists. */
  readonly dropped: readonly LiveRow[];
  /** Rows of a hospital's own mail that differ from its unit's row. */
  readonly differing: readonly { readonly copy: LiveRow; readonly stands: LiveRow; readonly keys: readonly string[] }[];
}

const NOTHING: Submission['preview'] = { added: [], removed: [], changed: [], same: 0 };

/** Working state while the submissions of one unit and form are taken one after the other. */
interface Work {
  readonly unit: ReportingUnit;
  readonly answers: Answers;
  rows: LiveRow[];
  readonly repeated: RepeatedRow[];
  readonly verdicts: Map<string, Verdict>;
  readonly questions: Question[];
  readonly twins: TwinQuestion[];
  readonly dropped: LiveRow[];
  readonly differing: { copy: LiveRow; stands: LiveRow; keys: readonly string[] }[];
  /** Hashes of the files of the submissions taken. */
  readonly files: Set<string>;
}

/** Takes the submissions of one unit and form in the order of receipt; hospitals' own mails come after their unit's. */
export function revise(
  drafts: readonly Draft[],
  unit: ReportingUnit,
  reverted: ReadonlyMap<string, string>,
  answers: Answers,
): Revised {
  const work: Work = {
    unit,
    answers,
    rows: [],
    repeated: [],
    verdicts: new Map(),
    questions: [],
    twins: [],
    dropped: [],
    differing: [],
    files: new Set(),
  };
  const own = (draft: Draft): boolean => isOwn(draft, unit);
  for (const draft of [...drafts.filter((one) => !own(one)), ...drafts.filter(own)]) {
    const why = reverted.get(draft.id);
    if (why !== undefined) setAside(work, draft, 'reverted', `已撤销：${why}`);
    else if (draft.declined !== undefined) setAside(work, draft, 'reverted', `决定不采用：${draft.declined}`);
    else if (draft.attribution.accepted || isKnownCopy(work, draft)) take(work, draft);
    else setAside(work, draft, 'held', draft.attribution.reason);
  }
  supersede(work);
  const inForce = new Set(work.rows.map((row) => row.draft.id));
  const reads = new Set(work.rows.map((row) => row.read));
  const twins = work.twins.filter(({ rows }) => rows.some((row) => reads.has(row.read)));
  return {
    rows: work.rows,
    repeated: work.repeated.filter(({ row }) => inForce.has(row.draft.id)).map(({ row }) => row),
    verdicts: work.verdicts,
    questions: [...work.questions, ...twins.map((one) => one.question)],
    dropped: work.dropped.filter((row) => !isBack(work, row)),
    differing: work.differing,
  };
}

/** A hospital that writes for itself, from an address that is not its unit's. */
function isOwn(draft: Draft, unit: ReportingUnit): boolean {
  return draft.self !== '' && !draft.trusted && unit.kind === 'area';
}

function setAside(work: Work, draft: Draft, state: Verdict['state'], reason: string): void {
  work.verdicts.set(draft.id, { kind: 'full', state, reason, preview: NOTHING });
}

function isBack(work: Work, row: LiveRow): boolean {
  return pairLive(work.rows, [row])[0] !== -1;
}

/** A mail that names nobody surely, but holds only rows that stand already: it changes nothing. */
function isKnownCopy(work: Work, draft: Draft): boolean {
  if (draft.unit === '' || draft.attribution.verdict === 'contradiction' || draft.self === '') return false;
  const { rows } = liveRows(draft, work.unit);
  return rows.length > 0 && pairLive(work.rows, rows).every((at) => at >= 0);
}

function take(work: Work, draft: Draft): void {
  const read = liveRows(draft, work.unit);
  const { rows, repeated, questions } = settleTwins(read.rows, read.repeated, work.unit, work.answers);
  if (standsBehind(work, draft, rows)) {
    takeOwn(work, draft, rows);
    return;
  }
  const withdraws = asksToWithdraw(draft);
  const tables = draft.tables.map((one) => `${one.sha256} ${one.table.sheet}`).sort();
  const files = fingerprint(withdraws, tables);
  const resent = work.files.has(files);
  if (resent && pairLive(work.rows, rows).every((at) => at >= 0 !== withdraws)) {
    noteCopies(work, rows);
    const preview = { ...NOTHING, same: rows.length };
    work.verdicts.set(draft.id, { kind: 'repeat', state: 'superseded', reason: '文件与此前报送的完全相同', preview });
    return;
  }
  const { revision: planned, hold } = decide(work, draft, rows, resent);
  const revision = withDoubtfulTwins(planned, questions);
  const { kind, preview } = revision;
  if (hold !== undefined) {
    work.verdicts.set(draft.id, {
      kind,
      state: hold === DECLINE ? 'reverted' : 'held',
      reason: hold === DECLINE ? '决定不采用' : hold,
      preview,
    });
    return;
  }
  work.files.add(files);
  if (kind === 'repeat') {
    noteCopies(work, rows);
    work.verdicts.set(draft.id, { kind, state: 'superseded', reason: revision.reason, preview });
    return;
  }
  work.twins.push(...questions);
  apply(work, rows, repeated, revision);
  work.verdicts.set(draft.id, { kind, state: 'accepted', reason: revision.reason, preview });
}

/** A second row that contradicts the first is news, even where the first says what stands already. */
function withDoubtfulTwins(revision: Revision, twins: readonly TwinQuestion[]): Revision {
  if (revision.kind !== 'repeat' || twins.length === 0) return revision;
  return { ...revision, kind: 'patch', reason: '同一医院填了内容不同的几行，须选定一行' };
}

/** Plans the revision; a doubtful one becomes a question, and the last good state stays in force until it is answered. */
function decide(
  work: Work,
  draft: Draft,
  rows: readonly LiveRow[],
  resent: boolean,
): { readonly revision: Revision; readonly hold?: string } {
  const revision = planRevision(draft, work.unit, work.rows, rows);
  const doubt = findDoubt(draft, work.rows, rows, revision, resent);
  if (doubt === '') return { revision };
  const question = askHow(work.unit, work.rows, draft, revision, doubt, work.answers);
  work.questions.push(question);
  const answer = question.decided?.answer;
  if (answer === REPLACE) return { revision: planRevision(draft, work.unit, work.rows, rows, 'full') };
  if (answer === PATCH) return { revision: planRevision(draft, work.unit, work.rows, rows, 'patch') };
  if (answer === WITHDRAW) return { revision: planRevision(draft, work.unit, work.rows, rows, 'withdrawal') };
  return { revision, hold: answer === DECLINE ? DECLINE : doubt };
}

function apply(work: Work, rows: readonly LiveRow[], repeated: readonly RepeatedRow[], revision: Revision): void {
  for (const at of revision.removed) {
    const row = work.rows[at];
    if (row && revision.kind !== 'withdrawal') work.dropped.push(row);
  }
  const gone = new Set(revision.removed);
  const kept = work.rows.filter((_, at) => !gone.has(at));
  if (revision.kind === 'withdrawal') {
    work.rows = kept;
    return;
  }
  const replacement = new Map<LiveRow, LiveRow>();
  const fresh: LiveRow[] = [];
  const taken = new Set(work.rows.map((row) => row.id));
  for (const [at, row] of rows.entries()) {
    const old = work.rows[revision.pairs[at] ?? -1];
    const id = old?.id ?? newRowId(row, taken);
    taken.add(id);
    const copies = repeated.filter((one) => one.of === at).map((one) => sourceOf(one.row));
    const placed = { ...(old && revision.kind === 'patch' ? keepFields(row, old) : row), id, copies };
    if (old) replacement.set(old, placed);
    fresh.push(placed);
  }
  work.repeated.push(...repeated);
  if (revision.kind === 'full') {
    // The new table's own order, where the first of its old rows stood.
    const first = kept.findIndex((row) => replacement.has(row));
    const others = kept.filter((row) => !replacement.has(row));
    const at = first < 0 ? others.length : kept.slice(0, first).filter((row) => !replacement.has(row)).length;
    work.rows = [...others.slice(0, at), ...fresh, ...others.slice(at)];
    return;
  }
  const added = fresh.filter((_, at) => (revision.pairs[at] ?? -1) < 0);
  work.rows = [...kept.map((row) => replacement.get(row) ?? row), ...added];
}

/**
 * True for a hospital's own mail beside what its unit reported. Where only the hospital itself has reported the rows,
 * its mails revise one another like anybody's.
 */
function standsBehind(work: Work, draft: Draft, rows: readonly LiveRow[]): boolean {
  if (!isOwn(draft, work.unit)) return false;
  const byUnit = (row: LiveRow | undefined): boolean => row !== undefined && !isOwn(row.draft, work.unit);
  const known = pairLive(work.rows, rows).filter((at) => at >= 0);
  return known.length > 0 ? known.some((at) => byUnit(work.rows[at])) : work.rows.some(byUnit);
}

/** A hospital's own mail: rows that its unit lists stand as they are, the others are added. */
function takeOwn(work: Work, draft: Draft, rows: readonly LiveRow[]): void {
  const pairs = pairLive(work.rows, rows);
  const taken = new Set(work.rows.map((row) => row.id));
  const added: string[] = [];
  for (const [index, row] of rows.entries()) {
    const at = pairs[index] ?? -1;
    const stands = work.rows[at];
    if (!stands) {
      const id = newRowId(row, taken);
      taken.add(id);
      added.push(labelOf(row));
      work.rows.push({ ...row, id });
      continue;
    }
    const keys = differences(draft.form, stands.fields, row.fields);
    if (keys.length > 0) work.differing.push({ copy: row, stands, keys });
    work.rows[at] = { ...stands, copies: [...stands.copies, sourceOf(row)] };
  }
  const preview = { ...NOTHING, added, same: rows.length - added.length };
  const verdict = { state: 'accepted', preview } as const;
  if (added.length === 0)
    work.verdicts.set(draft.id, { ...verdict, kind: 'copy', reason: '医院自行报送，以所在单位的表为准' });
  else work.verdicts.set(draft.id, { ...verdict, kind: 'patch', reason: '医院自行报送，所在单位的表中没有' });
}

function noteCopies(work: Work, rows: readonly LiveRow[]): void {
  for (const [index, at] of pairLive(work.rows, rows).entries()) {
    const stands = work.rows[at];
    const row = rows[index];
    if (stands && row) work.rows[at] = { ...stands, copies: [...stands.copies, sourceOf(row)] };
  }
}

/** A submission none of whose rows is in force any more has been superseded. */
function supersede(work: Work): void {
  const inForce = new Set(work.rows.map((row) => row.draft.id));
  for (const [id, verdict] of work.verdicts) {
    if (verdict.state !== 'accepted' || inForce.has(id) || verdict.kind === 'copy' || verdict.kind === 'withdrawal')
      continue;
    work.verdicts.set(id, { ...verdict, state: 'superseded', reason: '已被后来的报送替代' });
  }
}
