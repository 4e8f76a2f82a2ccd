const DAY = 86_400_000;

/**
 * ISO date or date-time of a spreadsheet day number; undefined outside the years 1900 to 9999.
 * @param days days since 1899-12-30 (1900 system) or 1904-01-01 (1904 system)
 */
export function spreadsheetDate(days: number, date1904: boolean): string | undefined {
  if (!Number.isFinite(days) || days < 1 || days > 2_958_466) return undefined;
  // The 1900 system counts a 29 February 1900 that never was: days before it are one off.
  const shifted = !date1904 && days < 60 ? days + 1 : days;
  const start = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const iso = new Date(start + Math.round((shifted * DAY) / 1000) * 1000).toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19);
}

/** Whether a number format shows a date: its letters d, m, y or 年月日, outside quotes, colours and escapes. */
export function showsDate(format: string): boolean {
  const bare = (format.split(';')[0] ?? '').replace(/"[^"]*"|\\.|_.|\*./g, '').replace(/\[[^\]]*\]/g, '');
  return !/general|^@/i.test(bare) && (/[ymd年月日]/i.test(bare) || /h.*:|:.*s/i.test(bare));
}
