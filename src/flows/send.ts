import type { PlannedMail } from '../registry/plan-mails.ts';
import { UserError } from '../text/user-error.ts';
import { messageIdOf, subjectOf } from './compose-planned.ts';
import { type Derived, derive } from './derive.ts';
import { mailAccount } from './mail-account.ts';
import type { Campaign } from './open-campaign.ts';
import { type MailKind, planSend, type SendHistory, type SendPlan, sendHistory } from './plan-send.ts';
import type { SendLine, SendReport } from './send-report.ts';
import type { Tools } from './tools.ts';
import { unitNamer } from './unit-name.ts';

export type { MailKind } from './plan-send.ts';
export type { SendReport } from './send-report.ts';

export interface SendOptions {
  readonly kinds: readonly MailKind[];
  /** Really send; otherwise only the plan. */
  readonly apply: boolean;
  /** Code of one unit. */
  readonly unit?: string;
  /** Name the attachments in a plan; for returns that means looking through the faults of each. */
  readonly nameAttachments?: boolean;
  /** Send the unsettled mails once more, the same bytes with the same Message-ID. */
  readonly again?: boolean;
}

/** Plans the mails of these kinds, and sends them when asked. Resumable: what was sent is never planned again. */
export async function sendMails(
  campaign: Campaign,
  options: SendOptions,
  tools: Tools,
  known?: Derived,
): Promise<SendReport> {
  const derived = known ?? (await derive(campaign, tools));
  if (options.unit !== undefined && !campaign.units.some((unit) => unit.code === options.unit))
    throw new UserError(`没有代码为 ${options.unit} 的报送单位`, '运行 mingce show units 查看代码。');
  const now = tools.clock().toISOString();
  return options.apply ? sendNow(campaign, derived, options, now, tools) : planOnly(campaign, derived, options, now);
}

async function planOnly(campaign: Campaign, derived: Derived, options: SendOptions, now: string): Promise<SendReport> {
  const history = sendHistory(campaign.ledger.events());
  const unsettled = [...history.values()].filter(({ outcome }) => outcome === 'unknown' || outcome === 'open');
  const plan = planSend(campaign, derived, options, history, now);
  const lines = linesOf(campaign, derived, plan.mails, now);
  const named = options.nameAttachments === true ? await nameAttachments(campaign, derived, plan.mails, lines) : lines;
  return report(campaign, false, plan, named, unsettled);
}

/** What is unsettled is looked up first; only then is it known what is still to be sent. */
async function sendNow(
  campaign: Campaign,
  derived: Derived,
  options: SendOptions,
  now: string,
  tools: Tools,
): Promise<SendReport> {
  // The packages of the mail servers are loaded only when something is really sent.
  const [{ applySend }, { settleUnknown }] = await Promise.all([
    import('./apply-send.ts'),
    import('./settle-unknown.ts'),
  ]);
  const account = await mailAccount(campaign, tools);
  const unsettled = await settleUnknown(campaign, derived, account, tools, options.again === true);
  const again = options.again === true ? unsettled.filter(({ intended }) => isWanted(intended, options)) : [];
  const plan = planSend(campaign, derived, options, sendHistory(campaign.ledger.events()), now);
  const lines = linesOf(campaign, derived, plan.mails, now);
  const sent = await applySend(campaign, derived, account, { mails: plan.mails, lines, again, now }, tools);
  const open = unsettled.filter((one) => !again.includes(one));
  return report(campaign, true, plan, sent, open);
}

function isWanted(mail: { readonly kind: MailKind; readonly unit: string }, options: SendOptions): boolean {
  return options.kinds.includes(mail.kind) && (options.unit === undefined || mail.unit === options.unit);
}

function linesOf(campaign: Campaign, derived: Derived, mails: readonly PlannedMail[], now: string): SendLine[] {
  const nameOf = unitNamer(campaign.units);
  return mails.map((mail) => ({
    kind: mail.kind,
    unit: mail.unit,
    unitName: nameOf(mail.unit),
    to: mail.to,
    cc: mail.cc,
    subject: subjectOf(campaign, derived, mail, now),
    why: mail.why,
    messageId: messageIdOf(campaign, mail),
    attachments: [],
    outcome: 'planned',
    response: '',
  }));
}

async function nameAttachments(
  campaign: Campaign,
  derived: Derived,
  mails: readonly PlannedMail[],
  lines: readonly SendLine[],
): Promise<SendLine[]> {
  const { attachmentNames } = await import('./attach-planned.ts');
  return lines.map((line, index) => {
    const mail = mails[index];
    return mail ? { ...line, attachments: attachmentNames(campaign, derived, mail) } : line;
  });
}

function report(
  campaign: Campaign,
  applied: boolean,
  plan: SendPlan,
  mails: readonly SendLine[],
  unsettled: readonly SendHistory[],
): SendReport {
  const nameOf = unitNamer(campaign.units);
  return {
    applied,
    mails,
    skipped: plan.skipped.map(({ kind, unit, why }) => ({ kind, unit, unitName: nameOf(unit), why })),
    unsettled: unsettled.map(({ intended, at }) => ({
      unit: intended.unit,
      unitName: nameOf(intended.unit),
      kind: intended.kind,
      to: intended.to,
      messageId: intended.messageId,
      at,
    })),
  };
}
