import fc from 'fast-check';
import { expect, it } from 'vitest';
import { uidSet } from '../../../src/mail/inbox/uid-set.ts';

it.each([
  [[3], '3'],
  [[3, 4, 5, 9], '3:5,9'],
  [[1, 2, 4, 5], '1:2,4:5'],
  [[], ''],
])('%j is %s', (uids, set) => {
  expect(uidSet(uids)).toBe(set);
});

it('names exactly the UIDs, never a star', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 400 }), { minLength: 1 }), (numbers) => {
      const uids = numbers.toSorted((a, b) => a - b);
      const named = uidSet(uids)
        .split(',')
        .flatMap((part) => {
          const [from = 0, to = from] = part.split(':').map(Number);
          return Array.from({ length: to - from + 1 }, (_, at) => from + at);
        });
      expect(named).toEqual(uids);
    }),
  );
});
