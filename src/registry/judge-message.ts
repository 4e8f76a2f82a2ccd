import { type Intent, readIntent } from '../text/intent.ts';
import { describeLink } from './describe-link.ts';
import { leavesOf } from './leaves-of.ts';
import type { FileReading, MessageReading } from './reading.ts';
import type { MessageOutcome } from './register.ts';

/** State of a message with the words for it. */
export type MessageVerdict = Pick<MessageOutcome, 'state' | 'reason' | 'reasonCode'>;

/** Refusals that mean harm or excess: the file is set apart and never opened again. */
const BEYOND_BOUNDS = /bomb|too-(?:large|deep|slow|many|much)|unsafe|program|limit|hostile/;

/** A credit code or registration number typed into a letter. */
const CODE = /(?<![0-9A-Za-z])(?=[0-9A-Z]*\d{6})[0-9A-Z]{18,22}(?![0-9A-Za-z])/;
/** A person named for a post with a mobile number; the number alone is the writer's signature. */
const CONTACT = /(?:联络员|联络人|管理员|负责人)(?=[\s\S]{0,80}(?<!\d)1[3-9]\d{9}(?!\d))/;

const AUTOMATIC: Readonly<Record<string, string>> = {
  'auto-reply': '自动回复，无需处理',
  bounce: '退信，收件地址无法送达',
  'read-receipt': '已读回执，无需处理',
  advertisement: '广告或垃圾邮件，无需处理',
};

/** What to do with a message that brought no table. */
export function judgeMessage(reading: MessageReading): MessageVerdict {
  if (reading.refusal)
    return verdict('quarantined', reading.refusal.code, `${reading.refusal.text}。${reading.refusal.ask}`);
  const files = leavesOf(reading);
  const automatic = AUTOMATIC[reading.kind];
  // A mail with a workbook is never thrown away as automatic.
  if (automatic !== undefined && !files.some(looksLikeReport))
    return verdict(
      'ignored',
      `mail/${reading.kind}`,
      reading.kindReason === '' ? automatic : `${automatic}（${sayEvidence(reading.kindReason)}）`,
    );
  return judgeFiles(reading, files) ?? judgeWords(reading);
}

/** `Subject: 自动回复` → 主题“自动回复”; everything but subject and sender is told as a line of the mail's head. */
function sayEvidence(evidence: string): string {
  const [, name, value = ''] = /^(Subject|From): (.*)$/s.exec(evidence) ?? [];
  if (name === 'Subject') return `主题“${value}”`;
  return name === 'From' ? `发件人 ${value}` : `邮件头 ${evidence}`;
}

function looksLikeReport(file: FileReading): boolean {
  return (
    file.format !== undefined ||
    file.tables.length > 0 ||
    /sheet|ole|rar|zip|7z|password/.test(`${file.kind} ${file.refusal?.code ?? ''}`)
  );
}

function judgeFiles(reading: MessageReading, files: readonly FileReading[]): MessageVerdict | undefined {
  const refused = files.flatMap((file) => (file.refusal ? [{ file, refusal: file.refusal }] : []));
  const worst = refused.find(({ refusal }) => BEYOND_BOUNDS.test(refusal.code));
  if (worst) return verdict('quarantined', worst.refusal.code, `${worst.file.name}：${worst.refusal.text}`);
  const [first] = refused;
  if (first)
    return verdict('held', first.refusal.code, `${first.file.name}：${first.refusal.text}。${first.refusal.ask}`);
  const [link] = reading.links;
  if (link)
    return verdict(
      'held',
      'mail/link',
      `只有${link.provider === '' ? '网盘' : link.provider}链接：${describeLink(link)}，没有附件`,
    );
  if (files.some((file) => file.tables.length > 0))
    return verdict('held', 'file/empty-table', '表格里没有填写任何一行');
  const [other] = files;
  if (other) return verdict('held', 'file/no-table', `${other.name}：没有找到通知要求的表格`);
  return undefined;
}

function judgeWords(reading: MessageReading): MessageVerdict {
  const intent: Intent = readIntent(
    `${reading.subject.replace(/^(?:\s*(?:re|fw|fwd|回复|答复|转发)\s*[:：])+.*$/i, '')}\n${reading.text}`,
  );
  if (intent.withdrawal) return verdict('held', 'mail/withdrawal', '来件要求撤回已报的内容，须人工确认');
  if (intent.attachment) return verdict('held', 'mail/forgotten-attachment', '正文说有附件，但邮件里没有');
  if (intent.question) return verdict('held', 'mail/question', '来件提出疑问，须人工答复');
  if (CODE.test(reading.text))
    return verdict('held', 'mail/typed-data', '正文里写有机构的代码，可能是在正文里填报，须人工查看');
  if (intent.change) return verdict('held', 'mail/change-in-words', '来件在信里要求改动已报的内容，须人工处理');
  if (CONTACT.test(reading.text))
    return verdict('held', 'mail/typed-data', '正文里写有人员的手机号码，可能是在正文里填报，须人工查看');
  if (intent.nothing) return verdict('held', 'mail/nothing-to-report', '来件说没有要填报的内容，须人工确认');
  if (intent.acknowledgement) return verdict('ignored', 'mail/acknowledgement', '只是表示收到，无需处理');
  return verdict('held', 'mail/no-attachment', '邮件里没有附件，须人工查看');
}

function verdict(state: MessageVerdict['state'], reasonCode: string, reason: string): MessageVerdict {
  return { state, reasonCode, reason };
}
