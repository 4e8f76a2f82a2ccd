/** `于 2025年3月1日前` while the nearest of the last days (YYYY-MM-DD) lies ahead, else 报送期限已过，请尽快. */
export function sayDeadline(dues: readonly string[], today: string): string {
  const ahead = dues.filter((due) => due >= today).sort();
  return ahead[0] === undefined ? '报送期限已过，请尽快' : `请于 ${chineseDate(ahead[0])}前`;
}

/** `2025-03-01` → `2025年3月1日`; anything else as it is. */
export function chineseDate(date: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  return parts ? `${parts[1]}年${Number(parts[2])}月${Number(parts[3])}日` : date;
}
