const FORMATS = new Map<string, Intl.DateTimeFormat>();

/** `2025-01-31 09:05` of an ISO instant in an IANA time zone; '' for an empty instant. */
export function localTime(instant: string, timeZone: string): string {
  if (instant === '') return '';
  const format =
    FORMATS.get(timeZone) ??
    new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  FORMATS.set(timeZone, format);
  return format.format(new Date(instant)).replace(',', '');
}
