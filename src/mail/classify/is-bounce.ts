import { structuredHeader } from '../repair/read-head.ts';
import type { Letter } from './letter.ts';

const DAEMON = /^(?:mailer-daemon|postmaster|mail-daemon|mdaemon|bounce)(?:[+-][^@]*)?@/;
const SUBJECT =
  /^(?:系统退信|退信|退信通知|邮件退信|来自.{1,30}的退信|投递失败|邮件投递失败|邮件发送失败|无法投递|未送达|未传递的邮件|发送失败|Undeliver(?:ed|able)|Delivery (?:Status|failure|has failed)|Mail delivery (?:failed|failure)|Returned mail|failure notice|Non[- ]delivery)/i;
const FAILURE_TEXT =
  /退信|无法(?:投递|送达|发送|到达)|投递失败|被退回|用户不存在|收件人.{0,12}(?:不存在|已满|拒收)|could(?: not|n't) be delivered|delivery (?:to|has) .{0,80}failed|undeliverable|user unknown|mailbox (?:full|unavailable)|permanent(?:ly)? fail/i;

/** Evidence that a mail says that another could not be delivered; '' when not. */
export function isBounce(letter: Letter): string {
  const type = structuredHeader(letter.headers, 'content-type');
  const subject = letter.subject.trim();
  if (type.parameters.get('report-type')?.toLowerCase() === 'delivery-status') return 'report-type=delivery-status';
  if (letter.reports.some((report) => /^Action\s*:\s*failed/im.test(report))) return 'Action: failed';
  if (DAEMON.test(letter.from) && (SUBJECT.test(subject) || FAILURE_TEXT.test(letter.text)))
    return `From: ${letter.from}`;
  if (SUBJECT.test(subject) && FAILURE_TEXT.test(letter.text)) return `Subject: ${subject.slice(0, 80)}`;
  return '';
}
