import type { Answers } from './answers.ts';
import { countAnswers } from './count-answers.ts';
import type { Decision } from './decision.ts';
import type { Draft } from './draft.ts';
import type { RowFinding } from './judge-form.ts';
import { type JudgedUnit, type Judgement, judgeUnit } from './judge-unit.ts';
import { type Marks, type MeetingRow, marksOf } from './meeting.ts';
import { type PackedRows, packRows, unpackRows } from './pack-rows.ts';
import type { PreparedForm } from './prepare-rules.ts';
import type { Recall } from './recall.ts';
import type { AnswerCounts, Question, RegisterRow } from './register.ts';
import { registerRow } from './register-row.ts';
import { revise, type Verdict } from './revise.ts';
import type { ReportingUnit } from './unit.ts';

/** What one unit has in force of one form, revised and judged by itself. */
export interface Chapter extends ChapterFacts {
  readonly unit: ReportingUnit;
  /** As the register takes them, before those of other units are looked at. */
  readonly rows: readonly RegisterRow[];
  /** The same rows with all that was read of them: what is not kept is made when it is asked for. */
  readonly open: () => JudgedUnit;
}

interface ChapterFacts {
  readonly verdicts: readonly (readonly [submission: string, verdict: Verdict])[];
  readonly questions: readonly Question[];
  readonly findings: readonly RowFinding[];
  /** See meeting.ts. */
  readonly marks: Marks;
  readonly answers: AnswerCounts;
}

/** What of a chapter is kept, as plain values. */
interface KeptChapter extends ChapterFacts {
  readonly judgement: Pick<Judgement, 'mended' | 'noAnswers'>;
  readonly packed: PackedRows;
}

/** What all chapters of a form rest on. */
export interface ChapterGround {
  readonly prepared: PreparedForm;
  /** Why a submission was reverted, by its id. */
  readonly reverted: ReadonlyMap<string, string>;
  /** Decided values by row and column. */
  readonly values: ReadonlyMap<string, ReadonlyMap<string, Decision>>;
  readonly answers: Answers;
  /** Hash over all of this. */
  readonly hash: string;
  readonly recall: Recall;
}

/** The chapter of a unit from its submissions; one that was kept for the very same submissions is taken over. */
export function makeChapter(drafts: readonly Draft[], unit: ReportingUnit, ground: ChapterGround): Chapter {
  const { prepared, reverted, values, answers, recall } = ground;
  const { form } = prepared;
  let opened: JudgedUnit | undefined;
  let fresh: readonly RegisterRow[] | undefined;
  const kept = recall(`chapter ${form.form} ${unit.code}`, [ground.hash, drafts.map(inputOf)], (): KeptChapter => {
    const revised = revise(drafts, unit, reverted, answers);
    let judgement: KeptChapter['judgement'] = { mended: [], noAnswers: [] };
    const judged = judgeUnit(unit, revised, prepared, values, answers, (make) => {
      const made = make();
      judgement = { mended: made.mended, noAnswers: made.noAnswers };
      return made;
    });
    opened = judged;
    fresh = judged.cases.map(registerRow);
    return {
      verdicts: [...revised.verdicts],
      questions: [...revised.questions, ...judged.questions],
      findings: judged.findings,
      marks: marksOf(
        judged.cases.flatMap((row) => meetingRow(row, judged)),
        prepared,
      ),
      answers: countAnswers(form, judged.cases),
      judgement,
      packed: packRows(fresh),
    };
  });
  const open = (): JudgedUnit => {
    opened ??= judgeUnit(unit, revise(drafts, unit, reverted, answers), prepared, values, answers, () => ({
      ...kept.judgement,
      findings: kept.findings,
      questions: [],
    }));
    return opened;
  };
  const { packed, judgement: _, ...facts } = kept;
  const rows = fresh ?? unpackRows(packed, form.form, unit.code, (index) => open().cases[index]?.fields ?? {});
  return { ...facts, unit, rows, open };
}

function meetingRow(row: JudgedUnit['cases'][number], { judged }: JudgedUnit): readonly MeetingRow[] {
  const seen = judged.get(row);
  return seen ? [{ keys: row.live.keys, judged: seen }] : [];
}

/** Everything that a draft brings to what follows from it; what was read is told by the message. */
function inputOf(draft: Draft): unknown {
  const { reading, form: _form, attribution: _attribution, tables, ...others } = draft;
  const { message, eml, receivedAt, sequence } = reading;
  const places = tables.map(({ path, sha256, table }) => [path, sha256, table.sheet, table.header]);
  return [message, eml, receivedAt, sequence, others, places];
}
