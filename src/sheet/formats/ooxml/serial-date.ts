const DAY_SECONDS = 86_400;
const DAY_MILLISECONDS = DAY_SECONDS * 1000;
/** 9999-12-31, the last day the programs show. */
const LAST_SERIAL = 2_958_466;

/**
 * ISO form of a date serial: `2025-01-31`, or `2025-01-31T08:30:00` where there is a time of day.
 * Undefined outside of the calendar, for times alone, and for the day 1900-02-29 that never was.
 * Source: ECMA-376 part 1, 18.17.4 (date systems 1900 and 1904).
 */
export function serialDate(serial: number, from1904: boolean): string | undefined {
  if (!Number.isFinite(serial) || serial < (from1904 ? 0 : 1) || serial >= LAST_SERIAL) return undefined;
  const seconds = Math.round(serial * DAY_SECONDS);
  let day = Math.floor(seconds / DAY_SECONDS);
  if (!from1904 && day === 60) return undefined;
  if (!from1904 && day < 60) day += 1;
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const time = seconds % DAY_SECONDS;
  const stamp = new Date(epoch + day * DAY_MILLISECONDS + time * 1000).toISOString();
  return time === 0 ? stamp.slice(0, 10) : stamp.slice(0, 19);
}
