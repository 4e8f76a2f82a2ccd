const FORMATS = new Map<string, Intl.DateTimeFormat>();

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = FORMATS.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  FORMATS.set(timeZone, format);
  return format;
}

/** Calendar date (YYYY-MM-DD) of an ISO instant in an IANA time zone; '' for an empty instant. */
export function localDate(instant: string, timeZone: string): string {
  return instant === '' ? '' : formatFor(timeZone).format(new Date(instant));
}
