import type { Form } from '../forms/form.ts';
import type { Finding } from '../rules/finding.ts';
import { daysBetween } from '../text/days-between.ts';
import { groupBy } from '../text/group-by.ts';
import { localDate } from '../text/local-date.ts';
import type { CampaignFacts } from './campaign.ts';
import { findingsAbout, findReading, findUnit } from './look-ups.ts';
import type { MessageReading } from './reading.ts';
import type { MessageOutcome, RegistryState } from './register.ts';
import type { SentMail } from './sent.ts';
import type { ReportingUnit } from './unit.ts';

/** One mail to one unit, before it is written: whom, what about, why. */
export interface PlannedMail {
  readonly kind: SentMail['kind'];
  /** Letter under letters/, without extension. */
  readonly letter: string;
  readonly unit: string;
  readonly to: string;
  readonly cc: readonly string[];
  /** Forms it asks for or answers. */
  readonly forms: readonly string[];
  /** Submissions or messages it answers; keeps an answer from being sent twice. */
  readonly about: readonly string[];
  /** The message it replies to, by sha256; '' for a mail of our own accord. */
  readonly answers: string;
  /** Chinese. */
  readonly why: string;
}

export interface SkippedMail {
  readonly unit: string;
  readonly why: string;
}

export interface MailPlan {
  readonly mails: readonly PlannedMail[];
  readonly skipped: readonly SkippedMail[];
}

/** What planning rests on. */
export interface MailContext {
  readonly campaign: CampaignFacts;
  readonly forms: readonly Form[];
  readonly units: readonly ReportingUnit[];
  readonly state: RegistryState;
  readonly readings: readonly MessageReading[];
  /** Everything sent before, with what it was about. */
  readonly sent: readonly (SentMail & { readonly about: readonly string[] })[];
  readonly reminders: { readonly daysBefore: number; readonly minimumDaysBetween: number; readonly maximum: number };
  /** ISO instant. */
  readonly now: string;
}

/** A request with the templates to every unit that has none yet. */
export function planRequests(context: MailContext): MailPlan {
  const plan = newPlan();
  for (const unit of context.units) {
    if (context.sent.some((mail) => mail.unit === unit.code && mail.kind === 'request')) plan.skip(unit, '已经发过');
    else if (unit.emails.length === 0) plan.skip(unit, '通讯录里没有邮箱');
    else
      plan.toUnit(unit, {
        kind: 'request',
        letter: 'request',
        forms: context.forms.map((form) => form.form),
        about: ['request'],
        why: '发放表格',
      });
  }
  return plan;
}

/** A reminder to units that have not reported a form, at most so many and so often. */
export function planReminders(context: MailContext): MailPlan {
  const plan = newPlan();
  const today = localDate(context.now, context.campaign.timeZone);
  for (const unit of context.units) {
    const missing = context.state.coverage.filter((line) => line.unit === unit.code && line.state === 'missing');
    const near = missing.filter((line) => daysBetween(today, line.due) <= context.reminders.daysBefore);
    const before = context.sent.filter((mail) => mail.unit === unit.code && mail.kind === 'reminder');
    const last = before
      .map((mail) => localDate(mail.sentAt, context.campaign.timeZone))
      .sort()
      .at(-1);
    const waiting =
      context.state.coverage.some((line) => line.unit === unit.code && line.state === 'held') ||
      context.state.messages.some((message) => message.unit === unit.code && message.state === 'held');
    if (missing.length === 0 && !waiting) continue;
    const asked = context.sent.some((mail) => mail.unit === unit.code && mail.kind === 'request');
    if (waiting) plan.skip(unit, '有来件待处理，先处理来件');
    // Where none at all was sent from here, the forms were handed out in another way.
    else if (!asked && context.sent.some((mail) => mail.kind === 'request'))
      plan.skip(unit, '还没有发过表格，请先用 mingce send --kind request 发表格');
    else if (near.length === 0)
      plan.skip(
        unit,
        `离截止还有 ${Math.min(...missing.map((line) => daysBetween(today, line.due)))} 天，未到催报时间`,
      );
    else if (unit.emails.length === 0) plan.skip(unit, '通讯录里没有邮箱，请打电话');
    else if (before.length >= context.reminders.maximum)
      plan.skip(unit, `已催报 ${before.length} 次，达到上限，请打电话`);
    else if (last !== undefined && daysBetween(last, today) < context.reminders.minimumDaysBetween)
      plan.skip(unit, `${last} 刚催报过`);
    else {
      const step = before.length + 1 >= context.reminders.maximum ? 3 : Math.min(before.length + 1, 2);
      plan.toUnit(unit, {
        kind: 'reminder',
        letter: `reminder-${step}`,
        forms: near.map((line) => line.form),
        about: [`reminder-${before.length + 1}`],
        why: `未报，第 ${before.length + 1} 次提醒`,
      });
    }
  }
  return plan;
}

/** The marked workbook back for every accepted submission with faults that has not been returned yet. */
export function planReturns(context: MailContext): MailPlan {
  // Most mails have no fault: those that have are told sooner by the faults.
  const faulty = new Set(context.state.findings.filter(needsSender).map(({ place }) => place.message));
  const submissions = context.state.submissions.filter(({ message }) => faulty.has(message));
  const concerned = { ...context, state: { ...context.state, submissions } };
  return planAnswers(concerned, 'return', (findings) => findings.some(needsSender), '有需要修改的问题');
}

/** A receipt for every accepted submission without faults. */
export function planReceipts(context: MailContext): MailPlan {
  return planAnswers(context, 'receipt', (findings) => !findings.some(needsSender), '已收到，校验通过');
}

function needsSender(finding: Finding): boolean {
  return !finding.waived && (finding.severity === 'block' || finding.severity === 'error');
}

function planAnswers(
  context: MailContext,
  kind: 'return' | 'receipt',
  applies: (findings: readonly Finding[]) => boolean,
  why: string,
): MailPlan {
  const plan = newPlan();
  const answered = new Set(
    context.sent.filter((mail) => mail.kind === 'return' || mail.kind === 'receipt').flatMap((mail) => mail.about),
  );
  const byMessage = groupBy(
    context.state.submissions.filter((submission) => submission.state === 'accepted'),
    ({ message, unit }) => `${message} ${unit}`,
  );
  for (const submissions of byMessage.values()) {
    const [first] = submissions;
    const unit = first && findUnit(context.units, first.unit);
    if (!first || !unit) continue;
    const findings = findingsAbout(context.state.findings, first.message).filter(
      (finding) => (finding.unit ?? unit.code) === unit.code,
    );
    if (!applies(findings)) continue;
    const about = submissions.map((submission) => submission.id);
    if (about.every((id) => answered.has(id))) {
      plan.skip(unit, '已经答复过');
      continue;
    }
    const reading = findReading(context.readings, first.message);
    // A return asks only for the forms in which something has to be mended.
    const faulty = new Set(findings.filter(needsSender).map((finding) => finding.form ?? ''));
    const answeredForms = submissions.map((one) => one.form);
    const asked = answeredForms.filter((form) => kind === 'receipt' || faulty.has(form));
    plan.answer(unit, reading, {
      kind,
      letter: kind,
      forms: [...new Set(asked.length > 0 ? asked : answeredForms)],
      about,
      why,
    });
  }
  return plan;
}

/** Which letter asks for what a held or quarantined message lacks, by its reason. */
const QUESTION_LETTERS: readonly (readonly [pattern: RegExp, letter: string, why: string])[] = [
  [/password/, 'question-password', '附件有打开密码'],
  [/link/, 'question-link', '附件是网盘链接'],
  [/picture|pdf|scan|refused|damaged|unknown-file|no-table|file/, 'question-workbook', '附件不是可读取的表格'],
  [/no-attachment|forgotten/, 'question-attachment', '邮件里没有附件'],
  [/sender|attribution|unit/, 'question-unit', '不能确定报送单位'],
];

/** A question back for every held or quarantined message that its sender can mend. Never to automatic mail. */
export function planQuestions(context: MailContext): MailPlan {
  const plan = newPlan();
  const asked = new Set(context.sent.filter((mail) => mail.kind === 'question').flatMap((mail) => mail.about));
  const readings = new Map(context.readings.map((reading) => [reading.message, reading]));
  for (const outcome of context.state.messages) {
    if (outcome.state !== 'held' && outcome.state !== 'quarantined') continue;
    const reading = readings.get(outcome.message);
    const letter = QUESTION_LETTERS.find(([pattern]) => pattern.test(outcome.reasonCode));
    // Whose mail it is, is the question: the unit's tag and thread would prove it to whoever answers.
    const isDoubtful = letter?.[1] === 'question-unit';
    const unit = (!isDoubtful && findUnit(context.units, outcome.unit)) || strangerOf(outcome);
    if (!letter || !reading || reading.kind !== 'ordinary' || reading.from.address === '')
      plan.skip(unit, `“${outcome.subject}”需要人工处理：${outcome.reason}`);
    else if (asked.has(outcome.message)) plan.skip(unit, '已经询问过');
    else
      plan.answer(unit, reading, {
        kind: 'question',
        letter: letter[1],
        forms: [],
        about: [outcome.message],
        why: letter[2],
      });
  }
  return plan;
}

/** A sender who is no unit yet: the answer goes to the address the mail came from. */
function strangerOf(outcome: MessageOutcome): ReportingUnit {
  return {
    order: 0,
    code: '',
    kind: 'area',
    name: outcome.from,
    short: outcome.from,
    aliases: [],
    divisions: [],
    emails: [outcome.from],
    cc: [],
    contact: '',
    phone: '',
  };
}

type MailPart = Pick<PlannedMail, 'kind' | 'letter' | 'forms' | 'about' | 'why'>;

interface GrowingPlan extends MailPlan {
  readonly mails: PlannedMail[];
  readonly skipped: SkippedMail[];
  skip(unit: ReportingUnit, why: string): void;
  toUnit(unit: ReportingUnit, part: MailPart): void;
  answer(unit: ReportingUnit, reading: MessageReading | undefined, part: MailPart): void;
}

function newPlan(): GrowingPlan {
  const mails: PlannedMail[] = [];
  const skipped: SkippedMail[] = [];
  return {
    mails,
    skipped,
    skip: (unit, why) => void skipped.push({ unit: unit.code, why }),
    // One mail per address: a refusal of one address must not hide behind the other.
    toUnit(unit, part) {
      for (const [index, to] of unit.emails.entries())
        mails.push({ ...part, unit: unit.code, to, cc: index === 0 ? unit.cc : [], answers: '' });
    },
    answer(unit, reading, part) {
      const to = reading && reading.from.address !== '' ? reading.from.address : unit.emails[0];
      if (to === undefined) skipped.push({ unit: unit.code, why: '没有可以答复的邮箱' });
      else
        mails.push({
          ...part,
          unit: unit.code,
          to,
          cc: [],
          answers: reading && reading.source === 'mail' ? reading.message : '',
        });
    },
  };
}
