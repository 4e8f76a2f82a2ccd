const DATE = /(\d{4})\s*[年\-/.]\s*(\d{1,2})\s*[月\-/.]\s*(\d{1,2})\s*日?\s*(?:(\d{1,2})\s*[:：]\s*(\d{2}))?/g;
const EXPIRY_WORDS = /到期|过期|有效期|失效|截止|前下载|前有效/;

/** Beijing has no summer time. */
const OFFSET_HOURS = 8;

/** Instant until which a link works, from Chinese text (`2026年8月17日 0:49 到期`, Beijing time); '' when none is given. */
export function readExpiry(text: string): string {
  for (const match of text.matchAll(DATE)) {
    const near = text.slice(Math.max(0, match.index - 20), match.index + match[0].length + 12);
    if (!EXPIRY_WORDS.test(near)) continue;
    const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
    const hasTime = match[4] !== undefined;
    const [hour, minute] = hasTime ? [Number(match[4]), Number(match[5])] : [23, 59];
    if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 24 || minute > 59) continue;
    return new Date(Date.UTC(year, month - 1, day, hour - OFFSET_HOURS, minute)).toISOString();
  }
  return '';
}
