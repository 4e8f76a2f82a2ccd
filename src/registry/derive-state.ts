import type { Form } from '../forms/form.ts';
import type { Vocabulary } from '../vocabularies/vocabulary.ts';
import { type Answers, indexAnswers } from './answers.ts';
import type { CampaignFacts } from './campaign.ts';
import { cover } from './cover.ts';
import { valuesByRow } from './decide-values.ts';
import type { Decision } from './decision.ts';
import { digest } from './digest.ts';
import type { Draft } from './draft.ts';
import { draftSubmissions } from './draft-submissions.ts';
import { fileFindings } from './file-findings.ts';
import { findUnreachable } from './find-unreachable.ts';
import type { RowFinding } from './judge-form.ts';
import { judgeProvince, judgeUnit } from './judge-register.ts';
import { merge } from './merge.ts';
import { prepareRules } from './prepare-rules.ts';
import type { MessageReading } from './reading.ts';
import { makeAfresh, type Recall } from './recall.ts';
import type { Question, RegisterRow, RegistryState } from './register.ts';
import { revise, type Verdict } from './revise.ts';
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

interface Registers {
  readonly registers: Record<string, readonly RegisterRow[]>;
  readonly findings: RowFinding[];
  readonly verdicts: Map<string, Verdict>;
  readonly questions: Question[];
}

function buildRegisters(drafts: readonly Draft[], input: StateInput, index: UnitIndex, answers: Answers): Registers {
  const result: Registers = { registers: {}, findings: [], verdicts: new Map(), questions: [] };
  const reverted = new Map(
    input.decisions.flatMap((one) => (one.kind === 'revert' ? [[one.subject, one.reason] as const] : [])),
  );
  const values = valuesByRow(input.decisions);
  const recall = input.recall ?? makeAfresh;
  const ground = digest(input.campaign, input.forms, input.units, input.decisions);
  const ordered = [...input.units].sort((a, b) => a.order - b.order);
  const byUnit = groupDrafts(drafts);
  for (const form of input.forms) {
    const prepared = prepareRules(form, input.campaign, input.vocabulary);
    const judged = ordered.flatMap((unit) => {
      const own = byUnit.get(`${form.form} ${unit.code}`);
      if (!own) return [];
      const revised = revise(own, unit, reverted, answers);
      for (const [id, verdict] of revised.verdicts) result.verdicts.set(id, verdict);
      const one = judgeUnit(unit, revised, prepared, values, answers, (make) =>
        recall(`judgement ${form.form} ${unit.code}`, [ground, own.map(inputOf)], make),
      );
      result.questions.push(...revised.questions, ...one.questions);
      return [one];
    });
    const merged = merge(
      judged.flatMap((unit) => unit.cases),
      form,
      index,
      answers,
    );
    result.registers[form.form] = merged.rows;
    result.questions.push(...merged.questions);
    for (const unit of judged) for (const finding of unit.findings) result.findings.push(finding);
    for (const finding of judgeProvince(judged, merged, prepared)) result.findings.push(finding);
  }
  return result;
}

/** Everything that a draft brings to what follows from it; what was read is told by the message. */
function inputOf(draft: Draft): unknown {
  const { reading, form: _, tables, ...others } = draft;
  const { message, eml, receivedAt, sequence } = reading;
  const places = tables.map(({ path, sha256, table }) => [path, sha256, table.sheet, table.header]);
  return [message, eml, receivedAt, sequence, others, places];
}

function groupDrafts(drafts: readonly Draft[]): Map<string, Draft[]> {
  const groups = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const key = `${draft.form.form} ${draft.unit}`;
    const known = groups.get(key);
    if (known) known.push(draft);
    else groups.set(key, [draft]);
  }
  return groups;
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
