import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { terminalSafe } from '../../src/text/terminal-safe.ts';

describe('a text on a terminal', () => {
  it.each([
    ['青杠市\t第一人民医院\n', '青杠市\t第一人民医院\n'],
    ['\u001b[31m红', '\ufffd[31m红'],
    ['一\r二\u0007', '一\ufffd二\ufffd'],
    ['\u0000\u0008\u000b\u001f\u007f\u009f', '\ufffd'.repeat(6)],
    ['\u2028\u2029\u202a\u202e\u2066\u2069', '\ufffd'.repeat(6)],
    ['\u2027\u202f\u2065\u206a\u00a0', '\u2027\u202f\u2065\u206a\u00a0'],
  ])('%j is %j', (text, safe) => {
    expect(terminalSafe(text)).toBe(safe);
  });

  it('keeps its length, and needs no second look', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const safe = terminalSafe(text);

        expect(safe).toHaveLength(text.length);
        expect(terminalSafe(safe)).toBe(safe);
      }),
    );
  });
});
