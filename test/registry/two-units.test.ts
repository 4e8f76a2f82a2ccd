import { describe, expect, it } from 'vitest';
import { answer, hospital, ROSTER, type Row, report, table, tell, without } from '../support/story.ts';

const good = hospital('成都市', 1);
const UNITS = ['德阳市', '绵阳市', '成都市'];
type State = ReturnType<typeof tell>;

/** `unit name` of every row of the register. */
function rows(state: State) {
  return state.registers[ROSTER.form]?.map((row) => `${row.unit} ${row.fields['name']?.value}`);
}

function duplicates(state: State) {
  return state.questions.filter((one) => one.kind === 'duplicate');
}

describe('the same hospital from two units', () => {
  const mails = (changes: Row = {}) => [
    report('德阳市', [hospital('德阳市', 1), { ...good, ...changes }], { file: '德阳市附件2.xlsx' }),
    report('成都市', [good]),
  ];

  it('stands once, with the other place as a copy; both units are told', () => {
    const all = mails({ dataManagerPhone: '' });
    const state = tell(all);

    expect(rows(state)).toEqual([`510100 ${good['name']}`, `510600 ${hospital('德阳市', 1)['name']}`]);
    expect(state.registers[ROSTER.form]?.[0]?.copies).toMatchObject([{ message: all[0]?.message, row: 6 }]);
    expect(state.findings.filter((one) => one.code === 'province/duplicate').map((one) => one.unit)).toEqual([
      '510100',
      '510600',
    ]);
    expect(state.findings.filter((one) => one.code === 'register/copy')).toMatchObject([
      { unit: '510600', seen: good['name'], severity: 'notice', place: { message: all[0]?.message, key: 'name' } },
    ]);
    expect(state.findings.find((one) => one.code === 'register/copy')?.text).toContain('以成都市报送的那一行为准');
  });

  it('is asked with both sides and their sources', () => {
    const all = mails({ dataManagerPhone: '' });

    expect(duplicates(tell(all))).toEqual([
      {
        id: expect.stringMatching(/^duplicate-[0-9a-f]{10}$/),
        kind: 'duplicate',
        question: `成都市和德阳市都报送了“${good['name']}”，不同之处：医疗机构数据管理员手机号码。由哪个单位报送？目前以成都市的为准`,
        sides: [
          {
            answer: '成都市',
            label: `${good['name']}，${good['dataManagerPhone']}`,
            source: '成都市附件2.xlsx Sheet1 第5行',
          },
          { answer: '德阳市', label: `${good['name']}，（空）`, source: '德阳市附件2.xlsx Sheet1 第6行' },
        ],
        unit: '510100',
        form: ROSTER.form,
        messages: [all[1]?.message, all[0]?.message],
        fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
      },
    ]);
  });

  it('word for word the same, the city’s cell aside', () => {
    expect(duplicates(tell(mails({ prefecture: '德阳市' })))[0]?.question).toContain(
      '都报送了“' + good['name'] + '”，两处内容相同。',
    );
  });

  it('the answer is opened again when either side says something else', () => {
    const all = mails();
    const given = answer(duplicates(tell(all))[0], '德阳市');
    const later = report('成都市', [{ ...good, grade: '乙等' }], { on: '01-12' });

    expect(rows(tell(all, { decisions: [given] }))?.[0]).toMatch(/^510600/);
    expect(rows(tell([...all, later], { decisions: [given] }))?.[0]).toMatch(/^510100/);
    expect(duplicates(tell([...all, later], { decisions: [given] }))[0]?.decided).toBeUndefined();
  });

  it('the answer is opened again when what differed says something else', () => {
    const all = mails({ dataManagerPhone: '' });
    const given = answer(duplicates(tell(all))[0], '德阳市');
    const later = report('成都市', [{ ...good, dataManagerPhone: '13912340001' }], { on: '01-12' });

    expect(duplicates(tell(all, { decisions: [given] }))[0]?.decided?.answer).toBe('德阳市');
    expect(duplicates(tell([...all, later], { decisions: [given] }))[0]?.decided).toBeUndefined();
  });

  it('stands where it lies, be that the later unit, which is then named first', () => {
    const far = hospital('德阳市', 5);
    const two = (changes: Row = {}, others: Row = {}) =>
      tell([
        report('成都市', [good, hospital('成都市', 2), { ...far, ...changes }]),
        report('德阳市', [{ ...far, ...others }]),
      ]);
    const codes = { uscc: '', registrationNumber: '', organizationCode: '' };
    const standing = (state: State) => rows(state)?.filter((row) => row.endsWith(far['name'] ?? ''));

    expect(duplicates(two({ grade: '', level: '' }))[0]).toMatchObject({
      question: `成都市和德阳市都报送了“${far['name']}”，不同之处：医疗机构级别(三级、二级)、医疗机构等次(甲等、乙等、未定等)。由哪个单位报送？目前以德阳市的为准`,
      sides: [{ answer: '德阳市' }, { answer: '成都市' }],
      unit: '510600',
    });
    for (const state of [
      two(),
      two(codes),
      two({}, codes),
      two({ registrationNumber: '' }, { registrationNumber: '' }),
    ])
      expect(standing(state)).toEqual([`510600 ${far['name']}`]);
    expect(standing(two(codes, codes))).toEqual([`510100 ${far['name']}`]);
  });

  it('is found by its name where a table has no columns for codes', () => {
    const whole = table(ROSTER, [1, 2, 3].map((number) => hospital('德阳市', number)).concat([good]));
    const tables = [without(whole, 'uscc', 'registrationNumber', 'organizationCode', 'dataManagerPhone')];
    const bare = report('德阳市', [], { tables });
    const state = tell([report('成都市', [good]), bare]);

    expect(rows(state)?.filter((row) => row.endsWith(good['name'] ?? ''))).toEqual([`510100 ${good['name']}`]);
    expect(duplicates(state)[0]?.sides[1]?.label).toBe(`${good['name']}，（空），（空），（空），（空）`);
  });

  it('stays with the first in order where the codes lie in neither', () => {
    const far = hospital('宜宾市', 3);
    const state = tell([
      report('绵阳市', [hospital('绵阳市', 1), hospital('绵阳市', 2), hospital('绵阳市', 3), far]),
      report('德阳市', [hospital('德阳市', 1), hospital('德阳市', 2), hospital('德阳市', 3), far]),
    ]);

    expect(rows(state)?.filter((row) => row.endsWith(far['name'] ?? ''))).toEqual([`510600 ${far['name']}`]);
  });

  it('is found by the registration number where the credit code is missing', () => {
    expect(rows(tell(mails({ uscc: '' })))).toHaveLength(2);
    expect(rows(tell(mails({ uscc: '无', name: `${good['name']}（本部）` })))).toHaveLength(2);
  });

  it('two names alone, with other codes, are two hospitals', () => {
    const namesake = { ...hospital('德阳市', 9), name: good['name'] ?? '', prefecture: '成都市' };

    expect(rows(tell([report('德阳市', [hospital('德阳市', 1), namesake]), report('成都市', [good])]))).toHaveLength(3);
  });
});

describe('the same hospital from three units', () => {
  const mails = () =>
    UNITS.map((city) => report(city, [1, 2, 3].map((number) => hospital(city, number + 1)).concat([good])));
  const standing = (state: State) => rows(state)?.filter((row) => row.endsWith(good['name'] ?? ''));

  it('stands once, where its division lies, in whatever order they are', () => {
    expect(standing(tell(mails()))).toEqual([`510100 ${good['name']}`]);
    expect(standing(tell(mails().toReversed()))).toEqual([`510100 ${good['name']}`]);
  });

  it('stands once where its division lies in the last of them', () => {
    const far = hospital('绵阳市', 9);
    const all = ['成都市', '德阳市', '绵阳市'].map((city) =>
      report(city, [2, 3, 4].map((number) => hospital(city, number)).concat([far])),
    );

    const state = tell(all);

    expect(rows(state)?.filter((row) => row.endsWith(far['name'] ?? ''))).toEqual([`510700 ${far['name']}`]);
    expect(state.registers[ROSTER.form]?.find((row) => row.fields['name']?.value === far['name'])?.copies).toHaveLength(
      2,
    );
    for (const one of state.findings.filter(({ code }) => code === 'register/copy'))
      expect(one.text).toContain('以绵阳市报送的那一行为准');
  });

  it('stands once whatever is answered', () => {
    const all = mails();
    const [first] = duplicates(tell(all));
    const state = tell(all, { decisions: [answer(first, '德阳市')] });

    expect(standing(state)).toHaveLength(1);
    expect(
      state.registers[ROSTER.form]?.find((row) => row.fields['name']?.value === good['name'])?.copies,
    ).toHaveLength(2);
  });
});
