import { describe, expect, it } from 'vitest';
import {
  answer,
  file,
  hospital,
  mailbox,
  names,
  outcomes,
  ROSTER,
  reply,
  report,
  table,
  tell,
} from '../support/story.ts';

const ten = Array.from({ length: 10 }, (_, at) => hospital('成都市', at + 1));
const label = (at: number) => ten[at]?.['name'] ?? '';
const labels = (...at: number[]) => at.map(label).join('、');
const mended = { ...ten[1], dataManagerPhone: '13912340001' };
const later = { on: '01-12' };
type Mails = Parameters<typeof tell>[0];

/** The state after the only question has been answered. */
function settle(mails: Mails, text: string) {
  return tell(mails, { decisions: [answer(tell(mails).questions[0], text)] });
}

function lastPhone(state: ReturnType<typeof tell>, at: number) {
  return state.registers[ROSTER.form]?.[at]?.fields['dataManagerPhone']?.value;
}

describe('a withdrawal', () => {
  it('of the very file that was sent takes its rows back; sent again it changes nothing', () => {
    const files = [file('成都市附件2.xlsx', [table(ROSTER, ten)])];
    const mail = { from: mailbox('成都市'), files };
    const mails = [
      reply(mail),
      reply({ ...mail, ...later, subject: '申请撤回' }),
      reply({ ...mail, on: '01-13', subject: '申请撤回' }),
    ];

    expect(outcomes(tell(mails))).toEqual([
      'superseded mail/superseded',
      'merged mail/withdrawn',
      'superseded mail/repeat',
    ]);
    expect(names(tell(mails))).toEqual([]);
  });

  it('takes back what it lists and nothing else, and nobody calls that a loss', () => {
    const state = tell([report('成都市', ten), report('成都市', ten.slice(1, 3), { ...later, subject: '申请撤回' })]);

    expect(names(state)).toEqual([0, 3, 4, 5, 6, 7, 8, 9].map(label));
    expect(state.findings).toEqual([]);
    expect(outcomes(state)).toEqual(['merged mail/merged', 'merged mail/withdrawn']);
  });

  const doubtful = () => [
    report('成都市', ten.slice(0, 3)),
    report('成都市', ten.slice(2, 4), { ...later, subject: '申请撤回' }),
  ];

  it('of a row that nobody has is held', () => {
    const state = tell(doubtful());

    expect(names(state)).toEqual([0, 1, 2].map(label));
    expect(state.submissions[1]).toMatchObject({
      kind: 'withdrawal',
      state: 'held',
      reason: `来件要求撤回，但表中有 1 行不在已采用的内容中（${label(3)}）`,
      preview: { added: [], changed: [], removed: [label(2)], same: 0 },
    });
    expect(state.questions[0]?.sides).toEqual([
      { answer: '撤回表中各行', label: '删除 1 行', source: '邮件“申请撤回”' },
      { answer: '只更新表中各行', label: '不是撤回，采用表中各行', source: '邮件“申请撤回”' },
      { answer: '不采用', label: '维持已采用的内容', source: '邮件“申请撤回”' },
    ]);
  });

  it.each([
    ['撤回表中各行', [0, 1], 'merged mail/withdrawn'],
    ['只更新表中各行', [0, 1, 2, 3], 'merged mail/merged'],
    ['不采用', [0, 1, 2], 'ignored mail/declined'],
  ])('answered %s', (text, rows, outcome) => {
    const state = settle(doubtful(), text);

    expect(names(state)).toEqual(rows.map(label));
    expect(outcomes(state)[1]).toBe(outcome);
  });

  it('with a replacement in the same words is none', () => {
    const mail = { ...later, text: '原表作废，更正如下' };
    expect(outcomes(tell([report('成都市', ten), report('成都市', ten.with(1, mended), mail)]))[1]).toBe(
      'merged mail/merged',
    );
    expect(
      outcomes(tell([report('成都市', ten), report('成都市', [mended], { ...later, text: '撤回，另补报' })]))[1],
    ).toBe('merged mail/merged');
  });
});

describe('an old file that comes again', () => {
  const files = (rows: typeof ten) => [file('成都市附件2.xlsx', [table(ROSTER, rows)])];
  const mail = { from: mailbox('成都市') };

  it('after a correction changes nothing', () => {
    const old = files(ten);
    const state = tell([
      reply({ ...mail, files: old }),
      report('成都市', ten.with(1, mended), { on: '01-11' }),
      reply({ ...mail, files: old, ...later }),
    ]);

    expect(lastPhone(state, 1)).toBe('13912340001');
    expect(outcomes(state)[2]).toBe('superseded mail/repeat');
    expect(state.registers[ROSTER.form]?.[0]?.copies).toHaveLength(1);
  });

  const undone = () => {
    const old = files(ten);
    return [
      reply({ ...mail, files: old }),
      report('成都市', ten.slice(0, 2), { on: '01-11', subject: '申请撤回' }),
      reply({ ...mail, files: old, ...later }),
    ];
  };

  it('after some of its rows were taken back is held', () => {
    const state = tell(undone());

    expect(names(state)).toHaveLength(8);
    expect(outcomes(state)[2]).toBe('held mail/revision');
    expect(state.submissions[2]?.reason).toBe(
      `文件与此前报送的完全相同，而其中 2 行后来已被删除或撤回（${labels(0, 1)}）`,
    );
  });

  it.each([
    ['全部替换', 10],
    ['只更新表中各行', 10],
    ['不采用', 8],
  ])('answered %s', (text, rows) => {
    expect(names(settle(undone(), text))).toHaveLength(rows);
  });

  it('in another order of its sheets is the same', () => {
    const [a, b] = [table(ROSTER, ten.slice(0, 5)), table(ROSTER, ten.slice(5), { sheet: 'Sheet2' })];
    const one = file('成都市附件2.xlsx', [a, b]);

    expect(
      outcomes(
        tell([reply({ ...mail, files: [one] }), reply({ ...mail, files: [{ ...one, tables: [b, a] }], ...later })]),
      )[1],
    ).toBe('superseded mail/repeat');
    expect(
      tell([reply({ ...mail, files: [one] }), reply({ ...mail, files: [{ ...one, tables: [b, a] }], ...later })])
        .submissions[1]?.reason,
    ).toBe('文件与此前报送的完全相同');
  });
});
