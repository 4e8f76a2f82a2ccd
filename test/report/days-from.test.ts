import { describe, expect, it } from 'vitest';
import { daysFrom } from '../../src/report/days-from.ts';

describe('days of the progress', () => {
  it.each([
    ['every day between', '2025-02-27', '2025-03-02', [], ['2025-02-27', '2025-02-28', '2025-03-01', '2025-03-02']],
    ['a deadline to come', '2025-01-20', '2025-01-20', ['2025-01-22'], ['2025-01-20', '2025-01-21', '2025-01-22']],
    ['a deadline before', '2025-01-20', '2025-01-21', ['2025-01-19'], ['2025-01-19', '2025-01-20', '2025-01-21']],
    ['a deadline far away', '2025-01-20', '2025-01-21', ['2025-12-31'], ['2025-01-20', '2025-01-21']],
    ['a single day gets one before it', '2025-01-01', '2025-01-01', [], ['2024-12-31', '2025-01-01']],
  ])('%s', (_what, first, last, deadlines, days) => {
    expect(daysFrom(first, last, deadlines)).toEqual(days);
  });

  it('keeps the newest 400 days of a long span', () => {
    const days = daysFrom('2023-01-01', '2025-01-01', []);
    expect([days.length, days.at(-1)]).toEqual([400, '2025-01-01']);
  });
});
