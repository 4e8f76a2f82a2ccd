const FORMATS = new Map<string, Intl.DateTimeFormat>();

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = FORMATS.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  FORMATS.set(timeZone, format);
  return format;
}

/** From 1973 on all clocks of the world differ by whole quarters of an hour: within one, a date cannot change. Milliseconds. */
const QUARTER = 15 * 60 * 1000;
const SINCE = Date.UTC(1973) / QUARTER;
const DATES = new Map<string, Map<number, string>>();

/** Calendar date (YYYY-MM-DD) of an ISO instant in an IANA time zone; '' for an empty instant. */
export function localDate(instant: string, timeZone: string): string {
  if (instant === '') return '';
  const time = new Date(instant);
  const quarter = Math.floor(time.getTime() / QUARTER);
  const dates = DATES.get(timeZone) ?? new Map<number, string>();
  DATES.set(timeZone, dates);
  const known = dates.get(quarter);
  if (known !== undefined) return known;
  const date = formatFor(timeZone).format(time);
  if (quarter >= SINCE) dates.set(quarter, date);
  return date;
}
