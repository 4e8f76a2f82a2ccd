import { describe, expect, it } from 'vitest';
import { drawAddressBook } from '../../src/flows/draw-address-book.ts';
import { drawQuestions } from '../../src/registry/draw-questions.ts';
import type { Question } from '../../src/registry/register.ts';
import type { BookPlan } from '../../src/sheet/book-plan.ts';
import { UNITS } from '../support/registry-state.ts';

const heights = (book: BookPlan): (number | undefined)[] => (book.sheets[0]?.rows ?? []).map((row) => row.height);

describe('workbooks that a clerk fills in', () => {
  it('give a question as many lines as its text needs', () => {
    const question: Question = {
      id: 'message-1',
      kind: 'message',
      question: '来件提出疑问，须人工答复。'.repeat(8),
      sides: [{ answer: '已处理', label: '不再提示', source: '邮件“请教”' }],
      unit: '510100',
      form: '',
      messages: [],
      fingerprint: 'f',
    };
    const short = { ...question, id: 'message-2', question: '是否采用？' };
    const [, , , tall = 0, low = 0] = heights(
      drawQuestions([question, short], () => '成都市', '2025-03-01T00:00:00.000Z'),
    );

    expect([tall > 80, low]).toEqual([true, 20]);
  });

  it('give a unit with many aliases as many lines as they need', () => {
    const aliases = Array.from({ length: 9 }, (_, index) => `某某市卫生健康委员会${index}`);
    const [first, second] = UNITS;
    if (!first || !second) throw new Error('two units are needed');
    const [, tall = 0, low = 0] = heights(drawAddressBook([{ ...first, aliases }, second]));

    expect([tall > 80, low]).toEqual([true, 20]);
  });
});
