import { headerOf } from '../repair/read-head.ts';
import { evidenceOf, type Letter } from './letter.ts';

const SUBJECT =
  /^(?:(?:re|回复|答复)\s*[：:]\s*)?(?:[[【(（]?\s*(?:自动回复|自动答复|自動回覆|外出自动回复|假期自动回复|休假自动回复|Automatic reply|Auto[- ]?reply|Auto[- ]?response|Out of (?:the )?office))/i;

/** Evidence that a program answered in place of a person (RFC 3834 and what providers write instead); '' when not. */
export function isAutoReply(letter: Letter): string {
  const submitted = headerOf(letter.headers, 'auto-submitted').toLowerCase();
  if (submitted !== '' && !submitted.startsWith('no')) return evidenceOf(letter.headers, 'Auto-Submitted');
  for (const name of ['X-QQ-AUTO-REPLY', 'X-Autoreply', 'X-Autorespond', 'X-Auto-Reply', 'X-AutoReply-From']) {
    const evidence = evidenceOf(letter.headers, name);
    if (evidence !== '' && !/:\s*(?:no|false|0)$/i.test(evidence)) return evidence;
  }
  if (/auto[_-]?reply/i.test(headerOf(letter.headers, 'precedence'))) return evidenceOf(letter.headers, 'Precedence');
  // Only programs send without an address to return to; QQ marks its own in that address.
  if (/^<>|\+auto_=/.test(headerOf(letter.headers, 'return-path'))) return evidenceOf(letter.headers, 'Return-Path');
  const subject = letter.subject.trim();
  return SUBJECT.test(subject) ? `Subject: ${subject.slice(0, 80)}` : '';
}
