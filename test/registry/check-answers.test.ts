import { describe, expect, it } from 'vitest';
import { checkAnswers } from '../../src/registry/check-answers.ts';
import { makeTag, readTag } from '../../src/registry/tag.ts';
import { hospital, reply, tell } from '../support/story.ts';

const [question] = tell([reply({ from: 'x@qq.example', rows: [hospital('成都市', 1)] })]).questions;
const right = {
  row: 4,
  question: question?.id ?? '',
  answer: '成都市',
  reason: '电话核实',
  fingerprint: question?.fingerprint ?? '',
};
const questions = question ? [question] : [];

describe('answers of the workbook', () => {
  it('that fit are taken', () => {
    expect(checkAnswers(questions, [right])).toMatchObject({
      accepted: [{ answer: '成都市', reason: '电话核实' }],
      refused: [],
    });
  });

  it.each([
    ['to a question that does not exist', [{ ...right, question: 'message-0000' }], /没有这件事项/],
    ['that cannot be chosen', [{ ...right, answer: '某某市' }], /不是可选的答复，可选：成都市、不采用/],
    ['without a reason', [{ ...right, reason: '' }], /没有写理由/],
    ['on evidence that has changed', [{ ...right, fingerprint: 'old' }], /情况已经变化/],
    ['that contradict each other', [right, { ...right, row: 5, answer: '不采用' }], /互相矛盾/],
  ])('%s are refused with row and reason', (_, answers, reason) => {
    const { accepted, refused } = checkAnswers(questions, answers);

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
