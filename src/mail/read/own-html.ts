import { scanHtml } from './scan-html.ts';

/** Ids and classes with which web mails and mail programs mark the quoted original. */
const QUOTE_MARK =
  /\b(?:id|class)\s*=\s*["']?[^"'>]{0,200}\b(?:isReplyContent|divRplyFwdMsg|origbody|ntes-pcmac-quote|gmail_quote|foxmail_quote|moz-cite-prefix|qmbox_quote)\b/i;
/** The line that people see above a quoted original. */
const QUOTE_LINE =
  /^\s*(?:-{2,}(?:\s|&nbsp;)*(?:原始邮件|原邮件|转发邮件|转发的邮件|回复的原邮件|Original(?: Message)?|Forwarded message)|(?:发件人|From)\s*[:：])/i;

/** The letter up to the quoted original. A forwarded mail keeps it: there the original is what is sent. */
export function ownHtml(html: string, subject: string): string {
  if (/^\s*(?:转发|轉寄|fw|fwd)\s*[:：]/i.test(subject)) return html;
  for (const { tag, closing, raw, at } of scanHtml(html)) {
    if (tag === '' ? QUOTE_LINE.test(raw.slice(0, 300)) : !closing && opensQuote(tag, raw)) return html.slice(0, at);
  }
  return html;
}

function opensQuote(tag: string, raw: string): boolean {
  return tag === 'blockquote' || tag === 'includetail' || QUOTE_MARK.test(raw.slice(0, 600));
}
