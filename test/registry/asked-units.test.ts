import { describe, expect, it } from 'vitest';
import { type MailContext, planReminders, planRequests } from '../../src/registry/plan-mails.ts';
import { context, good, said, sent, three } from '../support/mail-plans.ts';
import { hospital, LIAISON, liaison, mailbox, ROSTER, refused, reply, report, UNITS, unit } from '../support/story.ts';

describe('requests', () => {
  it('go to every unit, with all forms', () => {
    const { mails, skipped } = planRequests(context([]));

    expect(mails).toEqual(
      three.map((one) => ({
        kind: 'request',
        letter: 'request',
        unit: one.code,
        to: one.emails[0],
        cc: [],
        forms: [ROSTER.form, LIAISON.form],
        about: ['request'],
        answers: '',
        why: '发放表格',
      })),
    );
    expect(skipped).toEqual([]);
  });

  it('to each address of a unit by itself, the copies with the first', () => {
    const units = [{ ...unit('成都市'), emails: ['a@x.cn', 'b@x.cn'], cc: ['c@x.cn'] }];

    expect(planRequests(context([], { units })).mails.map(({ to, cc }) => [to, cc])).toEqual([
      ['a@x.cn', ['c@x.cn']],
      ['b@x.cn', []],
    ]);
  });

  it('not twice, and not to nowhere', () => {
    const units = [unit('成都市'), unit('德阳市'), { ...unit('绵阳市'), emails: [] }];
    const plan = planRequests(
      context([], { units, sent: [sent('成都市', 'request', '01-10'), sent('德阳市', 'reminder', '01-10')] }),
    );

    expect(plan.mails.map((one) => one.unit)).toEqual(['510600']);
    expect(plan.skipped).toEqual([
      { unit: '510100', why: '已经发过' },
      { unit: '510700', why: '通讯录里没有邮箱' },
    ]);
  });
});

describe('reminders', () => {
  const reported = () => [report('成都市', [good], { liaison: [liaison('成都市')] })];
  const plan = (more: Partial<MailContext> = {}, readings = reported()) => planReminders(context(readings, more));

  it('go to units that have not reported a form that is nearly due', () => {
    expect(plan().mails).toEqual(
      ['德阳市', '绵阳市'].map((short) => ({
        kind: 'reminder',
        letter: 'reminder-1',
        unit: unit(short).code,
        to: mailbox(short),
        cc: [],
        forms: [ROSTER.form, LIAISON.form],
        about: ['reminder-1'],
        answers: '',
        why: '未报，第 1 次提醒',
      })),
    );
    expect(plan().skipped).toEqual([]);
  });

  it('ask for the form that is nearly due only', () => {
    const units = [unit('德阳市')];
    const forms = (now: string) => plan({ units, now }).mails[0]?.forms;

    expect(forms('2025-02-21T15:59:00.000Z')).toEqual([LIAISON.form]);
    expect(forms('2025-02-21T16:00:00.000Z')).toEqual([ROSTER.form, LIAISON.form]);
  });

  it('wait for their time, told in days', () => {
    const units = [unit('德阳市')];

    expect(said(plan({ units, now: '2025-01-13T02:00:00.000Z' }))).toEqual({
      mails: [],
      skipped: [{ unit: '510600', why: '离截止还有 8 天，未到催报时间' }],
    });
    expect(plan({ units, now: '2025-01-14T02:00:00.000Z' }).mails).toHaveLength(1);
  });

  it('wait while something of the unit waits', () => {
    const held = reply({ rows: [hospital('德阳市', 1)], file: '附件2.xlsx' });

    expect(plan({ units: [unit('德阳市')] }, [held]).skipped).toEqual([
      { unit: '510600', why: '有来件待处理，先处理来件' },
    ]);
    expect(plan({ units: [unit('绵阳市')] }, [held]).mails).toHaveLength(1);
  });

  it('wait while a mail of the unit is set apart, and whatever else was sent there without the forms', () => {
    const apart = reply({ from: mailbox('德阳市'), files: [refused('a.zip', 'zip', 'file/bomb')] });
    const others = [sent('绵阳市', 'request', '01-03'), sent('德阳市', 'receipt', '01-20')];

    expect(plan({ units: [unit('德阳市')] }, [apart]).skipped).toEqual([
      { unit: '510600', why: '有来件待处理，先处理来件' },
    ]);
    expect(plan({ units: [unit('德阳市')], sent: others }).skipped).toEqual([
      { unit: '510600', why: '还没有发过表格，请先用 mingce send --kind request 发表格' },
    ]);
  });

  it.each([
    [['02-10'], 'reminder-2', '未报，第 2 次提醒'],
    [['02-10', '02-15'], 'reminder-3', '未报，第 3 次提醒'],
  ])('after %j the letter is %s', (days, letter, why) => {
    const units = [unit('德阳市')];

    expect(plan({ units, sent: days.map((day) => sent('德阳市', 'reminder', day)) }).mails).toMatchObject([
      { letter, why, about: [`reminder-${days.length + 1}`] },
    ]);
  });

  it('with a higher maximum the second letter goes on, the last one is the third', () => {
    const reminders = { daysBefore: 7, minimumDaysBetween: 3, maximum: 5 };
    const letters = [0, 1, 2, 3, 4].map(
      (count) =>
        plan({
          units: [unit('德阳市')],
          reminders,
          sent: Array.from({ length: count }, () => sent('德阳市', 'reminder', '02-01')),
        }).mails[0]?.letter,
    );

    expect(letters).toEqual(['reminder-1', 'reminder-2', 'reminder-2', 'reminder-2', 'reminder-3']);
  });

  it.each<[string, ReturnType<typeof sent>[], string | undefined]>([
    ['two days after the last', [sent('德阳市', 'reminder', '02-23')], '2025-02-23 刚催报过'],
    ['three days after the last', [sent('德阳市', 'reminder', '02-22')], undefined],
    [
      'soon after one, long after another',
      [sent('德阳市', 'reminder', '02-24'), sent('德阳市', 'reminder', '02-01')],
      '2025-02-24 刚催报过',
    ],
    ['soon after a request', [sent('德阳市', 'request', '02-24')], undefined],
    ['soon after one to another unit', [sent('绵阳市', 'reminder', '02-24')], undefined],
    [
      'after the maximum',
      ['02-01', '02-05', '02-09'].map((day) => sent('德阳市', 'reminder', day)),
      '已催报 3 次，达到上限，请打电话',
    ],
  ])('%s', (_, before, why) => {
    const { mails, skipped } = plan({ units: [unit('德阳市')], sent: before });

    expect(skipped.map((one) => one.why)).toEqual(why === undefined ? [] : [why]);
    expect(mails).toHaveLength(why === undefined ? 1 : 0);
  });

  it('a unit without an address is to be called', () => {
    expect(plan({ units: [{ ...unit('德阳市'), emails: [] }] }).skipped).toEqual([
      { unit: '510600', why: '通讯录里没有邮箱，请打电话' },
    ]);
  });
});

it('every unit of the campaign can be asked', () => {
  expect(planRequests(context([], { units: UNITS })).mails).toHaveLength(24);
});
