import { type Answers, DECLINE, withAnswer } from './answers.ts';
import type { Draft } from './draft.ts';
import { fingerprint } from './fingerprint.ts';
import type { LiveRow } from './live-row.ts';
import type { Revision } from './plan-revision.ts';
import type { Question } from './register.ts';
import type { ReportingUnit } from './unit.ts';

/** The whole table takes the place of what it touches. */
export const REPLACE = '全部替换';
/** Only the rows of the table are taken. */
export const PATCH = '只更新表中各行';

/** The rows of the table are taken out of the register. */
export const WITHDRAW = '撤回表中各行';

/** Asks what to do with a submission whose effect is doubtful; `rows` are those in force. */
export function askHow(
  unit: ReportingUnit,
  rows: readonly LiveRow[],
  draft: Draft,
  revision: Revision,
  doubt: string,
  answers: Answers,
): Question {
  const { reading, form } = draft;
  const { preview } = revision;
  const source = `邮件“${reading.subject}”`;
  return withAnswer(
    {
      id: `revision-${fingerprint(draft.id).slice(0, 10)}`,
      kind: 'revision',
      question: `${unit.short} ${form.annex} ${form.title}：${doubt}。怎样处理？`,
      sides: [
        ...choices(revision).map((one) => ({ ...one, source })),
        { answer: DECLINE, label: '维持已采用的内容', source },
      ],
      unit: unit.code,
      form: form.form,
      messages: [
        ...new Set([
          reading.message,
          ...rows.filter((row) => revision.touches.includes(row.draft.id)).map((row) => row.draft.reading.message),
        ]),
      ],
      fingerprint: fingerprint(draft.id, revision.touches, preview.added, preview.changed, preview.removed),
    },
    answers,
  );
}

function choices({ kind, preview }: Revision): { readonly answer: string; readonly label: string }[] {
  const { added, changed, removed, same } = preview;
  if (kind === 'withdrawal')
    return [
      { answer: WITHDRAW, label: `删除 ${removed.length} 行` },
      { answer: PATCH, label: '不是撤回，采用表中各行' },
    ];
  const taken = `新增 ${added.length} 行，修改 ${changed.length} 行`;
  return [
    { answer: REPLACE, label: `${taken}，删除 ${removed.length} 行` },
    { answer: PATCH, label: `${taken}，其余保留（${same} 行相同）` },
  ];
}
