import { structuredHeader } from '../repair/read-head.ts';
import type { Letter } from './letter.ts';

const SUBJECT =
  /^(?:回复[：:]\s*)?(?:已读(?:回执)?|阅读回执|已阅|Read|Read receipt|Return receipt \(displayed\))\s*[：:]/i;
const PLAIN_SUBJECT = /^(?:已读回执|阅读回执|邮件阅读回执)/;

/** Evidence that a mail only says that another was opened (RFC 8098, or the plain form of web mails); '' when not. */
export function isReadReceipt(letter: Letter): string {
  const type = structuredHeader(letter.headers, 'content-type');
  if (type.parameters.get('report-type')?.toLowerCase() === 'disposition-notification')
    return 'report-type=disposition-notification';
  if (letter.reports.some((report) => /^Disposition\s*:/im.test(report))) return 'Disposition';
  const subject = letter.subject.trim();
  return SUBJECT.test(subject) || PLAIN_SUBJECT.test(subject) ? `Subject: ${subject.slice(0, 80)}` : '';
}
