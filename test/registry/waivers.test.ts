import { describe, expect, it } from 'vitest';
import { evidenceOfWaiver } from '../../src/registry/waiver-evidence.ts';
import { answer, decision, hospital, ROSTER, reply, report, tell } from '../support/story.ts';

const CODE = 'phone/landline';
const landline = (phone: string, number = 1) => hospital('成都市', number, { dataManagerPhone: phone });
type Mails = Parameters<typeof tell>[0];

function waiverFor(mails: Mails, code = CODE, at = 0) {
  const state = tell(mails);
  const subject = `${code}@${state.registers[ROSTER.form]?.[at]?.id}`;
  return decision({ kind: 'waiver', subject, fingerprint: evidenceOfWaiver(subject, state) });
}

/** Findings of a code that still count, by what was seen. */
function open(state: ReturnType<typeof tell>, code = CODE) {
  return state.findings.filter((one) => one.code === code && !one.waived).map((one) => one.seen);
}

describe('a waiver of one row', () => {
  const first = () => report('成都市', [landline('028-86123456'), landline('028-86123457', 2)]);

  it('covers this row and no other', () => {
    const mails = [first()];
    const waiver = waiverFor(mails);

    expect(waiver.fingerprint).toMatch(/^[0-9a-f]{16}$/);
    expect(open(tell(mails, { decisions: [waiver] }))).toEqual(['028-86123457']);
  });

  it('holds while the rule sees the same, whatever else changes', () => {
    const mails = [first()];
    const again = report('成都市', [{ ...landline('028-86123456'), grade: '乙等' }, landline('13912340001', 2)], {
      on: '01-12',
    });

    expect(open(tell([...mails, again], { decisions: [waiverFor(mails)] }))).toEqual([]);
  });

  it('is opened again when the rule sees something else', () => {
    const mails = [first()];
    const again = report('成都市', [landline('028-86123458'), landline('028-86123457', 2)], { on: '01-12' });

    expect(open(tell([...mails, again], { decisions: [waiverFor(mails)] }))).toEqual(['028-86123458', '028-86123457']);
  });

  const changed = () => {
    const mails = [first()];
    const again = report('成都市', [landline('028-86123458'), landline('028-86123457', 2)], { on: '01-12' });
    return { waiver: { ...waiverFor(mails), reason: '只有固定电话' }, mails: [...mails, again] };
  };

  it('and the office is asked again', () => {
    const { waiver, mails } = changed();
    const state = tell(mails, { decisions: [waiver] });
    const finding = state.findings.find((one) => one.code === CODE);

    expect(state.questions).toEqual([
      {
        id: expect.stringMatching(/^waiver-[0-9a-f]{10}$/),
        kind: 'waiver',
        question: `“${hospital('成都市', 1)['name']}”的这个问题曾予豁免，后来内容变了：${finding?.text}（${CODE}）。是否继续豁免？目前按问题处理`,
        sides: [
          { answer: '继续豁免', label: '理由曾是：只有固定电话', source: '王工 2025-02-01 决定' },
          { answer: '不再豁免', label: '仍须改正', source: '成都市附件2.xlsx Sheet1 L5' },
        ],
        unit: '510100',
        form: ROSTER.form,
        messages: [mails[1]?.message],
        fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
      },
    ]);
  });

  it.each([
    ['继续豁免', ['028-86123457']],
    ['不再豁免', ['028-86123458', '028-86123457']],
  ])('answered %s', (text, left) => {
    const { waiver, mails } = changed();
    const given = answer(tell(mails, { decisions: [waiver] }).questions[0], text, { reason: '已核实' });
    const state = tell(mails, { decisions: [waiver, given] });

    expect(open(state)).toEqual(left);
    expect(state.findings.flatMap((one) => one.waived?.reason ?? [])).toEqual(text === '继续豁免' ? ['已核实'] : []);
  });

  it('is asked about no more once the fault is gone', () => {
    const { waiver, mails } = changed();
    const mended = report(
      '成都市',
      [1, 2].map((number) => hospital('成都市', number)),
      { on: '01-20' },
    );

    expect(tell([...mails, mended], { decisions: [waiver] }).questions).toEqual([]);
  });

  it('without evidence, as older ones are, holds', () => {
    const mails = [first()];
    const again = report('成都市', [landline('028-86123458')], { on: '01-12', text: '更正' });
    const old = { ...waiverFor(mails), fingerprint: '' };

    expect(open(tell([...mails, again], { decisions: [old] }))).toEqual(['028-86123457']);
  });

  it('may speak of a copy of the row', () => {
    const row = hospital('成都市', 3);
    const own = reply({
      from: 'h3@yiyuan.example',
      name: row['name'] ?? '',
      file: `成都市${row['name']}.xlsx`,
      rows: [{ ...row, dataManagerPhone: '13912340001' }],
      on: '01-15',
    });
    const mails = [report('成都市', [row]), own];
    const code = 'register/copy-differs';

    expect(open(tell(mails), code)).toEqual(['13912340001']);
    expect(open(tell(mails, { decisions: [waiverFor(mails, code)] }), code)).toEqual([]);
  });

  it('in a row with two faults of a code rests on both', () => {
    const row = hospital('成都市', 1, { organizationCode: '无', registrationNumber: '暂无' });
    const code = 'cell/placeholder';
    const mails = [report('成都市', [row])];
    const again = report('成都市', [{ ...row, organizationCode: '/' }], { on: '01-12', text: '更正' });

    expect(open(tell(mails), code)).toHaveLength(2);
    expect(open(tell(mails, { decisions: [waiverFor(mails, code)] }), code)).toEqual([]);
    expect(open(tell([...mails, again], { decisions: [waiverFor(mails, code)] }), code)).toHaveLength(2);
  });
});

describe('a waiver rests on nothing in particular', () => {
  it.each<[string, (id: string) => string]>([
    ['of a code everywhere', () => CODE],
    ['of a row that does not exist', () => `${CODE}@nobody`],
    ['of a fault that the row does not have', (id: string) => `email/syntax@${id}`],
  ])('%s', (_, subjectOf) => {
    const state = tell([report('成都市', [landline('028-86123456')])]);
    const id = state.registers[ROSTER.form]?.[0]?.id ?? '';

    expect(evidenceOfWaiver(subjectOf(id), state)).toBe('');
  });
});

it('a waiver keeps its last day with it', () => {
  const mails = [report('成都市', [landline('028-86123456')])];
  const waiver = { ...waiverFor(mails), until: '2025-04-01' };

  expect(tell(mails, { decisions: [waiver] }).findings.find((one) => one.code === CODE)?.waived).toEqual({
    by: '王工',
    reason: '电话核实',
    until: '2025-04-01',
  });
});

it('a waiver of a row comes before one of the code', () => {
  const mails = [report('成都市', [landline('028-86123456'), landline('028-86123457', 2)])];
  const one = { ...waiverFor(mails), reason: '只有固定电话' };
  const all = decision({ kind: 'waiver', subject: CODE, reason: '暂缓' });

  expect(
    tell(mails, { decisions: [one, all] })
      .findings.filter((finding) => finding.code === CODE)
      .map((finding) => finding.waived?.reason),
  ).toEqual(['只有固定电话', '暂缓']);
});

it('other decisions waive nothing', () => {
  const mails = [report('成都市', [landline('028-86123456')])];

  expect(open(tell(mails, { decisions: [{ ...waiverFor(mails), kind: 'revert' }] }))).toHaveLength(1);
});
