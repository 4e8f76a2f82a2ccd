import type { Form } from '../forms/form.ts';
import type { AnswerCounts, RegisterRow } from './register.ts';

/** How often each answer of each choice column was given. The column of the unit itself is left out: the board has it. */
export function countAnswers(form: Form, rows: readonly Pick<RegisterRow, 'fields'>[]): AnswerCounts {
  const columns = form.columns.filter((column) => column.kind === 'choice' && column.key !== form.unitColumn);
  return Object.fromEntries(
    columns.map(({ key }) => {
      const counts: Record<string, number> = {};
      for (const { fields } of rows) add(counts, fields[key]?.value || '（空）', 1);
      return [key, counts];
    }),
  );
}

/** The counts of several parts of a register together. */
export function sumAnswers(form: Form, parts: readonly AnswerCounts[]): AnswerCounts {
  const sums = countAnswers(form, []) as Record<string, Record<string, number>>;
  for (const part of parts)
    for (const [key, counts] of Object.entries(part))
      for (const [answer, count] of Object.entries(counts)) add((sums[key] ??= {}), answer, count);
  return sums;
}

function add(counts: Record<string, number>, answer: string, count: number): void {
  counts[answer] = (counts[answer] ?? 0) + count;
}
