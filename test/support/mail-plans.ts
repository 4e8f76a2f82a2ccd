import { type MailContext, type MailPlan } from '../../src/registry/plan-mails.ts';
import type { MessageReading } from '../../src/registry/reading.ts';
import type { SentMail } from '../../src/registry/sent.ts';
import { CAMPAIGN, type decision, hospital, LIAISON, mailbox, ROSTER, tell, unit } from './story.ts';

export const good = hospital('成都市', 1);
export const landline = hospital('成都市', 2, { dataManagerPhone: '028-86123456' });
export const three = ['成都市', '德阳市', '绵阳市'].map(unit);

/** Everything that planning rests on, after these mails. */
export function context(
  readings: readonly MessageReading[],
  more: Partial<MailContext> & { decisions?: ReturnType<typeof decision>[] } = {},
): MailContext {
  const { decisions = [], ...rest } = more;
  return {
    campaign: CAMPAIGN,
    forms: [ROSTER, LIAISON],
    units: three,
    state: tell(readings, { decisions }),
    readings,
    sent: [],
    reminders: { daysBefore: 7, minimumDaysBetween: 3, maximum: 3 },
    now: '2025-02-25T02:00:00.000Z',
    ...rest,
  };
}

/** What a plan says, without what it was built with. */
export function said({ mails, skipped }: MailPlan): MailPlan {
  return { mails, skipped };
}

export function sent(short: string, kind: SentMail['kind'], day: string, about: readonly string[] = []) {
  return {
    messageId: `<${short}${kind}${day}>`,
    unit: unit(short).code,
    kind,
    to: mailbox(short),
    sentAt: `2025-${day}T02:00:00.000Z`,
    about,
  };
}
