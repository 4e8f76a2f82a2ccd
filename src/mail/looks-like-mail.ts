const MAIL_HEADERS =
  /^(from|to|date|subject|received|return-path|message-id|mime-version|delivered-to|content-type|reply-to|in-reply-to)[ \t]*:/i;
const ANY_HEADER = /^[!-9;-~]+[ \t]*:/;

/**
 * True for bytes that open like a mail (RFC 5322): header lines, at least two of them well known,
 * whatever the file is called.
 */
export function looksLikeMail(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 16_384))
    .toString('latin1')
    .replace(/^(?:\xEF\xBB\xBF)?\s*/, '');
  let known = 0;
  // Line by line: most files are told by their first.
  for (let at = 0, end = 0; end >= 0; at = end + 1) {
    end = head.indexOf('\n', at);
    const line = head.slice(at, end < 0 ? undefined : end).replace(/\r$/, '');
    if (line === '') break;
    if (/^[ \t]/.test(line)) continue;
    if (!ANY_HEADER.test(line)) return false;
    if (MAIL_HEADERS.test(line)) known += 1;
    if (known >= 2) return true;
  }
  return known >= 2;
}
