/** Where mail programs begin the quoted original: blockquote, ids and classes of the common web mails, or the visible line. */
const QUOTE_STARTS: readonly RegExp[] = [
  /<blockquote\b/i,
  /<[a-z]+\b[^>]*\bid\s*=\s*["']?(?:isReplyContent|divRplyFwdMsg|origbody|spnEditorContent_quote|ntes-pcmac-quote)\b/i,
  /<[a-z]+\b[^>]*\bclass\s*=\s*["']?[^"'>]*\b(?:gmail_quote|foxmail_quote|moz-cite-prefix|qmbox_quote)\b/i,
  /<includetail\b/i,
  /-{2,}(?:\s|&nbsp;)*(?:原始邮件|原邮件|转发邮件|转发的邮件|回复的原邮件|Original(?: Message)?|Forwarded message)/i,
  /<(?:b|strong|span|font|p|div)\b[^>]*>\s*(?:发件人|From)\s*[:：]/i,
];

/** The letter up to the quoted original. A forwarded mail keeps it: there the original is what is sent. */
export function ownHtml(html: string, subject: string): string {
  if (/^\s*(?:转发|轉寄|fw|fwd)\s*[:：]/i.test(subject)) return html;
  let end = html.length;
  for (const start of QUOTE_STARTS) {
    const at = html.search(start);
    if (at >= 0) end = Math.min(end, at);
  }
  return html.slice(0, end);
}
