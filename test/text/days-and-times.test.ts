import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysBetween } from '../../src/text/days-between.ts';
import { localDate } from '../../src/text/local-date.ts';
import { localTime } from '../../src/text/local-time.ts';

describe('days between two dates', () => {
  it.each([
    ['2025-01-21', '2025-01-21', 0],
    ['2025-01-21', '2025-01-22', 1],
    ['2025-03-01', '2025-02-28', -1],
    ['2024-02-28', '2024-03-01', 2],
    ['2025-01-21', '2025-03-01', 39],
    ['2024-12-31', '2025-12-31', 365],
  ])('%s to %s are %d', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
  });
});

describe('an instant on the clock of the office', () => {
  it.each([
    ['2025-01-21T15:59:59.000Z', 'Asia/Shanghai', '2025-01-21', '2025-01-21 23:59'],
    ['2025-01-21T16:00:00.000Z', 'Asia/Shanghai', '2025-01-22', '2025-01-22 00:00'],
    ['2025-01-31T01:05:09.000Z', 'Asia/Shanghai', '2025-01-31', '2025-01-31 09:05'],
    ['2025-01-31T01:05:09.000Z', 'UTC', '2025-01-31', '2025-01-31 01:05'],
    ['2025-07-01T02:30:00.000Z', 'America/New_York', '2025-06-30', '2025-06-30 22:30'],
    ['2025-03-01T12:00:00+08:00', 'Asia/Shanghai', '2025-03-01', '2025-03-01 12:00'],
    ['', 'Asia/Shanghai', '', ''],
  ])('%j in %s', (instant, zone, date, time) => {
    expect(localDate(instant, zone)).toBe(date);
    expect(localTime(instant, zone)).toBe(time);
  });

  it('has the same day with and without its time', () => {
    const instants = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(instants, fc.constantFrom('Asia/Shanghai', 'UTC', 'Asia/Urumqi'), (instant, zone) => {
        const iso = instant.toISOString();

        expect(localTime(iso, zone)).toMatch(/^\d{4}-\d{2}-\d{2} (?:[01]\d|2[0-3]):[0-5]\d$/);
        expect(localTime(iso, zone).slice(0, 10)).toBe(localDate(iso, zone));
      }),
    );
  });
});
