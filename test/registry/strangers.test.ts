import { describe, expect, it } from 'vitest';
import { answer, hospital, mailbox, names, outcomes, ROSTER, reply, report, tell } from '../support/story.ts';

const ten = Array.from({ length: 10 }, (_, at) => hospital('成都市', at + 1));
const mended = { ...ten[1], dataManagerPhone: '13912340001' };
const later = { on: '01-12' };

function lastPhone(state: ReturnType<typeof tell>, at: number) {
  return state.registers[ROSTER.form]?.[at]?.fields['dataManagerPhone']?.value;
}

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

  it('unless the office has told whose table it is', () => {
    const mails = [report('成都市', ten), reply({ ...stranger, file: '附件2.xlsx', rows: ten.with(1, mended) })];
    const state = tell(mails, { decisions: [answer(tell(mails).questions[0], '成都市')] });

    expect(tell(mails).questions.map((one) => one.kind)).toEqual(['attribution']);
    expect(outcomes(state)[1]).toBe('merged mail/merged');
    expect(lastPhone(state, 1)).toBe('13912340001');
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
