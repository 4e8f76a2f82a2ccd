import type { Form } from '../forms/form.ts';
import { groupBy } from '../text/group-by.ts';
import type { Vocabulary } from '../vocabularies/vocabulary.ts';
import { type Answers, indexAnswers } from './answers.ts';
import type { CampaignFacts } from './campaign.ts';
import { makeChapter } from './chapter.ts';
import { countAnswers, sumAnswers } from './count-answers.ts';
import { cover } from './cover.ts';
import { valuesByRow } from './decide-values.ts';
import type { Decision } from './decision.ts';
import { digest } from './digest.ts';
import type { Draft } from './draft.ts';
import { draftSubmissions } from './draft-submissions.ts';
import { fileFindings } from './file-findings.ts';
import { findUnreachable } from './find-unreachable.ts';
import type { RowFinding } from './judge-form.ts';
import { judgeProvince } from './judge-province.ts';
import { findMeeting } from './meeting.ts';
import { merge } from './merge.ts';
import { prepareRules } from './prepare-rules.ts';
import type { MessageReading } from './reading.ts';
import { makeAfresh, type Recall } from './recall.ts';
import type { AnswerCounts, Question, RegisterRow, RegistryState } from './register.ts';
import type { Verdict } from './revise.ts';
import type { SentMail } from './sent.ts';
import { settleMessages } from './settle-messages.ts';
import type { Submission } from './submission.ts';
import type { ReportingUnit } from './unit.ts';
import { indexUnits, type UnitIndex } from './unit-index.ts';
import { waive } from './waive.ts';

/** Everything the state of a campaign follows from. */
export interface StateInput {
  readonly campaign: CampaignFacts;
  readonly forms: readonly Form[];
  readonly units: readonly ReportingUnit[];
  readonly vocabulary: (id: string, form: Form) => Vocabulary | undefined;
  readonly readings: readonly MessageReading[];
  /** In the order they were made. */
  readonly decisions: readonly Decision[];
  readonly sent: readonly SentMail[];
  /** ISO instant up to which waivers are read. */
  readonly now: string;
  /** What earlier derivations kept; nothing unless given. */
  readonly recall?: Recall;
}

/**
 * From what was read to the register: attribute → revise → judge → merge → judge the province → waive → cover →
 * settle the messages. Pure: the same input gives the same state.
 */
export function deriveState(input: StateInput): RegistryState {
  const { campaign, forms, units, decisions, sent } = input;
  const readings = [...input.readings].sort(byReceipt);
  const index = indexUnits(units, sent);
  const answers = indexAnswers(decisions);
  const { drafts, questions: attributions } = draftSubmissions(readings, {
    ...input,
    index,
    answers,
    recall: input.recall ?? makeAfresh,
  });
  const register = buildRegisters(drafts, input, index, answers);
  const submissions = drafts.map((draft) => submissionOf(draft, register.verdicts));
  const besides = fileFindings(readings, submissions, campaign);
  const waived = waive([...register.findings, ...besides], decisions, campaign, input.now, answers);
  const { findings } = waived;
  const settled = settleMessages(readings, drafts, submissions, index, answers);
  return {
    messages: settled.messages,
    submissions,
    registers: register.registers,
    answers: register.answers,
    findings,
    coverage: cover(campaign, forms, units, submissions, register.registers, findings, waitingUnits(settled.messages)),
    questions: [...attributions, ...register.questions, ...waived.questions, ...settled.questions],
    unreachable: findUnreachable(readings, sent, index, campaign),
    asked: [...new Set(sent.filter((mail) => mail.kind === 'request').map((mail) => mail.unit))].sort(),
  };
}

/** Units with a mail that may hold a form and that nobody could read yet. */
function waitingUnits(messages: RegistryState['messages']): Set<string> {
  const unread = messages.filter(
    ({ state, reasonCode }) =>
      (state === 'held' || state === 'quarantined') && /^file\/|^mail\/(link|forgotten)/.test(reasonCode),
  );
  return new Set(unread.map(({ unit }) => unit).filter((unit) => unit !== ''));
}

function byReceipt(a: MessageReading, b: MessageReading): number {
  if (a.receivedAt !== b.receivedAt) return a.receivedAt < b.receivedAt ? -1 : 1;
  return a.sequence - b.sequence || (a.message < b.message ? -1 : 1);
}

type Registers = Pick<RegistryState, 'answers' | 'registers' | 'questions'> & {
  readonly findings: readonly RowFinding[];
  readonly verdicts: ReadonlyMap<string, Verdict>;
};

function buildRegisters(drafts: readonly Draft[], input: StateInput, index: UnitIndex, answers: Answers): Registers {
  const registers: Record<string, readonly RegisterRow[]> = {};
  const counts: Record<string, AnswerCounts> = {};
  const findings: RowFinding[] = [];
  const verdicts = new Map<string, Verdict>();
  const questions: Question[] = [];
  const ground = {
    reverted: new Map(
      input.decisions.flatMap((one) => (one.kind === 'revert' ? [[one.subject, one.reason] as const] : [])),
    ),
    values: valuesByRow(input.decisions),
    answers,
    hash: digest(input.campaign, input.forms, input.units, input.decisions),
    recall: input.recall ?? makeAfresh,
  };
  const ordered = [...input.units].sort((a, b) => a.order - b.order);
  const byUnit = groupBy(drafts, (draft) => `${draft.form.form} ${draft.unit}`);
  for (const form of input.forms) {
    const prepared = prepareRules(form, input.campaign, input.vocabulary);
    const chapters = ordered.flatMap((unit) => {
      const own = byUnit.get(`${form.form} ${unit.code}`);
      return own ? [makeChapter(own, unit, { ...ground, prepared })] : [];
    });
    const shared = findMeeting(chapters.map((chapter) => chapter.marks));
    const meeting = new Set(chapters.filter((_, at) => shared.has(at)));
    const merged = merge(chapters, meeting, form, index, answers);
    const opened = [...meeting].map((chapter) => chapter.open());
    for (const chapter of chapters) {
      for (const [id, verdict] of chapter.verdicts) verdicts.set(id, verdict);
      questions.push(...chapter.questions);
      for (const finding of chapter.findings) findings.push(finding);
    }
    questions.push(...merged.questions);
    for (const finding of judgeProvince(opened, merged, prepared)) findings.push(finding);
    registers[form.form] = merged.chapters.flatMap(({ rows }) => rows);
    counts[form.form] = sumAnswers(
      form,
      merged.chapters.map(({ chapter, rows }) =>
        rows.length === chapter.rows.length ? chapter.answers : countAnswers(form, rows),
      ),
    );
  }
  return { registers, answers: counts, findings, verdicts, questions };
}

function submissionOf(draft: Draft, verdicts: ReadonlyMap<string, Verdict>): Submission {
  const { id, reading, form, unit, attribution, tables, late } = draft;
  const nobody: Verdict = {
    kind: 'full',
    state: draft.declined === undefined ? 'held' : 'reverted',
    reason: draft.declined === undefined ? attribution.reason : `决定不采用：${draft.declined}`,
    preview: { added: [], removed: [], changed: [], same: 0 },
  };
  const verdict = verdicts.get(id) ?? nobody;
  return {
    id,
    message: reading.message,
    eml: reading.eml,
    receivedAt: reading.receivedAt,
    sequence: reading.sequence,
    form: form.form,
    unit,
    attribution: {
      unit: attribution.unit,
      accepted: attribution.accepted,
      evidence: attribution.evidence,
      reason: attribution.reason,
    },
    late,
    tables,
    ...verdict,
  };
}
