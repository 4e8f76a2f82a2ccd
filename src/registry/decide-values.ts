import type { Finding } from '../rules/finding.ts';
import { type Answers, withAnswer } from './answers.ts';
import type { Decision } from './decision.ts';
import { fingerprint } from './fingerprint.ts';
import { placeOf, type RowCase } from './judged-row.ts';
import { labelOf } from './live-row.ts';
import type { DecidedValue, Question } from './register.ts';

/** Values that the office set, by row id; the newest decision for a cell counts. */
export function valuesByRow(decisions: readonly Decision[]): Map<string, Map<string, Decision>> {
  const rows = new Map<string, Map<string, Decision>>();
  for (const decision of decisions) {
    if (decision.kind !== 'value') continue;
    const cut = decision.subject.indexOf('#');
    const row = decision.subject.slice(0, cut);
    const values = rows.get(row) ?? new Map<string, Decision>();
    rows.set(row, values.set(decision.subject.slice(cut + 1), decision));
  }
  return rows;
}

/** Puts a decided value on top of what was read. */
export function setValue(row: RowCase, key: string, to: string, decision: string): RowCase {
  const field = row.fields[key];
  if (!field) return row;
  const decided: DecidedValue = { key, from: field.value, to, decision };
  return {
    ...row,
    fields: { ...row.fields, [key]: { ...field, value: to } },
    decided: [...row.decided.filter((one) => one.key !== key), decided],
  };
}

/** What a decided value rests on: the row, the column and what stood there. */
export function valueEvidence(row: string, key: string, raw: string): string {
  return fingerprint(row, key, raw);
}

const AS_DECIDED = '仍用决定的内容';
const AS_REPORTED = '采用改报的内容';

/** A row with the values that the office set, and questions about those whose cell says something else by now. */
export interface DecidedRow {
  readonly row: RowCase;
  readonly questions: readonly Question[];
}

/**
 * Puts decided values on top of what was read. Where the unit has reported something else since the decision, the new
 * report stands and the office is asked again.
 */
export function decideValues(
  read: RowCase,
  values: ReadonlyMap<string, Decision> | undefined,
  answers: Answers,
): DecidedRow {
  let row = read;
  const questions: Question[] = [];
  for (const [key, decision] of values ?? []) {
    const field = read.fields[key];
    if (!field || field.value === decision.answer) continue;
    const evidence = valueEvidence(read.id, key, field.raw);
    if (decision.fingerprint === '' || decision.fingerprint === evidence) {
      row = setValue(row, key, decision.answer, decision.id);
      continue;
    }
    const question = askAgain(read, key, decision, evidence, answers);
    questions.push(question);
    const again = question.decided?.answer === AS_DECIDED ? answers.find(question.id, question.fingerprint) : undefined;
    if (again) row = setValue(row, key, decision.answer, again.id);
  }
  return { row, questions };
}

function askAgain(row: RowCase, key: string, decision: Decision, evidence: string, answers: Answers): Question {
  const { column = key, message = '', file = '', sheet = '', cell = '' } = placeOf(row, key);
  const reported = row.fields[key]?.value || '空白';
  const { who, at, reason } = decision;
  return withAnswer(
    {
      id: `value-${fingerprint(row.id, key).slice(0, 10)}`,
      kind: 'conflict',
      question: `${row.unit.short}“${labelOf(row.live)}”的“${column}”曾决定写成“${decision.answer}”，单位后来改报为“${reported}”。以哪个为准？目前以改报的为准`,
      sides: [
        { answer: AS_DECIDED, label: decision.answer, source: `${who} ${at.slice(0, 10)} 决定，理由：${reason}` },
        { answer: AS_REPORTED, label: reported, source: `${file} ${sheet} ${cell}`.trim() },
      ],
      unit: row.unit.code,
      form: row.live.draft.form.form,
      messages: [message],
      fingerprint: fingerprint(decision.id, evidence),
    },
    answers,
  );
}

const TAKE = '采纳';
const KEEP = '不采纳';

/** Asks whether a proved proposal is to be taken. */
export function askProposal(row: RowCase, finding: Finding, answers: Answers): Question | undefined {
  const { fix, proof, place } = finding;
  if (fix === undefined || finding.applied === true || place.key === undefined) return undefined;
  const where = `${place.file ?? ''} ${place.sheet ?? ''} ${place.cell ?? ''}`.trim();
  return withAnswer(
    {
      id: `proposal-${fingerprint(row.id, place.key).slice(0, 10)}`,
      kind: 'proposal',
      question: `${row.unit.short}“${labelOf(row.live)}”的“${place.column ?? ''}”：${finding.text}。是否改为“${fix}”？`,
      sides: [
        { answer: TAKE, label: `改为 ${fix}（${proof ?? '校验相符'}）`, source: where },
        { answer: KEEP, label: `保留 ${finding.seen || '空白'}`, source: where },
      ],
      unit: row.unit.code,
      form: row.live.draft.form.form,
      messages: [placeOf(row, place.key).message ?? ''],
      fingerprint: fingerprint(row.id, place.key, row.fields[place.key]?.value, fix),
    },
    answers,
  );
}

/** Decision behind an accepted proposal. */
export function acceptedProposal(question: Question, answers: Answers): Decision | undefined {
  return question.decided?.answer === TAKE ? answers.find(question.id, question.fingerprint) : undefined;
}
