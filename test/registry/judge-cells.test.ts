import { describe, expect, it } from 'vitest';
import type { Field } from '../../src/rules/field.ts';
import type { ReadTable } from '../../src/sheet/table.ts';
import {
  CAMPAIGN,
  file,
  hospital,
  LIAISON,
  liaison,
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
type Form = typeof ROSTER;

/** `cell code severity` of every finding. */
function told(rows: readonly Row[], more: Parameters<typeof tell>[1] = {}, changes: Partial<ReadTable> = {}) {
  return tell([report('成都市', [], { tables: [table(ROSTER, rows, changes)] })], more).findings.map(
    ({ place, code, severity }) => `${place.cell ?? ''} ${code} ${severity}`,
  );
}

/** The roster with other rules for one column. */
function formWith(key: string, rules: Form['columns'][number]['rules'], more: Partial<Form> = {}): Form {
  return {
    ...ROSTER,
    ...more,
    columns: ROSTER.columns.map((column) => (column.key === key ? { ...column, rules } : column)),
  };
}

const only = (key: string, rules: Form['columns'][number]['rules']): Form => ({
  ...formWith(key, rules, { rules: [] }),
  columns: formWith(key, rules).columns.map((column) => (column.key === key ? column : { ...column, rules: [] })),
});

describe('a form says what is checked', () => {
  const landline = { ...good, dataManagerPhone: '028-86123456' };

  it('nothing where it has no rules', () => {
    expect(told([landline], { forms: [only('dataManagerPhone', [])] })).toEqual([]);
  });

  it('a rule by its name', () => {
    expect(told([landline], { forms: [only('dataManagerPhone', ['phone/landline'])] })).toEqual([
      'L5 phone/landline block',
    ]);
  });

  it('a rule with a severity of its own; the campaign’s comes before it', () => {
    const forms = [only('dataManagerPhone', [{ rule: 'phone/landline', with: {}, severity: 'warning' }])];

    expect(told([landline], { forms })).toEqual(['L5 phone/landline warning']);
    expect(told([landline], { forms, campaign: { ...CAMPAIGN, severities: { 'phone/landline': 'notice' } } })).toEqual([
      'L5 phone/landline notice',
    ]);
    expect(told([landline], { forms, campaign: { ...CAMPAIGN, severities: { 'phone/landline': 'off' } } })).toEqual([]);
  });

  it('a rule that does not exist, or that is of rows, is none of a cell', () => {
    expect(told([landline], { forms: [only('dataManagerPhone', ['no/such-rule', 'row/duplicate'])] })).toEqual([]);
  });

  it('a rule of cells or of nobody is none of a sheet', () => {
    const forms = [{ ...only('dataManagerPhone', []), rules: ['phone/landline', 'no/such-rule'] }];

    expect(told([landline, landline], { forms })).toEqual([]);
  });

  it('rules with parameters and without are each judged by their own', () => {
    const forms = [only('name', [{ rule: 'cell/max-length', with: { most: 3 } }, 'cell/required'] as never)];

    expect(told([{ ...good, name: '' }], { forms })).toEqual(['C5 cell/required error']);
  });
});

describe('what a cell without an answer does', () => {
  it('a placeholder hides the cell from rules of rows and sheets', () => {
    const rows = [1, 2].map((number) => hospital('成都市', number, { dataManagerPhone: '无', dataManagerEmail: '无' }));

    expect(told(rows).filter((one) => one.includes('shared'))).toEqual([]);
    expect(told(rows).filter((one) => one.includes('placeholder'))).toHaveLength(4);
  });

  it('a column that the table does not have is blank', () => {
    const read = table(ROSTER, [good]);
    const rows = read.rows.map((row) => {
      const { dataManagerPhone: _, ...fields } = row.fields;
      return { ...row, fields };
    });

    expect(told([], {}, { rows })).toEqual([' cell/required block']);
    expect(names(tell([report('成都市', [], { tables: [table(ROSTER, [], { rows })] })]))).toHaveLength(1);
  });
});

describe('where a fault is', () => {
  it('names file, path, sheet, row, cell, column, name and code', () => {
    const mail = report('成都市', [{ ...good, dataManagerPhone: '028-86123456' }], { file: '包.zip!成都市附件2.xlsx' });
    const [finding] = tell([mail]).findings;

    expect(finding).toMatchObject({ name: good['name'], uscc: good['uscc'], form: ROSTER.form, unit: '510100' });
    expect(finding?.place).toEqual({
      message: mail.message,
      eml: mail.eml,
      file: '成都市附件2.xlsx',
      path: '包.zip!成都市附件2.xlsx',
      sheet: 'Sheet1',
      row: 5,
      cell: 'L5',
      column: '医疗机构数据管理员手机号码',
      key: 'dataManagerPhone',
    });
  });

  it('a row without a code has no code, one without a name its number', () => {
    const [finding] = tell([
      report('成都市', [
        { ...good, uscc: '', organizationCode: '', registrationNumber: '', name: '', dataManagerPhone: '028-86123456' },
      ]),
    ]).findings;

    expect(finding).not.toHaveProperty('uscc');
    expect(finding?.name).toBe('第5行');
  });

  it('a person has no code', () => {
    const mail = report('成都市', [], {
      tables: [table(LIAISON, [liaison('成都市', { email: '' })])],
      file: '成都市附件3.xlsx',
    });
    const [finding] = tell([mail]).findings;

    expect(finding).toMatchObject({ name: '何文静', form: LIAISON.form });
    expect(finding).not.toHaveProperty('uscc');
  });

  it('a loose file has no name of a mail', () => {
    const mail = reply({
      rows: [{ ...good, dataManagerPhone: '028-86123456' }],
      file: '成都市附件2.xlsx',
      more: { source: 'file', eml: '' },
    });

    expect(tell([mail]).findings[0]?.place).not.toHaveProperty('eml');
  });

  it('two rows of one fault name one another', () => {
    const shared = { dataManagerPhone: '13912340001' };
    const found = tell([
      report('成都市', [
        { ...good, ...shared },
        { ...other, ...shared },
      ]),
    ]).findings.filter((one) => one.code === 'phone/shared');

    expect(found.map((one) => one.related?.map((place) => place.cell))).toEqual([['L6'], ['L5']]);
  });

  it('at most twenty others are named', () => {
    const rows = Array.from({ length: 23 }, (_, at) =>
      hospital('成都市', at + 1, { dataManagerPhone: '13912340001', dataManagerName: `人${at}` }),
    );
    const found = tell([report('成都市', rows)]).findings.find((one) => one.code === 'phone/shared');

    expect(found?.related).toHaveLength(20);
  });
});

describe('rows of several sheets', () => {
  const twice = (...tables: ReadTable[]) => [file('成都市附件2.xlsx', tables)];
  const texts = (mail: Parameters<typeof reply>[0]) =>
    tell([reply({ from: mailbox('成都市'), ...mail })])
      .findings.filter((one) => one.code === 'row/duplicate')
      .map((one) => one.text);

  it('are called by their sheet where there is one table, by file and sheet where there are several', () => {
    expect(texts({ files: twice(table(ROSTER, [good, good])) })[0]).not.toContain('成都市附件2.xlsx');
    expect(texts({ files: twice(table(ROSTER, [good]), table(ROSTER, [good], { sheet: '乙' })) })[0]).toContain(
      '成都市附件2.xlsx',
    );
  });

  it('and by number where file and sheet are alike', () => {
    const files = [
      file('成都市附件2.xlsx', [table(ROSTER, [good])]),
      { ...file('b.zip!成都市附件2.xlsx', [table(ROSTER, [good])]), name: '成都市附件2.xlsx' },
    ];

    expect(texts({ files })[0]).toMatch(/成都市附件2\.xlsx Sheet1(?:（2）)?/);
    expect(tell([reply({ from: mailbox('成都市'), files })]).registers[ROSTER.form]).toHaveLength(1);
  });
});

describe('what the reader saw', () => {
  const fault = { code: 'no/such-code', column: 'name', seen: '合并', cell: 'C6', row: 6 };

  it('is told at the row it belongs to, with its name', () => {
    const mail = report('成都市', [], { tables: [table(ROSTER, [good, other], { faults: [fault] })] });

    expect(tell([mail]).findings).toMatchObject([
      {
        code: 'reading/other',
        name: other['name'],
        uscc: other['uscc'],
        seen: '合并',
        form: ROSTER.form,
        unit: '510100',
        place: {
          message: mail.message,
          eml: mail.eml,
          file: '成都市附件2.xlsx',
          path: '成都市附件2.xlsx',
          sheet: 'Sheet1',
          row: 6,
          cell: 'C6',
          column: '医疗机构名称',
          key: 'name',
        },
      },
    ]);
  });

  it('about the sheet as a whole has neither row nor column', () => {
    const mail = report('成都市', [], {
      tables: [table(ROSTER, [good], { faults: [{ code: 'no/such-code', column: '', seen: '' }] })],
    });
    const [finding] = tell([mail]).findings;

    expect(finding).not.toHaveProperty('name');
    expect(Object.keys(finding?.place ?? {}).sort()).toEqual(['eml', 'file', 'message', 'path', 'sheet']);
  });

  it('of a row that does not count is told without a name', () => {
    expect(told([good], {}, { faults: [{ ...fault, row: 99, cell: 'C99' }] })).toEqual(['C99 reading/other warning']);
  });

  it('the campaign may silence it', () => {
    expect(
      told([good], { campaign: { ...CAMPAIGN, severities: { 'no/such-code': 'off' } } }, { faults: [fault] }),
    ).toEqual([]);
    expect(
      told([good], { campaign: { ...CAMPAIGN, severities: { 'no/such-code': 'error' } } }, { faults: [fault] }),
    ).toEqual(['C6 reading/other error']);
  });

  it('is gone with a table of which no row counts any more', () => {
    const first = report('成都市', [], { tables: [table(ROSTER, [good], { faults: [fault] })] });

    expect(tell([first, report('成都市', [{ ...good, grade: '乙等' }], { on: '01-12' })]).findings).toEqual([]);
  });
});

describe('what was mended while reading', () => {
  const mended = (kind: string): Partial<ReadTable> => {
    const value = good['name'] ?? '';
    const name: Field = {
      value,
      raw: `${value} `,
      stored: 'text',
      cell: 'C5',
      repairs: [{ kind, from: `${value} `, to: value }],
    };
    return { rows: table(ROSTER, [good]).rows.map((row) => ({ ...row, fields: { ...row.fields, name } })) };
  };

  it('is a notice with what stood there and what stands there now', () => {
    const mail = report('成都市', [], { tables: [table(ROSTER, [], mended('no-such-kind'))] });

    expect(tell([mail]).findings).toMatchObject([
      {
        code: 'repair/other',
        severity: 'notice',
        seen: `${good['name']} `,
        expected: good['name'],
        fix: good['name'],
        applied: true,
      },
    ]);
    expect(tell([mail]).questions).toEqual([]);
  });

  it('the campaign may silence it', () => {
    expect(
      told([], { campaign: { ...CAMPAIGN, severities: { 'repair/other': 'off' } } }, mended('no-such-kind')),
    ).toEqual([]);
    expect(
      told([], { campaign: { ...CAMPAIGN, severities: { 'repair/other': 'warning' } } }, mended('no-such-kind')),
    ).toEqual(['C5 repair/other warning']);
  });
});
