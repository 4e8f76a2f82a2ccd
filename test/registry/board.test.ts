import { describe, expect, it } from 'vitest';
import { makeBoard } from '../../src/registry/board.ts';
import { nextSteps } from '../../src/registry/next-steps.ts';
import {
  answer,
  CAMPAIGN,
  decision,
  hospital,
  LIAISON,
  liaison,
  ROSTER,
  reply,
  report,
  request,
  table,
  tell,
  UNITS,
  without,
} from '../support/story.ts';

const FORMS = [ROSTER, LIAISON];
const good = hospital('成都市', 1);
const landline = hospital('成都市', 2, { dataManagerPhone: '028-86123456' });
type State = ReturnType<typeof tell>;

function board(state: State, campaign = CAMPAIGN) {
  return makeBoard(state, FORMS, UNITS, campaign);
}

describe('the board', () => {
  const story = () => [
    report('成都市', [good, landline], { on: '01-10', liaison: [liaison('成都市', { email: 'hewenjing@cd-wjw.cn' })] }),
    report('德阳市', [hospital('德阳市', 1)], { more: { receivedAt: '2025-03-01T16:30:00.000Z' } }),
    report('成都市', [{ ...good, grade: '' }, landline], { on: '01-12' }),
    reply({ text: '请问怎么填', on: '01-15' }),
    reply({ text: '收到', on: '01-16' }),
    reply({ rows: [hospital('绵阳市', 1)], file: '附件2.xlsx', on: '01-17' }),
  ];

  it('has a line for every unit in official order', () => {
    const { units } = board(tell(story()));

    expect(units.map((one) => [one.unit, one.unitName])).toEqual(UNITS.map((one) => [one.code, one.short]));
    expect(units[0]?.forms.map((one) => `${one.form} ${one.state}`)).toEqual([
      'hospital-roster faulty',
      'liaison-list clean',
    ]);
  });

  it('totals each form', () => {
    expect(board(tell(story())).forms[0]).toEqual({
      form: ROSTER.form,
      title: ROSTER.register.title,
      annex: '附件2',
      due: '2025-03-01',
      reported: 2,
      clean: 1,
      faulty: 1,
      held: 1,
      missing: 21,
      late: 1,
      rows: 3,
    });
    expect(board(tell(story())).forms[1]).toMatchObject({
      form: LIAISON.form,
      reported: 1,
      missing: 23,
      rows: 1,
      late: 0,
    });
    expect(board(tell([]), { ...CAMPAIGN, due: { [ROSTER.form]: '2025-04-01' } }).forms[0]?.due).toBe('2025-04-01');
  });

  it('counts messages, findings and faults, most first', () => {
    const state = tell(story());
    const { messages, findings, faults } = board(state);

    expect(messages).toEqual({ merged: 3, held: 2, ignored: 1 });
    expect(Object.values(findings).reduce((sum, one) => sum + one, 0)).toBe(state.findings.length);
    expect(faults.reduce((sum, one) => sum + one.count, 0)).toBe(state.findings.length);
    expect(faults.map((one) => one.count)).toEqual(faults.map((one) => one.count).toSorted((a, b) => b - a));
  });

  it('lists every kind of fault, alphabetically where they are as many', () => {
    const rows = [1, 2, 3].map((number) =>
      hospital('成都市', number, {
        dataManagerPhone: number === 3 ? '' : '028-86123456',
        grade: number === 1 ? '' : '甲等',
      }),
    );
    const { faults } = board(tell([report('成都市', rows)]));

    expect(faults).toEqual([
      { code: 'phone/landline', severity: 'block', count: 2 },
      { code: 'phone/shared', severity: 'warning', count: 2 },
      { code: 'cell/required', severity: 'error', count: 1 },
      { code: 'cell/required', severity: 'block', count: 1 },
    ]);
  });

  it('counts the answers of every choice, the city aside', () => {
    const { answers } = board(tell(story()));

    expect(answers.map((one) => `${one.form} ${one.key}`)).toEqual([
      'hospital-roster medicineKind',
      'hospital-roster category',
      'hospital-roster level',
      'hospital-roster grade',
    ]);
    expect(answers.at(-1)).toEqual({
      form: ROSTER.form,
      key: 'grade',
      header: '医疗机构等次(甲等、乙等、未定等)',
      counts: { 甲等: 2, '（空）': 1 },
    });
  });

  it('tells day by day how many had reported, in the time of the campaign', () => {
    expect(board(tell(story())).progress).toEqual([
      { date: '2025-01-10', reported: { [ROSTER.form]: 1, [LIAISON.form]: 1 } },
      { date: '2025-03-02', reported: { [ROSTER.form]: 2, [LIAISON.form]: 1 } },
    ]);
  });

  it('a unit has reported on its first day, whatever came later or was held', () => {
    const mails = [
      report('德阳市', [hospital('德阳市', 1)], { on: '01-20' }),
      reply({ rows: [hospital('德阳市', 2)], file: '附件2.xlsx', on: '01-05' }),
      report('德阳市', [hospital('德阳市', 1, { grade: '乙等' })], { on: '01-25' }),
    ];

    expect(board(tell(mails)).progress.map((one) => one.date)).toEqual(['2025-01-20']);
  });

  it('tells the days in order, in whatever order the units are', () => {
    const mails = ['成都市', '德阳市', '绵阳市'].map((city, at) =>
      report(city, [hospital(city, 1)], { on: ['01-20', '01-10', '01-10'][at] ?? '' }),
    );

    expect(board(tell(mails)).progress.map((one) => [one.date, one.reported[ROSTER.form]])).toEqual([
      ['2025-01-10', 2],
      ['2025-01-20', 3],
    ]);
  });

  it('counts the units that have an address and were not asked yet, where mail is used at all', () => {
    const units = UNITS.slice(0, 4).map((one, at) => (at === 3 ? { ...one, emails: [] } : one));
    const state = tell([], { units, sent: [request('成都市', '<1>')] });
    const unasked = (mailbox: string) => makeBoard(state, FORMS, units, { ...CAMPAIGN, mailbox }).unasked;

    expect([unasked('box@example.com'), unasked('')]).toEqual([2, 0]);
  });

  it('knows of nothing where nothing was collected', () => {
    const { registers: _, ...state } = tell([]);
    const { forms, answers } = board({ ...state, registers: {} });

    expect(forms.map((one) => one.rows)).toEqual([0, 0]);
    expect(answers.every(({ counts }) => Object.keys(counts).length === 0)).toBe(true);
  });

  it('counts as blank what a table has no column for', () => {
    const state = tell([report('成都市', [], { tables: [without(table(ROSTER, [good]), 'grade')] })]);

    expect(board(state).answers.find((one) => one.key === 'grade')?.counts).toEqual({ '（空）': 1 });
  });

  it('counts open questions and knows the newest message', () => {
    const mails = story();
    const { questions } = tell(mails);
    const settled = tell(mails, {
      decisions: [
        answer(
          questions.find((one) => one.kind === 'message'),
          '已处理',
        ),
      ],
    });

    expect(board(tell(mails)).questions).toBe(questions.length);
    expect(board(settled).questions).toBe(questions.length - 1);
    expect(board(tell(mails)).lastReceived).toBe('2025-03-01T16:30:00.000Z');
    expect(board(tell([])).lastReceived).toBe('');
  });

  it('waived findings count nowhere', () => {
    const mails = [report('成都市', [landline])];
    const { findings, faults } = board(
      tell(mails, { decisions: [decision({ kind: 'waiver', subject: 'phone/landline' })] }),
    );

    expect(findings).toEqual({ block: 0, error: 0, warning: 0, notice: 0 });
    expect(faults).toEqual([]);
  });
});

describe('what needs a person next', () => {
  const empty = () => {
    const none = board(tell([]));
    return { ...none, unasked: 0, byMail: true, forms: none.forms.map((one) => ({ ...one, missing: 0 })) };
  };

  it('everything, most urgent first, with the command for each', () => {
    const busy = {
      ...empty(),
      questions: 2,
      messages: { held: 3, quarantined: 1 },
      findings: { block: 4, error: 5, warning: 6, notice: 7 },
      forms: empty().forms.map((one, at) => ({ ...one, missing: at + 1 })),
    };

    expect(nextSteps(busy, 1, 8)).toEqual([
      { text: '有 2 件事项等您决定', command: 'mingce decide list' },
      { text: '有 4 封邮件需要查看', command: 'mingce show messages' },
      { text: '有 9 处阻断或错误，应退回单位修改', command: 'mingce send --kind return' },
      { text: '有 1 个邮箱被退信，请核对通讯录', command: 'mingce doctor' },
      { text: '有 8 个单位没有邮箱，请补充 units.xlsx', command: 'mingce doctor' },
      { text: '还有 3 份表未报', command: 'mingce send --kind reminder' },
    ]);
  });

  it('nothing but the publication', () => {
    expect(nextSteps(empty(), 0, 0)).toEqual([{ text: '全部报齐，可以交付成果', command: 'mingce publish' }]);
    expect(
      nextSteps(
        { ...empty(), messages: { merged: 3, ignored: 2 }, findings: { block: 0, error: 0, warning: 1, notice: 1 } },
        0,
        0,
      ),
    ).toHaveLength(1);
  });
});
