import { describe, expect, it } from 'vitest';
import type { Field } from '../../src/rules/field.ts';
import { CAMPAIGN, decision, hospital, names, ROSTER, report, table, tell, unit } from '../support/story.ts';

const good = hospital('成都市', 1);

/** `row cell code severity` of every finding. */
function flat(state: ReturnType<typeof tell>): string[] {
  return state.findings.map(({ place, code, severity }) => `${place.cell ?? ''} ${code} ${severity}`);
}

/** The credit code with its last character changed. */
function wrongCheck(uscc = ''): string {
  return uscc.slice(0, 17) + (uscc.endsWith('1') ? '2' : '1');
}

describe('findings', () => {
  it('a right row has none, and its unit is clean', () => {
    const state = tell([report('成都市', [good])]);

    expect(flat(state)).toEqual([]);
    expect(state.coverage.find((one) => one.unit === '510100' && one.form === ROSTER.form)).toMatchObject({
      state: 'clean',
      rows: 1,
    });
    expect(state.coverage.find((one) => one.unit === '510300' && one.form === ROSTER.form)).toMatchObject({
      state: 'missing',
      rows: 0,
    });
    expect(state.coverage).toHaveLength(48);
  });

  it('a blank suppresses its followers, and takes the severity of the form', () => {
    expect(flat(tell([report('成都市', [{ ...good, dataManagerPhone: '' }])]))).toEqual(['L5 cell/required block']);
  });

  it('a placeholder is told once', () => {
    expect(flat(tell([report('成都市', [{ ...good, registrationNumber: '无' }])]))).toEqual([
      'F5 cell/placeholder error',
    ]);
  });

  it('two rows with the same placeholder are no duplicates', () => {
    const rows = [1, 2].map((number) => ({ ...hospital('成都市', number), uscc: '无' }));

    expect(flat(tell([report('成都市', rows)])).filter((one) => one.includes('row/'))).toEqual([]);
    expect(names(tell([report('成都市', rows)]))).toHaveLength(2);
  });

  it('carries place, name and words', () => {
    const [finding] = tell([report('成都市', [{ ...good, dataManagerPhone: '028-86123456' }])]).findings;

    expect(finding).toMatchObject({
      code: 'phone/landline',
      unit: '510100',
      form: ROSTER.form,
      name: good['name'],
      uscc: good['uscc'],
      place: { file: '成都市附件2.xlsx', sheet: 'Sheet1', row: 5, cell: 'L5', key: 'dataManagerPhone' },
    });
    expect(finding?.text).toContain('028-86123456');
  });

  it.each([
    ['no-such-kind', 'repair/other'],
    ['full-width', 'repair/full-width'],
  ])('an automatic repair (%s) is a notice, told as %s', (kind, code) => {
    const field: Field = {
      value: good['name'] ?? '',
      raw: ` ${good['name']}`,
      stored: 'text',
      cell: 'C5',
      repairs: [{ kind, from: ` ${good['name']}`, to: good['name'] ?? '' }],
    };
    const read = table(ROSTER, [good]);
    const rows = read.rows.map((row) => ({ ...row, fields: { ...row.fields, name: field } }));

    const state = tell([report('成都市', [], { tables: [{ ...read, rows }] })]);

    expect(flat(state)).toEqual([`C5 ${code} notice`]);
  });

  it('what the reader saw is told with the rest', () => {
    const faults = [{ code: 'no/such-code', column: 'name', seen: '合并单元格', cell: 'C5', row: 5 }];

    const state = tell([report('成都市', [], { tables: [table(ROSTER, [good], { faults })] })]);

    expect(flat(state)).toEqual(['C5 reading/other warning']);
  });

  it('of a superseded table are gone', () => {
    const state = tell([
      report('成都市', [{ ...good, dataManagerPhone: '' }]),
      report('成都市', [good], { on: '01-12' }),
    ]);

    expect(flat(state)).toEqual([]);
  });
});

describe('severities', () => {
  const rows = [{ ...good, dataManagerPhone: '028-86123456' }];

  it.each([
    ['warning', ['L5 phone/landline warning']],
    ['off', []],
  ] as const)('the campaign sets %s', (severity, expected) => {
    const campaign = { ...CAMPAIGN, severities: { 'phone/landline': severity } };

    expect(flat(tell([report('成都市', rows)], { campaign }))).toEqual(expected);
  });
});

describe('waivers', () => {
  const mails = [
    report('成都市', [
      { ...good, uscc: wrongCheck(good['uscc']) },
      { ...hospital('成都市', 2), uscc: wrongCheck(hospital('成都市', 2)['uscc']) },
    ]),
  ];
  const rowId = () => tell(mails).registers[ROSTER.form]?.[0]?.id ?? '';
  const open = (decisions: Parameters<typeof tell>[1]) =>
    tell(mails, decisions).findings.filter((one) => one.code === 'uscc/check-digit' && !one.waived).length;

  it.each([
    ['nobody', 'none', '', 2],
    ['one row', 'uscc/check-digit@', '', 1],
    ['the code', 'uscc/check-digit', '', 0],
    ['until a day to come', 'uscc/check-digit', '2025-03-10', 0],
    ['until a day gone by', 'uscc/check-digit', '2025-03-09', 2],
  ])('for %s', (_, subject, until, left) => {
    const whole = subject.endsWith('@') ? subject + rowId() : subject;

    expect(open({ decisions: [decision({ kind: 'waiver', subject: whole, until })] })).toBe(left);
  });

  it('stay on record with who and why, and no longer count', () => {
    const state = tell(mails, { decisions: [decision({ kind: 'waiver', subject: 'uscc/check-digit' })] });

    expect(state.findings.find((one) => one.code === 'uscc/check-digit')?.waived).toEqual({
      by: '王工',
      reason: '电话核实',
    });
    expect(state.coverage.find((one) => one.unit === '510100' && one.form === ROSTER.form)?.errors).toBe(0);
  });
});

describe('values that the office decides', () => {
  it('stand in the register with what was read, and close the finding', () => {
    const mails = [report('成都市', [{ ...good, dataManagerPhone: '028-86123456' }])];
    const id = tell(mails).registers[ROSTER.form]?.[0]?.id ?? '';

    const state = tell(mails, {
      decisions: [decision({ kind: 'value', subject: `${id}#dataManagerPhone`, answer: '13912340001' })],
    });
    const row = state.registers[ROSTER.form]?.[0];

    expect(row?.fields['dataManagerPhone']).toMatchObject({ value: '13912340001', raw: '028-86123456' });
    expect(row?.decided).toMatchObject([{ key: 'dataManagerPhone', from: '028-86123456', to: '13912340001' }]);
    expect(flat(state)).toEqual([]);
  });

  it('a proved proposal becomes a question; accepted, it stands', () => {
    const mails = [report('成都市', [{ ...good, organizationCode: '' }])];
    const question = tell(mails).questions[0];
    expect(question?.kind).toBe('proposal');

    const state = tell(mails, {
      decisions: [
        decision({
          kind: 'answer',
          subject: question?.id ?? '',
          answer: '采纳',
          fingerprint: question?.fingerprint ?? '',
        }),
      ],
    });

    expect(state.registers[ROSTER.form]?.[0]?.fields['organizationCode']?.value).toBe(good['organizationCode']);
    expect(flat(state)).toEqual([]);
    expect(state.questions[0]?.decided?.answer).toBe('采纳');
  });
});

describe('the same hospital', () => {
  it('twice in a table: one row stands, the second is told', () => {
    const state = tell([report('成都市', [good, hospital('成都市', 2), good])]);

    expect(names(state)).toHaveLength(2);
    expect(flat(state).filter((one) => one.includes('row/duplicate'))).toHaveLength(1);
    expect(state.registers[ROSTER.form]?.[0]?.copies).toHaveLength(1);
  });

  it('twice in a table with different values: the first row stands until a person chooses', () => {
    const mails = [report('成都市', [good, { ...good, dataManagerPhone: '13912340001' }])];
    const phone = (state: ReturnType<typeof tell>) =>
      state.registers[ROSTER.form]?.map((row) => row.fields['dataManagerPhone']?.value);
    const question = tell(mails).questions.find((one) => one.kind === 'conflict');
    const answer = question?.sides[1]?.answer ?? '';

    const state = tell(mails, {
      decisions: [
        decision({ kind: 'answer', subject: question?.id ?? '', answer, fingerprint: question?.fingerprint ?? '' }),
      ],
    });

    expect(phone(tell(mails))).toEqual([good['dataManagerPhone']]);
    expect(phone(state)).toEqual(['13912340001']);
    expect(answer).toContain('第6行');
  });

  it('from two units: stands where its division lies, both are pointed out, a person may choose', () => {
    const mails = [report('德阳市', [hospital('德阳市', 1), good]), report('成都市', [good])];
    const state = tell(mails);

    expect(state.registers[ROSTER.form]?.map((row) => row.unit)).toEqual(['510100', '510600']);
    expect(state.findings.filter((one) => one.code === 'province/duplicate').map((one) => one.unit)).toEqual([
      '510100',
      '510600',
    ]);
    const question = state.questions.find((one) => one.kind === 'duplicate');
    expect(question?.sides.map((side) => side.answer)).toEqual(['成都市', '德阳市']);

    const chosen = tell(mails, {
      decisions: [
        decision({
          kind: 'answer',
          subject: question?.id ?? '',
          answer: '德阳市',
          fingerprint: question?.fingerprint ?? '',
        }),
      ],
    });
    expect(chosen.registers[ROSTER.form]?.map((row) => row.unit)).toEqual(['510600', '510600']);
  });

  it('a campus with its own licence is another row', () => {
    const campus = {
      ...good,
      name: `${good['name']}天府院区`,
      registrationNumber: hospital('成都市', 9)['registrationNumber'] ?? '',
    };

    expect(names(tell([report('成都市', [good, campus])]))).toHaveLength(2);
  });
});

describe('order and ids', () => {
  it('the register follows the official order of units', () => {
    const state = tell([report('自贡市', [hospital('自贡市', 1)]), report('成都市', [good])]);

    expect(state.registers[ROSTER.form]?.map((row) => row.unit)).toEqual([unit('成都市').code, unit('自贡市').code]);
  });

  it('a row keeps its id when its code is corrected', () => {
    const first = tell([report('成都市', [{ ...good, uscc: wrongCheck(good['uscc']) }, hospital('成都市', 2)])]);
    const second = tell([
      report('成都市', [{ ...good, uscc: wrongCheck(good['uscc']) }, hospital('成都市', 2)]),
      report('成都市', [good, hospital('成都市', 2)], { on: '01-12' }),
    ]);

    expect(second.registers[ROSTER.form]?.map((row) => row.id)).toEqual(
      first.registers[ROSTER.form]?.map((row) => row.id),
    );
  });
});

it('a corrected row between the others leaves no gap in the numbers', () => {
  const three = [1, 2, 3].map((number) => hospital('成都市', number));
  const correction = report('成都市', [{ ...hospital('成都市', 2), dataManagerPhone: '13912340001' }], {
    on: '01-12',
    text: '更正手机号码',
  });

  expect(flat(tell([report('成都市', three), correction]))).toEqual([]);
});
