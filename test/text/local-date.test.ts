import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '../../src/text/local-date.ts';

const ZONES = ['Asia/Shanghai', 'Asia/Kathmandu', 'Africa/Monrovia', 'America/St_Johns', 'Pacific/Apia', 'UTC'];

describe('the date of an instant', () => {
  it.each([
    ['2025-02-20T15:59:59.999Z', 'Asia/Shanghai', '2025-02-20'],
    ['2025-02-20T16:00:00.000Z', 'Asia/Shanghai', '2025-02-21'],
    ['2025-02-20T15:59:59.999Z', 'UTC', '2025-02-20'],
    ['1972-01-06T00:30:00.000Z', 'Africa/Monrovia', '1972-01-05'],
    ['1972-01-06T00:44:30.000Z', 'Africa/Monrovia', '1972-01-06'],
    ['', 'Asia/Shanghai', ''],
  ])('%s in %s is %s', (instant, zone, date) => {
    expect(localDate(instant, zone)).toBe(date);
  });

  it('is what the calendar of the zone says, however often and in whatever order it is asked for', () => {
    const instant = fc.date({ min: new Date('1960-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    const near = fc.tuple(instant, fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { maxLength: 5 }));
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), near, (timeZone, [date, others]) => {
        for (const other of [0, ...others]) {
          const at = new Date(date.getTime() + other);
          const [year, month, day] = ['year', 'month', 'day'].map((part) =>
            new Intl.DateTimeFormat('en', { timeZone, [part]: 'numeric' }).format(at).padStart(2, '0'),
          );
          expect(localDate(at.toISOString(), timeZone)).toBe(`${year}-${month}-${day}`);
        }
      }),
    );
  });
});
