import { groupBy } from '../text/group-by.ts';
import { type Answers, withAnswer } from './answers.ts';
import type { Draft } from './draft.ts';
import { fingerprint } from './fingerprint.ts';
import { judgeMessage, type MessageVerdict } from './judge-message.ts';
import type { MessageReading } from './reading.ts';
import type { MessageOutcome, Question } from './register.ts';
import type { Submission } from './submission.ts';
import type { UnitIndex } from './unit-index.ts';

const SETTLED = '已处理';
const WAIT = '继续等待';

/** Gives every message exactly one state, and asks about those that only a person can settle. */
export function settleMessages(
  readings: readonly MessageReading[],
  drafts: readonly Draft[],
  submissions: readonly Submission[],
  index: UnitIndex,
  answers: Answers,
): { readonly messages: readonly MessageOutcome[]; readonly questions: readonly Question[] } {
  const byId = new Map(drafts.map((draft) => [draft.id, draft]));
  const byMessage = groupBy(submissions, (one) => one.message);
  const messages: MessageOutcome[] = [];
  const questions: Question[] = [];
  for (const reading of readings) {
    const own = byMessage.get(reading.message) ?? [];
    let verdict = own.length > 0 ? judgeSubmissions(own, byId) : judgeMessage(reading);
    const unit = unitOf(reading, own, index);
    if (own.length === 0 && (verdict.state === 'held' || verdict.state === 'quarantined')) {
      const question = askWhat(reading, verdict, unit, answers);
      questions.push(question);
      if (question.decided?.answer === SETTLED)
        verdict = { state: 'ignored', reasonCode: 'mail/settled', reason: `已处理：${question.decided.reason}` };
    }
    messages.push({
      message: reading.message,
      eml: reading.eml,
      messageId: reading.messageId,
      from: reading.from.address,
      subject: reading.subject,
      date: reading.date,
      receivedAt: reading.receivedAt,
      ...verdict,
      unit,
      late: own.some((one) => one.late),
      submissions: own.map((one) => one.id),
    });
  }
  return { messages, questions };
}

const HELD: Readonly<Record<string, string>> = {
  accepted: 'mail/revision',
  'unknown-sender': 'mail/unknown-sender',
  'one-kind': 'mail/attribution-weak',
  contradiction: 'mail/unit-contradiction',
  'no-evidence': 'mail/unit-unknown',
};

function judgeSubmissions(own: readonly Submission[], drafts: ReadonlyMap<string, Draft>): MessageVerdict {
  const held = own.find((one) => one.state === 'held');
  if (held) {
    const verdict = drafts.get(held.id)?.attribution.verdict ?? '';
    return { state: 'held', reasonCode: HELD[verdict] ?? 'mail/revision', reason: sayReasons([held], drafts) };
  }
  const accepted = own.filter((one) => one.state === 'accepted');
  if (accepted.length > 0) return { state: 'merged', reasonCode: codeOf(accepted), reason: sayReasons(own, drafts) };
  const superseded = own.find((one) => one.state === 'superseded');
  if (superseded) {
    const reasonCode = superseded.kind === 'repeat' ? 'mail/repeat' : 'mail/superseded';
    return { state: 'superseded', reasonCode, reason: sayReasons(own, drafts) };
  }
  return { state: 'ignored', reasonCode: 'mail/declined', reason: sayReasons(own, drafts) };
}

function codeOf(accepted: readonly Submission[]): string {
  if (accepted.every((one) => one.kind === 'copy')) return 'mail/copy';
  return accepted.some((one) => one.kind === 'withdrawal') ? 'mail/withdrawn' : 'mail/merged';
}

/** What became of each submission: 附件2首次报送；附件3已被后来的报送替代. */
function sayReasons(submissions: readonly Submission[], drafts: ReadonlyMap<string, Draft>): string {
  return submissions.map((one) => `${drafts.get(one.id)?.form.annex ?? ''}：${one.reason}`).join('；');
}

/** The unit of its submissions; without any, the one whose address or thread it is. */
function unitOf(reading: MessageReading, own: readonly Submission[], index: UnitIndex): string {
  const units = new Set(own.map((one) => one.unit).filter((unit) => unit !== ''));
  if (units.size > 0) return units.size === 1 ? ([...units][0] ?? '') : '';
  const senders = index.ofAddress(reading.from.address);
  if (senders.length === 1) return senders[0] ?? '';
  return reading.references.flatMap((id) => index.ofMessageId(id) ?? [])[0] ?? '';
}

function askWhat(reading: MessageReading, verdict: MessageVerdict, unit: string, answers: Answers): Question {
  const source = reading.source === 'file' ? reading.eml : `邮件“${reading.subject}”`;
  return withAnswer(
    {
      id: `message-${reading.message.slice(0, 10)}`,
      kind: 'message',
      question: `${verdict.reason}。发件人 ${reading.from.address || '（无）'}，怎样处理？`,
      sides: [
        { answer: SETTLED, label: '已经答复或另行处理，不再提示', source },
        { answer: WAIT, label: '保留在待处理中', source },
      ],
      unit,
      form: '',
      messages: [reading.message],
      fingerprint: fingerprint(reading.message, verdict.reasonCode),
    },
    answers,
  );
}
