import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { composePlanned, messageIdOf } from '../../src/flows/compose-planned.ts';
import type { Derived } from '../../src/flows/derive.ts';
import type { Campaign } from '../../src/flows/open-campaign.ts';
import { type MailKind, planSend, type SendHistory } from '../../src/flows/plan-send.ts';
import type { SendSettled } from '../../src/registry/event.ts';
import type { MessageReading } from '../../src/registry/reading.ts';
import { dropCampaign, emptyState, openTestCampaign } from '../support/mail-campaign.ts';
import { hospital, mailbox, reply, report, request, tell, UNITS } from '../support/story.ts';

const NOW = '2025-01-20T02:00:00.000Z';
const units = UNITS.filter((one) => ['成都市', '德阳市'].includes(one.short));
let campaign: Campaign;
beforeEach(() => {
  campaign = openTestCampaign({ address: 'box@163.com', secret: '', imap: { port: 1, secure: true } }, units);
});
afterEach(() => dropCampaign(campaign));

const derivedFrom = (readings: readonly MessageReading[], sent: Derived['sent'] = []): Derived => ({
  ...emptyState(campaign),
  readings,
  sent,
  state: tell(readings, { units, sent }),
});

function plan(kind: MailKind, derived: Derived, history: ReadonlyMap<string, SendHistory> = new Map()) {
  return planSend(campaign, derived, { kinds: [kind] }, history, NOW);
}

describe('an answer', () => {
  const rows = [hospital('成都市', 1)];

  it('goes to a person', () => {
    expect(plan('receipt', derivedFrom([report('成都市', rows)])).mails.map((mail) => mail.to)).toEqual([
      mailbox('成都市'),
    ]);
  });

  it('never goes to a program, also when it sent a workbook that is taken', () => {
    const derived = derivedFrom([report('成都市', rows, { more: { kindReason: 'Auto-Submitted: auto-generated' } })]);

    expect(derived.state.submissions[0]?.state).toBe('accepted');
    expect(plan('receipt', derived)).toMatchObject({ mails: [], skipped: [{ why: '来件是自动邮件，不答复' }] });
  });

  it.each(['noreply@wjw.example.cn', 'MAILER-DAEMON@wjw.example.cn', 'box@163.com'])('never goes to %s', (from) => {
    const derived = derivedFrom([reply({ from, file: '成都市附件2.xlsx', rows })]);

    expect(plan('receipt', derived).mails).toEqual([]);
  });
});

describe('a mail that was meant to be sent before', () => {
  it.each<[SendSettled['outcome'] | 'open', string]>([
    ['sent', '已经发过'],
    ['unknown', '上次不能确定是否发出，没有再发'],
    ['open', '上次不能确定是否发出，没有再发'],
    ['rejected', '上次被服务器退回（550 no such user），请改正通讯录里的邮箱'],
    ['not-sent', ''],
    ['retry-later', ''],
    ['stop-until-tomorrow', ''],
    ['stop-and-ask', ''],
  ])('and came out as %s: %s', (outcome, why) => {
    const derived = derivedFrom([]);
    const [mail] = plan('request', derived).mails;
    if (!mail) throw new Error('no plan');
    const messageId = messageIdOf(campaign, mail);
    const { kind, unit, to, about } = mail;
    const intended = { type: 'send-intended', messageId, unit, kind, to, sha256: '', about } as const;
    const again = plan(
      'request',
      derived,
      new Map([[messageId, { intended, at: NOW, outcome, response: '550 no such user' }]]),
    );

    expect(again.mails.some((one) => one.to === to)).toBe(why === '');
    expect(again.skipped.map((one) => one.why)).toEqual(why === '' ? [] : [why]);
  });
});

it('a reminder does not go to an address that surely bounced', () => {
  const sent = units.map((unit) => request(unit.short, `req-${unit.code}@box`));
  const bounced = reply({
    from: 'postmaster@example.com',
    more: { kind: 'bounce', bounced: { addresses: [mailbox('成都市')], messageIds: ['req-510100@box'] } },
  });

  expect(plan('reminder', derivedFrom([bounced], sent))).toMatchObject({
    mails: [{ to: mailbox('德阳市') }],
    skipped: [{ unit: '510100', why: `${mailbox('成都市')} 曾被退信，请核对通讯录里的邮箱` }],
  });
});

it('a mail composed again has the same bytes, workbooks and all', async () => {
  const derived = derivedFrom([]);
  const [mail] = plan('request', derived).mails;
  if (!mail) throw new Error('no plan');
  const [first, second] = [
    await composePlanned(campaign, derived, mail, NOW),
    await composePlanned(campaign, derived, mail, NOW),
  ];

  expect(first.attachments).toHaveLength(2);
  expect(second.raw.equals(first.raw)).toBe(true);
  // A request wants answers, also automatic ones: they are a sign of life.
  expect(first.raw.toString()).not.toMatch(/^Auto-Submitted/im);
});
