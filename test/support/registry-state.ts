import { readFileSync } from 'node:fs';
import type { Form, FormColumn } from '../../src/forms/form.ts';
import { loadForm } from '../../src/forms/load-form.ts';
import type { CampaignFacts } from '../../src/registry/campaign.ts';
import { countAnswers } from '../../src/registry/count-answers.ts';
import type { Decision } from '../../src/registry/decision.ts';
import { type Edition, type EditionFacts, makeEdition } from '../../src/registry/publish/edition.ts';
import type { MessageOutcome, RegisterRow, RegistryState } from '../../src/registry/register.ts';
import { rowContent } from '../../src/registry/row-content.ts';
import type { ReportingUnit } from '../../src/registry/unit.ts';
import type { Field } from '../../src/rules/field.ts';
import type { Finding } from '../../src/rules/finding.ts';
import { builtInVocabulary } from '../../src/vocabularies/built-in-vocabulary.ts';
import { prefectureVocabulary } from '../../src/vocabularies/prefecture-vocabulary.ts';

/** The two forms of the notice. */
export const ROSTER = loadForm(readFileSync('templates/forms/hospital-roster.yaml', 'utf8'), 'hospital-roster.yaml');
export const LIAISON = loadForm(readFileSync('templates/forms/liaison-list.yaml', 'utf8'), 'liaison-list.yaml');

/** A column of the roster by its key. */
export function columnOf(key: string): FormColumn {
  const column = ROSTER.columns.find((one) => one.key === key);
  if (!column) throw new Error(`no column ${key}`);
  return column;
}

/** A decision about a value, as the office makes it. */
export const DECISION: Decision = {
  id: 'decision-1',
  kind: 'value',
  subject: '',
  answer: '乙等',
  reason: '证书为乙等',
  who: '王五',
  at: '2025-02-21T00:00:00.000Z',
  fingerprint: '',
  until: '',
};

function unit(order: number, code: string, name: string, short: string): ReportingUnit {
  return {
    order,
    code,
    name,
    short,
    kind: 'area',
    aliases: [],
    divisions: [code.slice(0, 4)],
    emails: [`u${code}@example.org`],
    cc: [],
    contact: '',
    phone: '',
  };
}

/** Three units; 自贡 is made to report after 成都 although its mail comes first. */
export const UNITS: readonly ReportingUnit[] = [
  unit(1, '510100', '成都市卫生健康委员会', '成都市'),
  unit(2, '510300', '自贡市卫生健康委员会', '自贡市'),
  unit(3, '513300', '甘孜州卫生健康委员会', '甘孜州'),
];

export const CAMPAIGN: CampaignFacts = {
  id: 'test-2025',
  title: '关于报送医院信息的通知',
  documentNumber: '测试〔2025〕1号',
  timeZone: 'Asia/Shanghai',
  due: {},
  severities: {},
  mailbox: '',
};

/** A valid row of 附件2; every part invented. */
export const GOOD_HOSPITAL: Readonly<Record<string, string>> = {
  prefecture: '成都市',
  name: '示例市第一人民医院',
  organizationCode: '450712347',
  uscc: '12510100450712347E',
  registrationNumber: '45071234751010411A1001',
  medicineKind: '西医',
  category: '综合医院',
  level: '三级',
  grade: '甲等',
  dataManagerName: '张三',
  dataManagerPhone: '13912345670',
  dataManagerEmail: 'zhangsan@example.org',
};

export const GOOD_LIAISON: Readonly<Record<string, string>> = {
  prefecture: '成都市',
  name: '李四',
  organization: '示例市卫生健康委员会',
  position: '科长',
  phone: '13912345671',
  email: 'lisi@example.org',
};

/** A field as the reader leaves it when nothing had to be changed. */
export function field(value: string, cell: string, more: Partial<Field> = {}): Field {
  return { value, raw: value, stored: value === '' ? 'blank' : 'text', cell, repairs: [], ...more };
}

export interface RowFacts {
  readonly form?: Form;
  readonly unit?: string;
  readonly row?: number;
  readonly message?: string;
  readonly values?: Readonly<Record<string, string>>;
  readonly fields?: Readonly<Record<string, Partial<Field>>>;
  readonly decided?: RegisterRow['decided'];
  readonly id?: string;
}

/** One row of a register, good unless told otherwise. */
export function registerRow(facts: RowFacts = {}): RegisterRow {
  const form = facts.form ?? ROSTER;
  const row = facts.row ?? 5;
  const values = { ...(form.form === LIAISON.form ? GOOD_LIAISON : GOOD_HOSPITAL), ...facts.values };
  const unitCode = facts.unit ?? '510100';
  const entries = form.columns.map((column, index) => {
    const cell = `${String.fromCharCode(65 + index)}${row}`;
    return [column.key, field(values[column.key] ?? '', cell, facts.fields?.[column.key])] as const;
  });
  const bare = {
    id: facts.id ?? `${form.form} ${unitCode} ${values['uscc'] ?? values['name']}`,
    form: form.form,
    unit: unitCode,
    fields: Object.fromEntries(entries),
    source: {
      message: facts.message ?? 'a'.repeat(64),
      eml: 'one.eml',
      path: '报送.zip!汇总表.xlsx',
      file: '汇总表.xlsx',
      sheet: 'Sheet1',
      row,
      receivedAt: '2025-02-20T02:00:00.000Z',
      submission: 's1',
    },
    copies: [],
    decided: facts.decided ?? [],
  };
  return { ...bare, content: rowContent(bare) };
}

/** A finding about a cell of a row (about the row as a whole without a key). */
export function findingAt(row: RegisterRow, key: string, more: Partial<Finding> = {}): Finding {
  const { message, eml, path, file, sheet, row: number } = row.source;
  const form = row.form === LIAISON.form ? LIAISON : ROSTER;
  const header = form.columns.find((column) => column.key === key)?.header;
  const cell = row.fields[key]?.cell;
  return {
    code: 'uscc/check-digit',
    severity: 'error',
    form: row.form,
    unit: row.unit,
    place: {
      message,
      eml,
      path,
      file,
      sheet,
      row: number,
      ...(key === '' || header === undefined || cell === undefined ? {} : { key, column: header, cell }),
    },
    seen: row.fields[key]?.raw ?? '',
    name: row.fields[form.label]?.value ?? '',
    text: `“${header ?? '本行'}”有误`,
    remedy: '请核对后改正。',
    ...more,
  };
}

export function messageOutcome(more: Partial<MessageOutcome> = {}): MessageOutcome {
  return {
    message: 'a'.repeat(64),
    eml: 'one.eml',
    messageId: '<one@example.org>',
    from: 'wjw@example.org',
    subject: '报送医院信息汇总表',
    date: '2025-02-20T01:59:00.000Z',
    receivedAt: '2025-02-20T02:00:00.000Z',
    state: 'merged',
    reason: '已汇入',
    reasonCode: 'mail/merged',
    unit: '510100',
    late: false,
    submissions: ['s1'],
    ...more,
  };
}

/** A registry state of these rows. */
export function registryState(rows: readonly RegisterRow[], more: Partial<RegistryState> = {}): RegistryState {
  return {
    messages: [messageOutcome()],
    submissions: [],
    registers: {
      [ROSTER.form]: rows.filter((row) => row.form === ROSTER.form),
      [LIAISON.form]: rows.filter((row) => row.form === LIAISON.form),
    },
    answers: Object.fromEntries(
      [ROSTER, LIAISON].map((form) => [
        form.form,
        countAnswers(
          form,
          rows.filter((row) => row.form === form.form),
        ),
      ]),
    ),
    findings: [],
    coverage: [],
    questions: [],
    unreachable: [],
    asked: [],
    ...more,
  };
}

/** A version made of a state. */
export function editionOfState(state: RegistryState, more: Partial<EditionFacts> = {}): Edition {
  const prefecture = prefectureVocabulary(UNITS);
  return makeEdition({
    version: 1,
    asOf: '2025-03-01T04:00:00.000Z',
    campaign: CAMPAIGN,
    issuer: '省卫生健康委员会办公室',
    fonts: { title: '方正小标宋简体', head: '黑体', body: '仿宋_GB2312' },
    forms: [ROSTER, LIAISON],
    units: UNITS,
    vocabulary: (id) => (id === 'prefecture' ? prefecture : builtInVocabulary(id)),
    state,
    decisions: [],
    ...more,
  });
}
