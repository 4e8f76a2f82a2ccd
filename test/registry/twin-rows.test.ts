import { describe, expect, it } from 'vitest';
import {
  answer,
  file,
  hospital,
  mailbox,
  names,
  ROSTER,
  type Row,
  reply,
  report,
  table,
  tell,
} from '../support/story.ts';

const good = hospital('成都市', 1);
const other = hospital('成都市', 2);
const changed: Row = { ...good, dataManagerPhone: '', grade: '乙等' };

function register(state: ReturnType<typeof tell>) {
  return state.registers[ROSTER.form]?.map((row) => [row.source.row, row.copies.map((copy) => copy.row)]);
}

describe('the same hospital twice in one table', () => {
  it('word for word: one row stands with the other as a copy, and nobody is asked', () => {
    const state = tell([report('成都市', [good, other, good])]);

    expect(register(state)).toEqual([
      [5, [7]],
      [6, []],
    ]);
    expect(state.questions).toEqual([]);
  });

  it('between others: nobody misses a row there', () => {
    const state = tell([report('成都市', [good, good, other])]);

    expect(state.findings.map((one) => one.code)).toEqual(['row/duplicate']);
  });

  it('with other values: the first stands, and the office is asked with both rows', () => {
    const mails = [report('成都市', [good, other, changed], { subject: '报送' })];
    const state = tell(mails);

    expect(register(state)).toEqual([
      [5, [7]],
      [6, []],
    ]);
    expect(state.questions).toEqual([
      {
        id: expect.stringMatching(/^conflict-[0-9a-f]{10}$/),
        kind: 'conflict',
        question:
          `成都市把“${good['name']}”报了两行，医疗机构等次(甲等、乙等、未定等)、医疗机构数据管理员手机号码不同。` +
          '以哪一行为准？目前以前一行为准',
        sides: [
          {
            answer: '成都市附件2.xlsx Sheet1 第5行',
            label: `医疗机构等次(甲等、乙等、未定等) 甲等，医疗机构数据管理员手机号码 ${good['dataManagerPhone']}`,
            source: '邮件“报送”',
          },
          {
            answer: '成都市附件2.xlsx Sheet1 第7行',
            label: '医疗机构等次(甲等、乙等、未定等) 乙等，医疗机构数据管理员手机号码 （空）',
            source: '邮件“报送”',
          },
        ],
        unit: '510100',
        form: ROSTER.form,
        messages: [mails[0]?.message],
        fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
      },
    ]);
  });

  it('sent again with a changed row below the old one: the office is asked, the change is not taken for a repeat', () => {
    const again = report('成都市', [good, changed], { on: '01-20', file: '变更表.xlsx' });
    const state = tell([report('成都市', [good, other], { on: '01-10' }), again]);

    expect(state.submissions.map(({ kind, state: taken }) => `${kind} ${taken}`)).toEqual([
      'full accepted',
      'patch accepted',
    ]);
    expect(state.questions.map(({ kind, messages }) => [kind, messages])).toEqual([['conflict', [again.message]]]);
    const [question] = state.questions;
    const chosen = tell([report('成都市', [good, other], { on: '01-10' }), again], {
      decisions: [answer(question, question?.sides[1]?.answer ?? '')],
    });
    expect(chosen.registers[ROSTER.form]?.map(({ fields }) => fields['grade']?.value)).toEqual(['乙等', '甲等']);
  });

  it.each([
    [0, '甲等', [5, [7]]],
    [1, '乙等', [7, [5]]],
  ])('answered with side %i', (side, grade, place) => {
    const mails = [report('成都市', [good, other, changed])];
    const [question] = tell(mails).questions;
    const state = tell(mails, { decisions: [answer(question, question?.sides[side]?.answer ?? '')] });

    expect(register(state)?.[0]).toEqual(place);
    expect(state.registers[ROSTER.form]?.[0]?.fields['grade']?.value).toBe(grade);
    expect(names(state)).toEqual([good['name'], other['name']]);
  });

  it('three times: each is held against the one that stands', () => {
    const third = { ...good, grade: '未定等' };
    const mails = [report('成都市', [good, changed, third])];
    const [first] = tell(mails).questions;
    const second = answer(first, first?.sides[1]?.answer ?? '');

    expect(tell(mails).questions).toHaveLength(2);
    expect(register(tell(mails))).toEqual([[5, [6, 7]]]);
    expect(register(tell(mails, { decisions: [second] }))).toEqual([[6, [5, 7]]]);
    expect(tell(mails, { decisions: [second] }).questions[1]?.sides[0]?.answer).toContain('第6行');
  });

  it('the answer is opened again when the values change', () => {
    const mails = [report('成都市', [good, changed])];
    const given = answer(tell(mails).questions[0], '成都市附件2.xlsx Sheet1 第6行');
    const later = report('成都市', [good, { ...changed, grade: '未定等' }], { on: '01-12' });

    expect(tell([...mails, later], { decisions: [given] }).questions.map((one) => one.decided)).toEqual([undefined]);
  });

  it('is asked no more about a table that was replaced', () => {
    const mails = [report('成都市', [good, changed]), report('成都市', [good, other], { on: '01-12' })];

    expect(register(tell(mails))?.map(([row]) => row)).toEqual([5, 6]);
    expect(tell(mails).questions).toEqual([]);
  });

  it('is asked no more once a correction says which one is right', () => {
    const mails = [report('成都市', [good, other, changed]), report('成都市', [good], { on: '01-12', text: '更正' })];
    const mended = { ...good, dataManagerPhone: '13912340001' };
    const later = report('成都市', [mended], { on: '01-12', text: '更正' });

    expect(tell(mails).questions).toHaveLength(1);
    expect(tell([...mails.slice(0, 1), later]).questions).toEqual([]);
  });

  it('its other row is judged as well, and is gone with its table', () => {
    const landline = { ...good, dataManagerPhone: '028-86123456' };
    const first = report('成都市', [good, landline]);

    expect(tell([first]).findings.map((one) => one.code)).toContain('phone/landline');
    expect(tell([first, report('成都市', [good, other], { on: '01-12' })]).findings).toEqual([]);
  });

  it('in two sheets of one workbook is the same', () => {
    const files = [file('成都市附件2.xlsx', [table(ROSTER, [good]), table(ROSTER, [changed], { sheet: '乙' })])];
    const state = tell([reply({ from: mailbox('成都市'), files })]);

    expect(state.questions[0]?.sides.map((side) => side.answer)).toEqual([
      '成都市附件2.xlsx Sheet1 第5行',
      '成都市附件2.xlsx 乙 第5行',
    ]);
  });

  it('by its registration number only, where the credit code of one is missing', () => {
    expect(names(tell([report('成都市', [good, { ...good, uscc: '' }])]))).toHaveLength(1);
    expect(names(tell([report('成都市', [{ ...good, uscc: '' }, good])]))).toHaveLength(1);
  });
});

describe('rows without a key', () => {
  const blank = { ...good, uscc: '', registrationNumber: '', name: '', organizationCode: '' };

  it('are rows of their own, called by their number', () => {
    const state = tell([report('成都市', [blank, { ...blank, grade: '乙等' }])]);

    expect(register(state)).toHaveLength(2);
    expect(new Set(state.registers[ROSTER.form]?.map((row) => row.id)).size).toBe(2);
    expect(state.submissions[0]?.preview.added).toEqual(['第5行', '第6行']);
  });

  it('sent again are added once more rather than lost', () => {
    const state = tell([report('成都市', [blank]), report('成都市', [blank], { on: '01-12' })]);

    expect(register(state)).toHaveLength(2);
  });
});

describe('row ids', () => {
  it('name form and unit, and are numbered where two rows would share one', () => {
    const twins = [good, { ...good, registrationNumber: other['registrationNumber'] ?? '', name: other['name'] ?? '' }];
    const ids = tell([report('成都市', twins)]).registers[ROSTER.form]?.map((row) => row.id) ?? [];

    expect(ids[0]).toMatch(/^hospital-roster\/510100\/[0-9a-f]{10}$/);
    expect(ids[1]).toBe(`${ids[0]}-2`);
  });

  it('three of them count on', () => {
    const rows = [1, 2, 3].map((number) => ({ ...hospital('成都市', number), uscc: good['uscc'] ?? '' }));
    const ids = tell([report('成都市', rows)]).registers[ROSTER.form]?.map((row) => row.id) ?? [];

    expect(ids.slice(1)).toEqual([`${ids[0]}-2`, `${ids[0]}-3`]);
  });

  it('where each row was read stands beside it', () => {
    const mail = report('成都市', [good], { file: '包.zip!成都市附件2.xlsx' });
    const state = tell([mail]);

    expect(state.registers[ROSTER.form]?.[0]?.source).toEqual({
      message: mail.message,
      eml: mail.eml,
      path: '包.zip!成都市附件2.xlsx',
      file: '成都市附件2.xlsx',
      sheet: 'Sheet1',
      row: 5,
      receivedAt: mail.receivedAt,
      submission: state.submissions[0]?.id,
    });
  });
});
