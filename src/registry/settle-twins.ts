import { type Answers, withAnswer } from './answers.ts';
import { fingerprint } from './fingerprint.ts';
import { differences, type LiveRow, labelOf, type RepeatedRow } from './live-row.ts';
import type { Question } from './register.ts';
import type { ReportingUnit } from './unit.ts';

/** Rows of a submission after every contradiction within it has been settled. */
export interface SettledTwins {
  readonly rows: readonly LiveRow[];
  readonly repeated: readonly RepeatedRow[];
  /** Each with the two rows it is about. */
  readonly questions: readonly TwinQuestion[];
}

export interface TwinQuestion {
  readonly question: Question;
  readonly rows: readonly [LiveRow, LiveRow];
}

/** Two rows of one table for the same institution that contradict each other: the first stands until a person chooses. */
export function settleTwins(
  rows: readonly LiveRow[],
  repeated: readonly RepeatedRow[],
  unit: ReportingUnit,
  answers: Answers,
): SettledTwins {
  const settled = [...rows];
  const questions: TwinQuestion[] = [];
  const behind = repeated.map((one): RepeatedRow => {
    const first = settled[one.of];
    if (!first || one.identical) return one;
    const question = askWhich(first, one.row, unit, answers);
    questions.push({ question, rows: [first, one.row] });
    if (question.decided?.answer !== placeName(one.row)) return one;
    settled[one.of] = one.row;
    return { ...one, row: first };
  });
  return { rows: settled, repeated: behind, questions };
}

/** `附件2.xlsx Sheet1 第9行`. */
function placeName({ sourced, read }: LiveRow): string {
  return `${sourced.file} ${sourced.table.sheet} 第${read.row}行`;
}

function askWhich(first: LiveRow, second: LiveRow, unit: ReportingUnit, answers: Answers): Question {
  const { form, reading } = first.draft;
  const keys = differences(form, first.fields, second.fields);
  const header = (key: string): string =>
    form.columns.find((column) => column.key === key)?.header.replaceAll('\n', '') ?? key;
  const values = (row: LiveRow): string[] => keys.map((key) => `${header(key)} ${row.fields[key]?.value || '（空）'}`);
  const side = (row: LiveRow): Question['sides'][number] => ({
    answer: placeName(row),
    label: values(row).join('，'),
    source: `邮件“${reading.subject}”`,
  });
  return withAnswer(
    {
      id: `conflict-${fingerprint(first.draft.id, placeName(first), placeName(second)).slice(0, 10)}`,
      kind: 'conflict',
      question: `${unit.short}把“${labelOf(first)}”报了两行，${keys.map(header).join('、')}不同。以哪一行为准？目前以前一行为准`,
      sides: [side(first), side(second)],
      unit: unit.code,
      form: form.form,
      messages: [reading.message],
      fingerprint: fingerprint(first.draft.id, values(first), values(second)),
    },
    answers,
  );
}
