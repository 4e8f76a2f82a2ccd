import type { Decision } from './decision.ts';
import type { Question } from './register.ts';

/** Answers a question may have been given; the newest one on the same evidence counts. */
export interface Answers {
  /** The answer in force, undefined when none was given or the evidence has changed since. */
  find(id: string, fingerprint: string): Decision | undefined;
}

/** Indexes the answers among the decisions. An answer without fingerprint was given on the evidence of its day and holds. */
export function indexAnswers(decisions: readonly Decision[]): Answers {
  const newest = new Map<string, Decision>();
  for (const decision of decisions) if (decision.kind === 'answer') newest.set(decision.subject, decision);
  return {
    find(id, fingerprint) {
      const decision = newest.get(id);
      if (!decision) return undefined;
      return decision.fingerprint === '' || decision.fingerprint === fingerprint ? decision : undefined;
    },
  };
}

/** A question with its answer, where there is one. */
export function withAnswer(question: Omit<Question, 'decided'>, answers: Answers): Question {
  const decision = answers.find(question.id, question.fingerprint);
  if (!decision) return question;
  const { answer, who, at, reason } = decision;
  return { ...question, decided: { answer, who, at, reason } };
}

/** Answer that leaves a submission out. */
export const DECLINE = '不采用';
