import { describe, expect, it } from 'vitest';
import { answer, hospital, names, outcomes, ROSTER, report, tell } from '../support/story.ts';

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
