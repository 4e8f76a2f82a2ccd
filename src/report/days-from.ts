const DAY = 86_400_000;
const MOST = 400;

/**
 * Every calendar day (YYYY-MM-DD) between the first and the last, widened to deadlines less than 60 days off
 * and to a second day when there is only one. A span beyond 400 days is cut at its beginning.
 */
export function daysFrom(first: string, last: string, deadlines: readonly string[]): string[] {
  let from = Date.parse(first);
  let to = Date.parse(last);
  for (const deadline of deadlines) {
    const at = Date.parse(deadline);
    if (at < from && from - at < 60 * DAY) from = at;
    if (at > to && at - to < 60 * DAY) to = at;
  }
  if (from === to) from -= DAY;
  const days: string[] = [];
  for (let at = Math.max(from, to - (MOST - 1) * DAY); at <= to; at += DAY)
    days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}
