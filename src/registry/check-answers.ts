import type { Answer } from './read-answers.ts';
import type { Question } from './register.ts';

export interface CheckedAnswers {
  readonly accepted: readonly { readonly question: Question; readonly answer: string; readonly reason: string }[];
  readonly refused: readonly { readonly row: number; readonly question: string; readonly reason: string }[];
}

/** Takes answers that fit their question; contradicting, impossible and outdated ones are refused with row and reason. */
export function checkAnswers(questions: readonly Question[], answers: readonly Answer[]): CheckedAnswers {
  const known = new Map(questions.map((question) => [question.id, question]));
  const given = new Map<string, Set<string>>();
  for (const { question, answer } of answers) given.set(question, (given.get(question) ?? new Set()).add(answer));
  const accepted: { question: Question; answer: string; reason: string }[] = [];
  const refused: { row: number; question: string; reason: string }[] = [];
  const taken = new Set<string>();
  for (const one of answers) {
    const question = known.get(one.question);
    const reason = question
      ? whyRefused(question, one, given.get(one.question)?.size ?? 1)
      : '没有这件事项，可能已经不需要决定';
    if (reason !== '') refused.push({ row: one.row, question: one.question, reason });
    else if (question && !taken.has(question.id)) {
      taken.add(question.id);
      accepted.push({ question, answer: one.answer, reason: one.reason });
    }
  }
  return { accepted, refused };
}

function whyRefused(question: Question, answer: Answer, different: number): string {
  if (different > 1) return '同一件事项有互相矛盾的答复，请只保留一种';
  if (!question.sides.some((side) => side.answer === answer.answer))
    return `“${answer.answer}”不是可选的答复，可选：${question.sides.map((side) => side.answer).join('、')}`;
  if (answer.reason === '') return '没有写理由';
  if (answer.fingerprint !== '' && answer.fingerprint !== question.fingerprint)
    return '情况已经变化，请用 mingce decide list 重新生成表格后再答复';
  return '';
}
