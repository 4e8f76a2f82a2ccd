/** Lines with which mail programs begin the quoted original. */
const SEPARATORS: readonly RegExp[] = [
  /^[\s>]*-{2,}\s*(?:原始邮件|原邮件|原始信息|转发邮件|转发的邮件|转发邮件信息|回复的原邮件|Original(?: Message)?|Forwarded [Mm]essage|Original Mail|Original Email)\s*-{0,}/i,
  /^\s*(?:在\s*)?(?:\d{4}\s*[-年/]\s*\d{1,2}\s*[-月/]\s*\d{1,2}).{0,160}(?:写道|写到|寫道)\s*[：:]?\s*$/,
  /^\s*(?:在|於|于|At\s|On\s).{4,200}(?:写道|写到|wrote)\s*[：:]\s*$/i,
  /^\s*_{10,}\s*$/,
];
const SENDER_LINE = /^[\s>*]*(?:发件人|寄件者|From)\s*[:：]/i;
const FOLLOWING_LINE = /^[\s>*]*(?:发送时间|发送日期|日期|收件人|抄送|主题|Sent|Date|To|Cc|Subject)\s*[:：]/i;

/** Text of a letter up to the quoted original, quoted lines (`>`) left out. */
export function ownText(text: string): string {
  const lines = text.split(/\r?\n/);
  const kept: string[] = [];
  for (const [at, line] of lines.entries()) {
    if (SEPARATORS.some((separator) => separator.test(line)) || opensHeader(lines, at)) break;
    if (!/^\s*>/.test(line)) kept.push(line);
  }
  return kept.join('\n').trim();
}

/** 发件人： alone may be part of a letter; followed by 收件人 or 主题 it is a quoted header. */
function opensHeader(lines: readonly string[], at: number): boolean {
  if (!SENDER_LINE.test(lines[at] ?? '')) return false;
  return lines.slice(at + 1, at + 5).some((line) => FOLLOWING_LINE.test(line));
}
