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

describe('a partial file never erases rows silently', () => {
  it('is held with its preview, and the question tells both sides and their mails', () => {
    const mails = [
      report('成都市', ten),
      report('成都市', [mended, hospital('成都市', 11)], { ...later, subject: '数据' }),
    ];
    const state = tell(mails);
    const [question] = state.questions;

    expect(names(state)).toEqual(ten.map((row) => row['name']));
    expect(state.submissions[1]).toMatchObject({
      kind: 'full',
      state: 'held',
      preview: { added: [hospital('成都市', 11)['name']], changed: [label(1)], same: 0 },
    });
    expect(state.submissions[1]?.preview.removed).toHaveLength(9);
    expect(question).toEqual({
      id: expect.stringMatching(/^revision-[0-9a-f]{10}$/),
      kind: 'revision',
      question:
        `成都市 附件2 医院信息汇总表：这份表只有 2 行，已报的 10 行中有 9 行不在其中（${labels(0, 2, 3, 4, 5)}等），` +
        '来件没有说明是补充还是替换。怎样处理？',
      sides: [
        { answer: '全部替换', label: '新增 1 行，修改 1 行，删除 9 行', source: '邮件“数据”' },
        { answer: '只更新表中各行', label: '新增 1 行，修改 1 行，其余保留（0 行相同）', source: '邮件“数据”' },
        { answer: '不采用', label: '维持已采用的内容', source: '邮件“数据”' },
      ],
      unit: '510100',
      form: ROSTER.form,
      messages: [mails[1]?.message, mails[0]?.message],
      fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
    expect(state.submissions[1]?.reason).toBe(
      `这份表只有 2 行，已报的 10 行中有 9 行不在其中（${labels(0, 2, 3, 4, 5)}等），来件没有说明是补充还是替换`,
    );
  });

  it('five missing rows are named one by one', () => {
    const state = tell([report('成都市', ten), report('成都市', ten.slice(0, 5), later)]);

    expect(state.questions[0]?.question).toContain(`（${labels(5, 6, 7, 8, 9)}），`);
  });

  it('two of ten may be missing, three may not', () => {
    expect(outcomes(tell([report('成都市', ten), report('成都市', ten.slice(2), later)]))[1]).toBe(
      'merged mail/merged',
    );
    expect(outcomes(tell([report('成都市', ten), report('成都市', ten.slice(3), later)]))[1]).toBe(
      'held mail/revision',
    );
  });

  it('rows that went little by little stay told', () => {
    const mails = [10, 9, 8, 7].map((length, at) => report('成都市', ten.slice(0, length), { on: `01-1${at}` }));
    const told = tell(mails).findings.filter((one) => one.code === 'register/no-longer-listed');

    expect(told.map((one) => one.seen)).toEqual([label(9), label(8), label(7)]);
    expect(names(tell(mails))).toHaveLength(7);
  });

  it('a row that came back is told no more', () => {
    const mails = [ten, ten.slice(0, 9), ten.slice(0, 8).concat(ten.slice(9))].map((rows, at) =>
      report('成都市', rows, { on: `01-1${at}` }),
    );

    expect(tell(mails).findings.map((one) => `${one.code} ${one.seen}`)).toEqual([
      `register/no-longer-listed ${label(8)}`,
    ]);
  });

  it.each([
    ['全部替换', [label(1)], 'accepted 重新报送的完整表格'],
    ['只更新表中各行', ten.map((_, at) => label(at)), 'accepted 更正部分行'],
    ['不采用', ten.map((_, at) => label(at)), 'reverted 决定不采用'],
  ])('answered %s', (text, expected, verdict) => {
    const state = settle([report('成都市', ten), report('成都市', [mended], later)], text);
    const { state: became, reason } = state.submissions[1] ?? {};

    expect(names(state)).toEqual(expected);
    expect(`${became} ${reason}`).toBe(verdict);
    expect(state.questions[0]?.decided).toMatchObject({ answer: text, who: '王工', reason: '电话核实' });
    expect(state.findings.filter((one) => one.code === 'register/no-longer-listed')).toHaveLength(
      text === '全部替换' ? 9 : 0,
    );
  });

  it('the answer is opened again only when its evidence changes', () => {
    const mails = [report('成都市', ten), report('成都市', [mended], later)];
    const given = answer(tell(mails).questions[0], '只更新表中各行');
    const other = report('德阳市', [hospital('德阳市', 1)], { on: '01-11' });
    const between = report('成都市', ten.slice(0, 9), { on: '01-11' });

    expect(outcomes(tell([...mails, other], { decisions: [given] }))[2]).toBe('merged mail/merged');
    expect(outcomes(tell([...mails, between], { decisions: [given] }))[2]).toBe('held mail/revision');
  });
});

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

describe('nobody unknown changes what somebody else reported', () => {
  const stranger = { from: 'new@qq.example', file: '成都市附件2.xlsx', ...later };

  it.each([
    ['a change', ten.with(1, mended), '', 1],
    ['a row left out', ten.slice(0, 9), '', 1],
    ['a withdrawal', ten.slice(0, 2), '申请撤回', 2],
  ])('%s is held', (_, rows, subject, count) => {
    const state = tell([report('成都市', ten), reply({ ...stranger, rows, subject })]);

    expect(outcomes(state)[1]).toBe('held mail/revision');
    expect(state.submissions[1]?.reason).toBe(`发件人 new@qq.example 不在通讯录中，而来件会改动已经采用的 ${count} 行`);
    expect(names(state)).toHaveLength(10);
  });

  it('a file from a sender without an address neither', () => {
    const state = tell([
      report('成都市', ten),
      reply({ ...stranger, from: '', name: '成都市卫健委', rows: ten.with(1, mended) }),
    ]);

    expect(state.submissions[1]?.reason).toBe('发件人 （无地址） 不在通讯录中，而来件会改动已经采用的 1 行');
  });

  it('the same rows again, and new ones beside them, are taken', () => {
    const rows = [...ten, hospital('成都市', 11)];

    expect(outcomes(tell([report('成都市', ten), reply({ ...stranger, rows: ten })]))[1]).toBe(
      'superseded mail/repeat',
    );
    expect(names(tell([report('成都市', ten), reply({ ...stranger, rows })]))).toHaveLength(11);
  });

  it('one who changes his own rows only is not held for the others', () => {
    const own = { from: 'new@qq.example', file: '成都市金堂县附件2.xlsx' };
    const row = hospital('成都市', 11);
    const state = tell([
      report('成都市', ten),
      reply({ ...own, rows: [row], on: '01-11' }),
      reply({ ...own, rows: [{ ...row, dataManagerPhone: '13912340002' }], on: '01-13' }),
    ]);

    expect(lastPhone(state, 10)).toBe('13912340002');
  });

  it('a unit may change what a stranger had added', () => {
    const state = tell([reply({ ...stranger, rows: ten, on: '01-09' }), report('成都市', ten.with(1, mended))]);

    expect(lastPhone(state, 1)).toBe('13912340001');
  });

  it('a forged sender is a stranger', () => {
    const forged = report('成都市', ten.with(1, mended), {
      ...later,
      more: { authentication: { spf: '', dkim: '', dmarc: 'fail' } },
    });

    expect(tell([report('成都市', ten), forged]).submissions[1]).toMatchObject({
      state: 'held',
      reason: `发件人 ${mailbox('成都市')} 未通过邮件服务器的真实性验证，而来件会改动已经采用的 1 行`,
    });
  });

  it('a file that the clerk put into the folder is trusted', () => {
    const byHand = reply({ rows: ten.with(1, mended), file: '成都市附件2.xlsx', ...later, more: { source: 'file' } });

    expect(lastPhone(tell([report('成都市', ten), byHand]), 1)).toBe('13912340001');
  });
});
