import { describe, expect, it } from 'vitest';
import { makeBoard } from '../../src/registry/board.ts';
import { nextSteps } from '../../src/registry/next-steps.ts';
import { CAMPAIGN, LIAISON, ROSTER, request, tell, UNITS } from '../support/story.ts';

const units = UNITS.filter((one) => ['成都市', '德阳市'].includes(one.short));
function steps(asked: readonly string[], mailbox = CAMPAIGN.mailbox): string[] {
  const sent = asked.map((short) => request(short, `req-${short}@box`));
  const campaign = { ...CAMPAIGN, mailbox };
  const board = makeBoard(tell([], { units, sent, campaign }), [ROSTER, LIAISON], units, campaign);
  return nextSteps(board, 0, 0).map(({ text, command }) => `${text} → ${command}`);
}

describe('the next step while forms are missing', () => {
  it.each([
    ['ask first', [], ['有 2 个单位还没有发过表格 → mingce send --kind request']],
    ['ask the rest', ['成都市'], ['有 1 个单位还没有发过表格 → mingce send --kind request']],
    ['then remind', ['成都市', '德阳市'], ['还有 4 份表未报 → mingce send --kind reminder']],
  ])('%s', (_what, asked, expected) => {
    expect(steps(asked)).toEqual(expected);
  });

  it('without a mailbox is the telephone', () => {
    expect(steps([], '')).toEqual(['还有 4 份表未报，请联系未报的单位 → mingce status']);
  });
});
