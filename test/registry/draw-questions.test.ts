import { describe, expect, it } from 'vitest';
import { drawQuestions, QUESTION_COLUMNS, QUESTION_SHEET } from '../../src/registry/draw-questions.ts';
import { readAnswers } from '../../src/registry/read-answers.ts';
import type { Question } from '../../src/registry/register.ts';
import type { BookPlan } from '../../src/sheet/book-plan.ts';
import { bookOfPlan } from '../support/book-of-plan.ts';

const ASKED: Question = {
  id: 'revision-1234567890',
  kind: 'revision',
  question: '成都市 附件2：这份表只有 3 行，已报的 9 行中有 6 行不在其中。怎样处理？',
  sides: ['全部替换', '只更新表中各行', '不采用'].map((answer, index) => ({
    answer,
    label: `做法${index + 1}`,
    source: '邮件“成都市附件2”',
  })),
  unit: '510100',
  form: 'hospital-roster',
  messages: [],
  fingerprint: 'abc',
};

function drawn(...questions: readonly Question[]): BookPlan {
  return drawQuestions(questions, () => '成都市', '2025-03-01T00:00:00.000Z');
}

/** The plan with a text in a column of the first question, as a person types it. */
function typed(plan: BookPlan, entries: Readonly<Record<string, string>>): BookPlan {
  const sheets = plan.sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row, number) => ({
      ...row,
      cells: row.cells.map((cell, place) => {
        const text = number === 3 ? entries[QUESTION_COLUMNS[place] ?? ''] : undefined;
        return cell && text !== undefined && sheet.name === QUESTION_SHEET ? { ...cell, value: text } : cell;
      }),
    })),
  }));
  return { ...plan, sheets };
}

describe('待处理.xlsx', () => {
  it('tells every choice with its source, each once', () => {
    const row = drawn(ASKED).sheets[0]?.rows[3]?.cells.map((cell) => cell?.value);
    expect(row?.slice(3, 7)).toEqual([
      '全部替换：做法1',
      '邮件“成都市附件2”',
      '只更新表中各行：做法2\n不采用：做法3',
      '邮件“成都市附件2”',
    ]);
  });

  it('offers all answers in a drop-down, and is read back with reason and evidence', () => {
    const plan = drawn(ASKED);
    const [list] = plan.sheets[0]?.validations ?? [];
    expect([list?.range, list?.formula]).toEqual(['H4', '_答复!$A$1:$C$1']);
    expect(plan.sheets[1]?.rows[0]?.cells.map((cell) => cell?.value)).toEqual(['全部替换', '只更新表中各行', '不采用']);
    expect(readAnswers(bookOfPlan(plan))).toEqual([]);
    expect(readAnswers(bookOfPlan(typed(plan, { 答复: '不采用', 理由: '来电说明' })))).toEqual([
      { row: 4, question: 'revision-1234567890', answer: '不采用', reason: '来电说明', fingerprint: 'abc' },
    ]);
  });

  it('fits on A4: what only the program needs is hidden', () => {
    const sheet = drawn(ASKED).sheets[0];
    expect(sheet?.print).toMatchObject({ paper: 'A4', orientation: 'landscape', repeatRows: '3:3' });
    expect(sheet?.columns.map((column) => column.hidden === true)).toEqual(
      QUESTION_COLUMNS.map((title) => title === '依据'),
    );
    let width = 0;
    for (const column of sheet?.columns ?? []) if (column.hidden !== true) width += column.width;
    expect(width).toBeLessThanOrEqual(205);
  });
});
