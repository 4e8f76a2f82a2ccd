import { describe, expect, it } from 'vitest';
import {
  hospital,
  mailbox,
  names,
  outcomes,
  ROSTER,
  type Row,
  reply,
  report,
  table,
  tell,
  without,
} from '../support/story.ts';

const three = [1, 2, 3].map((number) => hospital('成都市', number));
const phone = '13912340001';

/** A mail of a hospital itself, under its own name. */
function own(number: number, changes: Row = {}, mail: Parameters<typeof reply>[0] = {}) {
  const row = hospital('成都市', number, changes);
  const name = row['name'] ?? '';
  return reply({
    from: `h${number}@yiyuan.example`,
    name,
    file: `成都市${name}附件2.xlsx`,
    rows: [row],
    on: '01-15',
    ...mail,
  });
}

function phones(state: ReturnType<typeof tell>) {
  return state.registers[ROSTER.form]?.map((row) => row.fields['dataManagerPhone']?.value);
}

describe('a hospital that writes although its city lists it', () => {
  it('is a known copy: the city’s row stands, where it was read twice', () => {
    const state = tell([report('成都市', three), own(2)]);

    expect(state.submissions[1]).toMatchObject({
      kind: 'copy',
      state: 'accepted',
      reason: '医院自行报送，以所在单位的表为准',
      preview: { added: [], removed: [], changed: [], same: 1 },
    });
    expect(outcomes(state)[1]).toBe('merged mail/copy');
    expect(state.registers[ROSTER.form]?.map((row) => row.copies.map((copy) => copy.message))).toEqual([
      [],
      [state.messages[1]?.message],
      [],
    ]);
    expect(state.findings).toEqual([]);
  });

  it('and says something else: each difference is told with both values', () => {
    const state = tell([report('成都市', three), own(2, { dataManagerPhone: phone, grade: '乙等' })]);

    expect(phones(state)).toEqual(three.map((row) => row['dataManagerPhone']));
    expect(
      state.findings.map(({ code, seen, expected, place }) => [code, place.key, seen, expected, place.message]),
    ).toEqual([
      ['register/copy-differs', 'grade', '乙等', '甲等', state.messages[1]?.message],
      ['register/copy-differs', 'dataManagerPhone', phone, three[1]?.['dataManagerPhone'], state.messages[1]?.message],
    ]);
  });

  it('in a table that lacks a column, or has one that its city lacks: told as blank', () => {
    const bare = (rows: readonly Row[]) => ({ tables: [without(table(ROSTER, rows), 'grade')] });
    const mine = three.slice(1, 2);
    const told = (mails: Parameters<typeof tell>[0]) =>
      tell(mails)
        .findings.filter(({ code }) => code === 'register/copy-differs')
        .map(({ place, seen, expected }) => [place.key, seen, expected]);

    expect(told([report('成都市', three), own(2, {}, { rows: [], ...bare(mine) })])).toEqual([['grade', '', '甲等']]);
    expect(told([report('成都市', [], bare(three)), own(2)])).toEqual([['grade', '甲等', '']]);
  });

  it('before its city does: the city’s table counts all the same', () => {
    const state = tell([own(2, { dataManagerPhone: phone }, { on: '01-02' }), report('成都市', three)]);

    expect(phones(state)).toEqual(three.map((row) => row['dataManagerPhone']));
    expect(names(state)).toEqual(three.map((row) => row['name']));
  });
});

describe('a hospital that its city does not list', () => {
  it('is added', () => {
    const state = tell([report('成都市', three), own(4)]);

    expect(names(state)).toEqual([...three, hospital('成都市', 4)].map((row) => row['name']));
    expect(state.submissions[1]).toMatchObject({
      kind: 'patch',
      state: 'accepted',
      reason: '医院自行报送，所在单位的表中没有',
      preview: { added: [hospital('成都市', 4)['name']], removed: [], changed: [], same: 0 },
    });
    expect(new Set(state.registers[ROSTER.form]?.map((row) => row.id)).size).toBe(4);
  });

  it('beside one that is listed: each is told for itself', () => {
    const rows = [hospital('成都市', 2), hospital('成都市', 4)];
    const state = tell([report('成都市', three), own(2, {}, { rows })]);

    expect(names(state)).toHaveLength(4);
    expect(state.submissions[1]).toMatchObject({ kind: 'patch', preview: { added: [rows[1]?.['name']], same: 1 } });
  });

  it('corrects itself, as long as nobody else reports it', () => {
    const mails = [own(4), own(4, { dataManagerPhone: phone }, { on: '01-20' })];

    for (const before of [[], [report('成都市', three)]]) {
      const state = tell([...before, ...mails]);
      expect(phones(state)?.at(-1)).toBe(phone);
      expect(state.submissions.at(-1)).toMatchObject({
        kind: 'full',
        state: 'accepted',
        preview: { changed: [hospital('成都市', 4)['name']] },
      });
      expect(state.findings).toEqual([]);
    }
  });

  it('is not corrected from another address', () => {
    const state = tell([own(4), own(4, { dataManagerPhone: phone }, { on: '01-20', from: 'other@qq.example' })]);

    expect(outcomes(state)[1]).toBe('held mail/revision');
    expect(phones(state)).toEqual([hospital('成都市', 4)['dataManagerPhone']]);
  });

  it('adds up with other hospitals of its city', () => {
    expect(names(tell([own(4), own(5), own(6)]))).toHaveLength(3);
  });
});

describe('a mail that does not surely name its unit', () => {
  const [here, elsewhere] = [2, 4].map((number) => hospital('成都市', number, { name: `仁济惠民医院${number}部` }));
  const weak = (row: Row | undefined, mail: Parameters<typeof reply>[0] = {}) =>
    reply({ from: 'h2@yiyuan.example', file: `${row?.['name']}.xlsx`, rows: row ? [row] : [], on: '01-15', ...mail });
  const city = () => report('成都市', here ? three.with(1, here) : []);

  it('is a known copy when all it holds stands already', () => {
    const state = tell([city(), weak(here)]);

    expect(state.submissions[1]).toMatchObject({ kind: 'copy', state: 'accepted', attribution: { accepted: false } });
  });

  it('is held when any row of it does not stand', () => {
    const both = weak(here, { rows: here && elsewhere ? [here, elsewhere] : [] });

    expect(outcomes(tell([city(), weak(elsewhere)]))[1]).toBe('held mail/unknown-sender');
    expect(outcomes(tell([city(), both]))[1]).toBe('held mail/unknown-sender');
  });

  it('is held when it names no hospital of its own', () => {
    expect(outcomes(tell([city(), weak(here, { file: '附件2.xlsx' })]))[1]).toBe('held mail/unknown-sender');
  });

  it('is held when it names another unit', () => {
    expect(outcomes(tell([city(), weak(here, { from: mailbox('德阳市') })]))[1]).toBe('held mail/unit-contradiction');
  });

  it('is held when nothing of its unit stands', () => {
    expect(outcomes(tell([weak(here)]))[0]).toBe('held mail/unknown-sender');
  });
});

it('a unit’s own mailbox that signs with a hospital’s name is the unit', () => {
  const [row] = three;
  const mail = report('成都市', [{ ...row, dataManagerPhone: phone }], {
    subject: `更正${row?.['name']}`,
    on: '01-15',
  });

  expect(phones(tell([report('成都市', three), mail]))?.[0]).toBe(phone);
});

it('hospitals of a unit without an area revise one another by their own mails', () => {
  const mail = (number: number, changes: Row, on: string) => {
    const row = hospital('成都市', number, changes);
    return reply({ from: mailbox('国家委在川医疗机构'), subject: `${row['name']}报送`, rows: [row], on });
  };
  const state = tell([mail(7, {}, '01-10'), mail(8, {}, '01-11'), mail(7, { dataManagerPhone: phone }, '01-12')]);

  expect(names(state)).toHaveLength(2);
  expect(phones(state)?.[0]).toBe(phone);
});
