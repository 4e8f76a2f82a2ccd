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
    values.set(decision.subject.slice(cut + 1), decision);
    rows.set(row, values);
  }
  return rows;
}

/** Puts a decided value on top of what was read. */
export function setValue(row: RowCase, key: string, to: string, decision: string): RowCase {
  const field = row.fields[key];
  if (!field || field.value === to) return row;
  const decided: DecidedValue = { key, from: field.value, to, decision };
  return {
    ...row,
    fields: { ...row.fields, [key]: { ...field, value: to } },
    decided: [...row.decided.filter((one) => one.key !== key), decided],
  };
}

export const TAKE = '采纳';
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
