import type { RecordedEvent, SendIntended, SendSettled } from '../registry/event.ts';
import { findReading } from '../registry/look-ups.ts';
import {
  type MailContext,
  type MailPlan,
  type PlannedMail,
  planQuestions,
  planReceipts,
  planReminders,
  planRequests,
  planReturns,
  type SkippedMail,
} from '../registry/plan-mails.ts';
import type { SentMail } from '../registry/sent.ts';
import { messageIdOf } from './compose-planned.ts';
import type { Derived } from './derive.ts';
import type { Campaign } from './open-campaign.ts';

/** Kinds of mail that can be asked for. */
export type MailKind = SentMail['kind'];

/** A mail that was meant to be sent, and what became of it; `open` when nothing was recorded any more. */
export interface SendHistory {
  readonly intended: SendIntended;
  readonly at: string;
  readonly outcome: SendSettled['outcome'] | 'open';
  readonly response: string;
}

const PLANNERS: Readonly<Record<MailKind, (context: MailContext) => MailPlan>> = {
  request: planRequests,
  reminder: planReminders,
  return: planReturns,
  receipt: planReceipts,
  question: planQuestions,
};

/** Addresses behind which no person reads. */
const NOBODY = /^(no-?reply|do-?not-?reply|mailer-daemon|postmaster|bounces?)([+.-].*)?@/i;

/** Every mail of the past by Message-ID, with its last outcome. */
export function sendHistory(events: readonly RecordedEvent[]): Map<string, SendHistory> {
  const history = new Map<string, SendHistory>();
  for (const { event, at } of events) {
    if (event.type === 'send-intended')
      history.set(event.messageId, { intended: event, at, outcome: 'open', response: '' });
    if (event.type !== 'send-settled') continue;
    const before = history.get(event.messageId);
    if (before) history.set(event.messageId, { ...before, outcome: event.outcome, response: event.response });
  }
  return history;
}

/** The mails of all kinds asked for, and what is left out of each kind. */
export interface SendPlan {
  readonly mails: readonly PlannedMail[];
  readonly skipped: readonly (SkippedMail & { readonly kind: MailKind })[];
}

/** What to send now, and what not, with reasons. Pure apart from reading the campaign. `now` is an ISO instant. */
export function planSend(
  campaign: Campaign,
  derived: Derived,
  options: { readonly kinds: readonly MailKind[]; readonly unit?: string | undefined },
  history: ReadonlyMap<string, SendHistory>,
  now: string,
): SendPlan {
  const sent = [...history.values()]
    .filter(({ outcome }) => outcome === 'sent' || outcome === 'unknown' || outcome === 'open')
    .map(({ intended, at }) => ({ ...intended, sentAt: at }));
  const context: MailContext = {
    campaign: campaign.facts,
    forms: campaign.forms,
    units: campaign.units,
    state: derived.state,
    readings: derived.readings,
    sent,
    reminders: campaign.config.reminders,
    now,
  };
  const mails: PlannedMail[] = [];
  const skipped: SendPlan['skipped'][number][] = [];
  for (const kind of options.kinds) {
    const plan = PLANNERS[kind]({ ...context, sent: sentAsSeenBy(kind, sent) });
    skipped.push(...plan.skipped.map((one) => ({ ...one, kind })));
    for (const mail of plan.mails) {
      const why = whyNot(campaign, derived, mail, history);
      if (why === undefined) mails.push(mail);
      else skipped.push({ kind, unit: mail.unit, why });
    }
  }
  const wanted = (one: { readonly unit: string }): boolean => options.unit === undefined || one.unit === options.unit;
  return { mails: mails.filter(wanted), skipped: skipped.filter(wanted) };
}

/**
 * A unit with two addresses gets two mails of one round. Requests are told apart by address (their
 * Message-ID), so that one that did not get out is not hidden by the other; reminders are counted by round.
 */
function sentAsSeenBy(kind: MailKind, sent: MailContext['sent']): MailContext['sent'] {
  if (kind === 'request') return [];
  if (kind !== 'reminder') return sent;
  const rounds = new Map(sent.map((mail) => [`${mail.kind} ${mail.unit} ${mail.about.join(' ')}`, mail]));
  return [...rounds.values()];
}

function whyNot(
  campaign: Campaign,
  derived: Derived,
  mail: PlannedMail,
  history: ReadonlyMap<string, SendHistory>,
): string | undefined {
  const own = campaign.config.mailbox.address.toLowerCase();
  if (mail.to.toLowerCase() === own) return '收件人就是本邮箱';
  if (NOBODY.test(mail.to)) return `${mail.to} 是不收信的系统地址`;
  const reading = findReading(derived.readings, mail.answers);
  if (reading && (reading.kind !== 'ordinary' || reading.kindReason !== '')) return '来件是自动邮件，不答复';
  const before = history.size === 0 ? undefined : history.get(messageIdOf(campaign, mail));
  if (before?.outcome === 'unknown' || before?.outcome === 'open') return '上次不能确定是否发出，没有再发';
  if (before?.outcome === 'sent') return '已经发过';
  if (before?.outcome === 'rejected') return `上次被服务器退回（${before.response || mail.to}），请改正通讯录里的邮箱`;
  const bounced = derived.state.unreachable.some(
    (one) => one.proven && one.unit === mail.unit && one.address === mail.to.toLowerCase(),
  );
  return bounced ? `${mail.to} 曾被退信，请核对通讯录里的邮箱` : undefined;
}
