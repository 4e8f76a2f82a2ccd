import { describe, expect, it } from 'vitest';
import { type MailContext, planQuestions, planReminders } from '../../src/registry/plan-mails.ts';
import type { MessageReading } from '../../src/registry/reading.ts';
import type { SentMail } from '../../src/registry/sent.ts';
import {
  CAMPAIGN,
  hospital,
  LIAISON,
  mailbox,
  ROSTER,
  reply,
  report,
  request,
  tell,
  UNITS,
  unit,
} from '../support/story.ts';

const PAIR = ['成都市', '德阳市'];
const units = UNITS.filter((one) => PAIR.includes(one.short));
const asked = PAIR.map((short) => ({ ...request(short, `req-${short}@box`), about: ['request'] }));

type Sent = SentMail & { readonly about: readonly string[] };

function context(now: string, readings: readonly MessageReading[] = [], sent: readonly Sent[] = asked): MailContext {
  return {
    campaign: { ...CAMPAIGN, due: { [ROSTER.form]: '2025-03-01', [LIAISON.form]: '2025-01-21' } },
    forms: [ROSTER, LIAISON],
    units,
    state: tell(readings, { units, sent }),
    readings,
    sent,
    reminders: { daysBefore: 7, minimumDaysBetween: 2, maximum: 3 },
    now,
  };
}

const reminded = (short: string, round: number, at: string): Sent => ({
  messageId: `rem-${round}-${short}@box`,
  unit: unit(short).code,
  kind: 'reminder',
  to: mailbox(short),
  sentAt: at,
  about: [`reminder-${round}`],
});

const plan = (input: MailContext) => ({
  mails: planReminders(input).mails.map((mail) => `${mail.to} ${mail.letter} ${mail.forms.join('+')}`),
  skipped: planReminders(input).skipped.map(({ why }) => why),
});

describe('reminders', () => {
  it('go to units that have not reported a form, only for the forms whose deadline is near', () => {
    const readings = [report('德阳市', [], { liaison: [{ prefecture: '德阳市', name: '何文静' }] })];

    expect(plan(context('2025-01-20T02:00:00.000Z', readings)).mails).toEqual([
      `${mailbox('成都市')} reminder-1 ${LIAISON.form}`,
    ]);
  });

  it('wait until so many days before the deadline', () => {
    expect(plan(context('2025-01-10T02:00:00.000Z'))).toEqual({
      mails: [],
      skipped: Array.from({ length: 2 }, () => '离截止还有 11 天，未到催报时间'),
    });
  });

  it('leave days between them', () => {
    const sent = [...asked, ...PAIR.map((short) => reminded(short, 1, '2025-01-19T02:00:00.000Z'))];

    expect(plan(context('2025-01-20T02:00:00.000Z', [], sent)).skipped).toEqual([
      '2025-01-19 刚催报过',
      '2025-01-19 刚催报过',
    ]);
    expect(plan(context('2025-01-21T02:00:00.000Z', [], sent)).mails).toHaveLength(2);
  });

  it.each([
    [0, 'reminder-1'],
    [1, 'reminder-2'],
    [2, 'reminder-3'],
  ])('after %i of them the letter is %s', (before, letter) => {
    const rounds = Array.from({ length: before }, (_, at) =>
      reminded('成都市', at + 1, `2025-01-1${at}T02:00:00.000Z`),
    );

    expect(plan(context('2025-01-20T02:00:00.000Z', [], [...asked, ...rounds])).mails[0]).toContain(letter);
  });

  it('end after the last one: then somebody calls', () => {
    const rounds = [1, 2, 3].map((round) => reminded('成都市', round, '2025-01-10T02:00:00.000Z'));

    expect(plan(context('2025-01-20T02:00:00.000Z', [], [...asked, ...rounds])).skipped).toEqual([
      '已催报 3 次，达到上限，请打电话',
    ]);
  });

  it('spare a unit whose mail waits for a person', () => {
    const question = reply({ from: mailbox('成都市'), subject: '请问', text: '民营医院要报吗？' });

    expect(plan(context('2025-01-20T02:00:00.000Z', [question]))).toEqual({
      mails: [expect.stringContaining(mailbox('德阳市'))],
      skipped: ['有来件待处理，先处理来件'],
    });
  });

  it('spare a unit that was never asked, unless the forms were handed out in another way', () => {
    const one = asked.slice(0, 1);

    expect(plan(context('2025-01-20T02:00:00.000Z', [], one)).skipped).toEqual([
      '还没有发过表格，请先用 mingce send --kind request 发表格',
    ]);
    expect(plan(context('2025-01-20T02:00:00.000Z', [], [])).mails).toHaveLength(2);
  });
});

describe('a question whose mail this is', () => {
  const stranger = reply({ from: 'x@qq.example', rows: [hospital('成都市', 1)] });

  it('goes to the sender, and gives nothing away that would prove a unit', () => {
    const [mail] = planQuestions(context('2025-01-20T02:00:00.000Z', [stranger])).mails;

    expect(mail).toMatchObject({ kind: 'question', letter: 'question-unit', to: 'x@qq.example', unit: '' });
  });

  it('answered, is no evidence: the table stays held', () => {
    const question: Sent = {
      messageId: 'q@box',
      unit: '',
      kind: 'question',
      to: 'x@qq.example',
      sentAt: '',
      about: [],
    };
    const again = reply({ from: 'x@qq.example', references: ['q@box'], rows: [hospital('成都市', 1)] });

    expect(
      tell([stranger, again], { units, sent: [...asked, question] }).submissions.map((one) => one.state),
    ).not.toContain('accepted');
  });
});
