import { describe, expect, it } from 'vitest';
import { valueEvidence } from '../../src/registry/decide-values.ts';
import { answer, decision, hospital, names, outcomes, ROSTER, type Row, report, tell } from '../support/story.ts';

const PHONE = 'dataManagerPhone';
const good = hospital('成都市', 1);
const wrong = { ...good, [PHONE]: '028-86123456' };
const other = hospital('成都市', 2);
type Mails = Parameters<typeof tell>[0];

function cell(state: ReturnType<typeof tell>, key = PHONE) {
  const row = state.registers[ROSTER.form]?.[0];
  return row && { value: row.fields[key]?.value, raw: row.fields[key]?.raw, decided: row.decided };
}

/** The office sets the phone of the first row, on what stands there now. */
function phoneSet(mails: Mails, to = '13912340001') {
  const row = tell(mails).registers[ROSTER.form]?.[0];
  const id = row?.id ?? '';
  const fingerprint = valueEvidence(id, PHONE, row?.fields[PHONE]?.raw ?? '');
  return decision({ kind: 'value', subject: `${id}#${PHONE}`, answer: to, fingerprint });
}

describe('a value that the office sets', () => {
  it('stands as long as the unit reports what it stood on', () => {
    const mails = [report('成都市', [wrong, other])];
    const set = phoneSet(mails);
    const again = report('成都市', [wrong, { ...other, grade: '乙等' }], { on: '01-12' });

    for (const now of [mails, [...mails, again]]) {
      const state = tell(now, { decisions: [set] });
      expect(cell(state)).toEqual({
        value: '13912340001',
        raw: '028-86123456',
        decided: [{ key: PHONE, from: '028-86123456', to: '13912340001', decision: set.id }],
      });
      expect(state.questions).toEqual([]);
      expect(state.findings).toEqual([]);
    }
  });

  it('touches no other row and no other column', () => {
    const mails = [report('成都市', [wrong, other])];
    const rows = tell(mails, { decisions: [phoneSet(mails)] }).registers[ROSTER.form];

    expect(rows?.[1]).toEqual(tell(mails).registers[ROSTER.form]?.[1]);
    expect({ ...rows?.[0]?.fields, [PHONE]: 0 }).toEqual({
      ...tell(mails).registers[ROSTER.form]?.[0]?.fields,
      [PHONE]: 0,
    });
  });

  it('set twice: the newer one counts', () => {
    const mails = [report('成都市', [wrong])];

    expect(cell(tell(mails, { decisions: [phoneSet(mails), phoneSet(mails, '13912340002')] }))?.value).toBe(
      '13912340002',
    );
  });

  it('is no decision where the unit has mended its table in the same way', () => {
    const mails = [report('成都市', [wrong])];
    const mended = report('成都市', [{ ...good, [PHONE]: '13912340001' }], { on: '01-12' });
    const state = tell([...mails, mended], { decisions: [phoneSet(mails)] });

    expect(cell(state)).toMatchObject({ value: '13912340001', decided: [] });
    expect(state.questions).toEqual([]);
  });

  it('of a column that the form does not have says nothing', () => {
    const mails = [report('成都市', [wrong])];
    const id = tell(mails).registers[ROSTER.form]?.[0]?.id ?? '';
    const state = tell(mails, { decisions: [decision({ kind: 'value', subject: `${id}#nothing`, answer: 'x' })] });

    expect(state.registers).toEqual(tell(mails).registers);
  });

  it.each(['waiver', 'revert', 'answer'] as const)('is none when it is a %s', (kind) => {
    const mails = [report('成都市', [wrong])];

    expect(cell(tell(mails, { decisions: [{ ...phoneSet(mails), kind }] }))?.value).toBe('028-86123456');
  });
});

describe('the unit reports something else than what the office had decided on', () => {
  const story = (phone = '13912340009') => {
    const mails = [report('成都市', [wrong, other])];
    const set = phoneSet(mails);
    return {
      set,
      mails: [...mails, report('成都市', [{ ...good, [PHONE]: phone }, other], { on: '02-12', file: '成都市新.xlsx' })],
    };
  };

  it('the new report stands, and the office is asked again', () => {
    const { set, mails } = story();
    const state = tell(mails, { decisions: [set] });

    expect(cell(state)).toMatchObject({ value: '13912340009', decided: [] });
    expect(state.questions).toEqual([
      {
        id: expect.stringMatching(/^value-[0-9a-f]{10}$/),
        kind: 'conflict',
        question:
          `成都市“${good['name']}”的“医疗机构数据管理员手机号码”曾决定写成“13912340001”，` +
          '单位后来改报为“13912340009”。以哪个为准？目前以改报的为准',
        sides: [
          { answer: '仍用决定的内容', label: '13912340001', source: '王工 2025-02-01 决定，理由：电话核实' },
          { answer: '采用改报的内容', label: '13912340009', source: '成都市新.xlsx Sheet1 L5' },
        ],
        unit: '510100',
        form: ROSTER.form,
        messages: [mails[1]?.message],
        fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
      },
    ]);
  });

  it('a blank cell is told as such', () => {
    const { set, mails } = story('');

    expect(tell(mails, { decisions: [set] }).questions[0]?.question).toContain('单位后来改报为“空白”');
  });

  it.each([
    ['仍用决定的内容', '13912340001'],
    ['采用改报的内容', '13912340009'],
  ])('answered %s', (text, value) => {
    const { set, mails } = story();
    const given = answer(tell(mails, { decisions: [set] }).questions[0], text);
    const state = tell(mails, { decisions: [set, given] });

    expect(cell(state)?.value).toBe(value);
    expect(cell(state)?.decided.map((one) => one.decision)).toEqual(text === '仍用决定的内容' ? [given.id] : []);
    expect(state.questions[0]?.decided?.answer).toBe(text);
  });

  it('and once more: the answer is opened again', () => {
    const { set, mails } = story();
    const given = answer(tell(mails, { decisions: [set] }).questions[0], '仍用决定的内容');
    const third = report('成都市', [{ ...good, [PHONE]: '13912340008' }, other], { on: '02-20' });
    const state = tell([...mails, third], { decisions: [set, given] });

    expect(cell(state)?.value).toBe('13912340008');
    expect(state.questions.map((one) => one.decided)).toEqual([undefined]);
  });

  it('a decision without evidence, as older ones are, still stands', () => {
    const { set, mails } = story();

    expect(cell(tell(mails, { decisions: [{ ...set, fingerprint: '' }] }))?.value).toBe('13912340001');
  });
});

describe('a proved proposal', () => {
  const blank: Row = { ...good, organizationCode: '' };

  it('is asked with what stands there, what would, and where', () => {
    const mails = [report('成都市', [blank])];
    const state = tell(mails);

    expect(state.questions).toEqual([
      {
        id: expect.stringMatching(/^proposal-[0-9a-f]{10}$/),
        kind: 'proposal',
        question: expect.stringMatching(
          new RegExp(`^成都市“${good['name']}”的“组织机构代码”：.+。是否改为“${good['organizationCode']}”？$`),
        ),
        sides: [
          { answer: '采纳', label: expect.stringMatching(/^改为 \S+（.+）$/), source: '成都市附件2.xlsx Sheet1 D5' },
          { answer: '不采纳', label: '保留 空白', source: '成都市附件2.xlsx Sheet1 D5' },
        ],
        unit: '510100',
        form: ROSTER.form,
        messages: [mails[0]?.message],
        fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
      },
    ]);
  });

  it('taken, it is a decision like any other; the finding is gone', () => {
    const mails = [report('成都市', [other, blank])];
    const given = answer(tell(mails).questions[0], '采纳');
    const state = tell(mails, { decisions: [given] });
    const row = state.registers[ROSTER.form]?.[1];

    expect(row?.decided).toEqual([
      { key: 'organizationCode', from: '', to: good['organizationCode'], decision: given.id },
    ]);
    expect(state.findings).toEqual([]);
    expect(names(state)).toEqual([other['name'], good['name']]);
  });

  it('refused, the cell stays and the finding with it', () => {
    const mails = [report('成都市', [blank])];
    const state = tell(mails, { decisions: [answer(tell(mails).questions[0], '不采纳')] });

    expect(cell(state, 'organizationCode')).toMatchObject({ value: '', decided: [] });
    expect(state.findings.map((one) => one.code)).toEqual(tell(mails).findings.map((one) => one.code));
    expect(state.questions[0]?.decided?.answer).toBe('不采纳');
  });

  it('is opened again when the cell says something else', () => {
    const mails = [report('成都市', [blank])];
    const given = answer(tell(mails).questions[0], '采纳');
    const changed = report('成都市', [{ ...blank, uscc: other['uscc'] ?? '' }], { on: '01-12', text: '更正' });

    for (const one of tell([...mails, changed], { decisions: [given] }).questions) expect(one.decided).toBeUndefined();
  });

  it('beside a value that the office sets, both stand with their decisions', () => {
    const mails = [report('成都市', [{ ...blank, [PHONE]: '028-86123456' }])];
    const given = answer(tell(mails).questions[0], '采纳');
    const set = phoneSet(mails);
    const row = tell(mails, { decisions: [set, given] }).registers[ROSTER.form]?.[0];

    expect(row?.decided.map((one) => `${one.key} ${one.decision}`)).toEqual([
      `${PHONE} ${set.id}`,
      `organizationCode ${given.id}`,
    ]);
  });

  it('of two rows is asked for each', () => {
    const state = tell([report('成都市', [blank, { ...other, organizationCode: '' }])]);

    expect(new Set(state.questions.map((one) => one.id)).size).toBe(2);
  });

  it('of a row that stands twice is asked once, and mends the one that counts', () => {
    const mails = [report('成都市', [blank, other, blank])];
    const [question, ...others] = tell(mails).questions;
    const state = tell(mails, { decisions: [answer(question, '采纳')] });

    expect(others).toEqual([]);
    expect(state.registers[ROSTER.form]?.map((row) => row.fields['organizationCode']?.value)).toEqual([
      good['organizationCode'],
      other['organizationCode'],
    ]);
  });

  it('an automatic repair is none', () => {
    expect(outcomes(tell([report('成都市', [good])]))).toEqual(['merged mail/merged']);
    expect(tell([report('成都市', [good])]).questions).toEqual([]);
  });
});
