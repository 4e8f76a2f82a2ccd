import { describe, expect, it } from 'vitest';
import {
  decision,
  hospital,
  LIAISON,
  liaison,
  mailbox,
  names,
  outcomes,
  ROSTER,
  type Row,
  reply,
  report,
  tell,
  UNITS,
  unit,
} from '../support/story.ts';

const ten = Array.from({ length: 10 }, (_, at) => hospital('成都市', at + 1));
const phone = '13912340001';
const mended: Row = { ...hospital('成都市', 2), dataManagerPhone: phone };

function phones(state: ReturnType<typeof tell>): string[] {
  return (state.registers[ROSTER.form] ?? []).map((row) => row.fields['dataManagerPhone']?.value ?? '');
}

describe('a later mail of a unit', () => {
  it('full table: replaces the earlier one, said or unsaid', () => {
    const state = tell([report('成都市', ten), report('成都市', ten.with(1, mended), { on: '01-12' })]);

    expect(outcomes(state)).toEqual(['superseded mail/superseded', 'merged mail/merged']);
    expect(phones(state)[1]).toBe(phone);
    expect(state.submissions[1]?.preview).toEqual({ added: [], removed: [], changed: [mended['name']], same: 9 });
  });

  it('identical: changes nothing', () => {
    const state = tell([report('成都市', ten), report('成都市', ten, { on: '01-12', file: '成都市再发.xlsx' })]);

    expect(outcomes(state)).toEqual(['merged mail/merged', 'superseded mail/repeat']);
    expect(state.registers[ROSTER.form]?.[0]?.copies).toHaveLength(1);
  });

  it('补报: adds', () => {
    const state = tell([
      report('成都市', ten),
      report('成都市', [hospital('成都市', 11)], { on: '01-12', subject: '补报' }),
    ]);

    expect(names(state)).toHaveLength(11);
    expect(outcomes(state)).toEqual(['merged mail/merged', 'merged mail/merged']);
  });

  it('更正 of one row: replaces that row only', () => {
    const state = tell([
      report('成都市', ten),
      report('成都市', [mended], { on: '01-12', text: '更正一家医院的手机号码' }),
    ]);

    expect(names(state)).toEqual(ten.map((row) => row['name']));
    expect(phones(state)[1]).toBe(phone);
    expect(state.submissions.map((one) => one.kind)).toEqual(['full', 'patch']);
  });

  it('更正 of a code: the name finds the row', () => {
    const other = hospital('成都市', 55);
    const row = {
      ...hospital('成都市', 2),
      uscc: other['uscc'] ?? '',
      organizationCode: other['organizationCode'] ?? '',
      registrationNumber: other['registrationNumber'] ?? '',
    };
    const state = tell([report('成都市', ten), report('成都市', [row], { on: '01-12', subject: '更正信用代码' })]);

    expect(names(state)).toHaveLength(10);
    expect(state.registers[ROSTER.form]?.[1]?.fields['uscc']?.value).toBe(other['uscc']);
  });

  it('part of the table without a word: is held, the last good state stays', () => {
    const state = tell([report('成都市', ten), report('成都市', [mended], { on: '01-12' })]);

    expect(names(state)).toHaveLength(10);
    expect(phones(state)[1]).not.toBe(phone);
    expect(outcomes(state)).toEqual(['merged mail/merged', 'held mail/revision']);
    expect(state.questions.map((one) => [one.kind, one.sides.map((side) => side.answer)])).toEqual([
      ['revision', ['全部替换', '只更新表中各行', '不采用']],
    ]);
  });

  it.each([
    ['只更新表中各行', 10, 'merged mail/merged'],
    ['全部替换', 1, 'merged mail/merged'],
    ['不采用', 10, 'ignored mail/declined'],
  ])('part of the table, answered %s', (answer, rows, outcome) => {
    const mails = [report('成都市', ten), report('成都市', [mended], { on: '01-12' })];
    const question = tell(mails).questions[0];

    const state = tell(mails, {
      decisions: [
        decision({ kind: 'answer', subject: question?.id ?? '', answer, fingerprint: question?.fingerprint ?? '' }),
      ],
    });

    expect(names(state)).toHaveLength(rows);
    expect(outcomes(state)[1]).toBe(outcome);
  });

  it('撤回 of rows: takes them back', () => {
    const state = tell([
      report('成都市', ten),
      report('成都市', ten.slice(0, 2), { on: '01-12', subject: '申请撤回以下医院' }),
    ]);

    expect(names(state)).toHaveLength(8);
    expect(state.submissions[1]).toMatchObject({ kind: 'withdrawal', state: 'accepted' });
  });

  it('full table without one of ten: is taken, and the row is told', () => {
    const state = tell([report('成都市', ten), report('成都市', ten.slice(0, 9), { on: '01-12' })]);

    expect(names(state)).toHaveLength(9);
    expect(state.findings.map((one) => [one.code, one.seen])).toEqual([
      ['register/no-longer-listed', ten[9]?.['name']],
    ]);
  });

  it('from an address nobody knows: may add, may not change', () => {
    const stranger = { from: 'new@qq.example', file: '成都市附件2.xlsx' };

    expect(
      outcomes(tell([report('成都市', ten), reply({ ...stranger, rows: ten.with(1, mended), on: '01-12' })]))[1],
    ).toBe('held mail/revision');
    expect(
      outcomes(tell([report('成都市', ten), reply({ ...stranger, rows: [hospital('成都市', 30)], on: '01-12' })]))[1],
    ).toBe('merged mail/merged');
  });

  it('from the address that sent the first one, where the address book is empty: may change', () => {
    const units = UNITS.map((one) => ({ ...one, emails: [] }));
    const mail = { from: 'clerk@163.example', file: '成都市附件2.xlsx' };

    const state = tell([reply({ ...mail, rows: ten }), reply({ ...mail, rows: ten.with(1, mended), on: '01-12' })], {
      units,
    });

    expect(phones(state)[1]).toBe(phone);
  });

  it('reverted: the state before it stands again', () => {
    const mails = [report('成都市', ten), report('成都市', ten.with(1, mended), { on: '01-12' })];
    const id = tell(mails).submissions[1]?.id ?? '';

    const state = tell(mails, { decisions: [decision({ kind: 'revert', subject: id })] });

    expect(phones(state)[1]).not.toBe(phone);
    expect(state.submissions.map((one) => one.state)).toEqual(['accepted', 'reverted']);
  });
});

describe('mails of one unit add up', () => {
  const county = (name: string, numbers: number[], mail = {}) =>
    reply({
      from: `${name}@county.example`,
      file: `成都市${name}附件2.xlsx`,
      rows: numbers.map((one) => hospital('成都市', one)),
      ...mail,
    });

  it('of counties, in any order', () => {
    const state = tell([county('金堂县', [1, 2]), county('大邑县', [3, 4, 5]), county('蒲江县', [6])]);

    expect(names(state)).toHaveLength(6);
    expect(state.submissions.every((one) => one.state === 'accepted')).toBe(true);
  });

  it('and a county replaces its own rows only', () => {
    const again = county('大邑县', [3, 4, 5], { on: '01-15' });
    const state = tell([county('金堂县', [1, 2]), county('大邑县', [3, 4]), again]);

    expect(names(state)).toHaveLength(5);
    expect(state.submissions.map((one) => one.state)).toEqual(['accepted', 'superseded', 'accepted']);
  });

  it('of a hospital beside its city: a copy, whoever came first', () => {
    const row = hospital('成都市', 3);
    const own = reply({
      from: 'h3@hospital.example',
      name: row['name'] ?? '',
      subject: `${row['name']}附件2`,
      rows: [{ ...row, dataManagerPhone: phone }],
    });
    const city = report('成都市', ten, { on: '01-12' });

    const state = tell([own, city]);

    expect(outcomes(state)).toEqual(['merged mail/copy', 'merged mail/merged']);
    expect(phones(state)).not.toContain(phone);
    expect(state.registers[ROSTER.form]?.[2]?.copies).toHaveLength(1);
    expect(state.findings.map((one) => one.code)).toEqual(['register/copy-differs']);
  });
});

describe('one person a unit', () => {
  it('a later one replaces the earlier', () => {
    const mail = (name: string, on: string) =>
      reply({ from: mailbox('德阳市'), file: '德阳市附件3.xlsx', liaison: [liaison('德阳市', { name })], on });
    const state = tell([mail('何文静', '01-10'), mail('许明远', '01-11')]);

    expect(state.registers[LIAISON.form]?.map((row) => row.fields['name']?.value)).toEqual(['许明远']);
  });
});

describe('lateness', () => {
  it.each([
    ['2025-03-01T15:59:59.000Z', false],
    ['2025-03-01T16:00:00.000Z', true],
  ])('a mail received at %s (Shanghai midnight is 16:00 UTC): late is %s', (receivedAt, late) => {
    const state = tell([report('成都市', ten, { more: { receivedAt } })]);

    expect(state.messages[0]?.late).toBe(late);
    expect(state.coverage.find((one) => one.unit === unit('成都市').code && one.form === ROSTER.form)?.late).toBe(late);
    expect(names(state)).toHaveLength(10);
  });
});
