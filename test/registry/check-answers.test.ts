import { describe, expect, it } from 'vitest';
import { checkAnswers } from '../../src/registry/check-answers.ts';
import { makeTag, readTag } from '../../src/registry/tag.ts';
import { hospital, reply, tell } from '../support/story.ts';

/** The question of one doubtful table, and an answer that fits it. */
function ask() {
  const [question] = tell([reply({ from: 'x@qq.example', rows: [hospital('成都市', 1)] })]).questions;
  if (!question) throw new Error('no question');
  const { id, fingerprint } = question;
  return { question, right: { row: 4, question: id, answer: '成都市', reason: '电话核实', fingerprint } };
}

describe('answers of the workbook', () => {
  it('that fit are taken', () => {
    const { question, right } = ask();

    expect(checkAnswers([question], [right])).toMatchObject({
      accepted: [{ answer: '成都市', reason: '电话核实' }],
      refused: [],
    });
  });

  it.each([
    ['to a question that does not exist', [{ question: 'message-0000' }], /没有这件事项/],
    ['that cannot be chosen', [{ answer: '某某市' }], /不是可选的答复，可选：成都市、不采用/],
    ['without a reason', [{ reason: '' }], /没有写理由/],
    ['on evidence that has changed', [{ fingerprint: 'old' }], /情况已经变化/],
    ['that contradict each other', [{}, { row: 5, answer: '不采用' }], /互相矛盾/],
  ])('%s are refused with row and reason', (_, changes, reason) => {
    const { question, right } = ask();
    const { accepted, refused } = checkAnswers(
      [question],
      changes.map((one) => ({ ...right, ...one })),
    );

    expect(accepted).toEqual([]);
    expect(refused[0]).toMatchObject({ row: 4 });
    expect(refused[0]?.reason).toMatch(reason);
  });
});

describe('subject tags', () => {
  it('are read back whatever a mail program did to the brackets', () => {
    const tag = makeTag('510100', 'story');

    expect(readTag(`回复：${tag} 通知`, 'story')).toBe('510100');
    expect(readTag(`Re: ${tag.replace('[', '［').replace(']', '］')}`, 'story')).toBe('510100');
  });

  it('of another campaign or with a slip name nobody', () => {
    expect(readTag(makeTag('510100', 'other'), 'story')).toBeUndefined();
    expect(readTag(makeTag('510100', 'story').replace('510100', '510300'), 'story')).toBeUndefined();
  });
});
