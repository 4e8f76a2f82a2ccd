import { readFileSync } from 'node:fs';
import { vocabularyFinder } from '../../src/flows/vocabulary-finder.ts';
import type { Form } from '../../src/forms/form.ts';
import { loadForm } from '../../src/forms/load-form.ts';
import type { CampaignFacts } from '../../src/registry/campaign.ts';
import type { Decision } from '../../src/registry/decision.ts';
import { deriveState, type StateInput } from '../../src/registry/derive-state.ts';
import type { FileReading, MessageReading } from '../../src/registry/reading.ts';
import type { Question, RegistryState } from '../../src/registry/register.ts';
import type { SentMail } from '../../src/registry/sent.ts';
import type { ReportingUnit } from '../../src/registry/unit.ts';
import type { Field, Fields } from '../../src/rules/field.ts';
import type { ReadTable } from '../../src/sheet/table.ts';
import { columnLetters } from '../../src/text/column-letters.ts';
import { divisionsUnder } from '../../src/vocabularies/divisions.ts';
import { SICHUAN_UNITS } from '../../src/vocabularies/sichuan-units.ts';
import { makeMobile, makeOrganizationCode, makeRegistrationNumber, makeUscc, seededRandom } from './codes.ts';

export const ROSTER = loadForm(readFileSync('templates/forms/hospital-roster.yaml', 'utf8'), 'hospital-roster.yaml');
export const LIAISON = loadForm(readFileSync('templates/forms/liaison-list.yaml', 'utf8'), 'liaison-list.yaml');

export const CAMPAIGN: CampaignFacts = {
  id: 'story',
  title: '关于报送医院信息的通知',
  documentNumber: '川卫办医政便函〔2025〕2号',
  timeZone: 'Asia/Shanghai',
  due: {},
  severities: {},
  mailbox: 'box@example.com',
};

/** The 24 units; each has the mailbox `<code>@wjw.example.cn` unless told otherwise. */
export const UNITS: readonly ReportingUnit[] = SICHUAN_UNITS.map((unit) => ({
  ...unit,
  emails: [mailbox(unit.short)],
  cc: [],
  contact: '',
  phone: '',
}));

/** A unit by its short name. */
export function unit(short: string): ReportingUnit {
  const found = UNITS.find((one) => one.short === short);
  if (!found) throw new Error(`no unit ${short}`);
  return found;
}

/** The address of a unit in the address book of the story. */
export function mailbox(short: string): string {
  const found = SICHUAN_UNITS.find((one) => one.short === short);
  return found ? `${found.code.toLowerCase()}@wjw.example.cn` : `${short}@example.com`;
}

export type Row = Readonly<Record<string, string>>;

/** An invented hospital, right in every column; the same number gives the same hospital. */
export function hospital(city: string, number: number, changes: Row = {}): Row {
  const division = SICHUAN_UNITS.find((one) => one.short === city)?.divisions[0]?.padEnd(4, '0') ?? '5101';
  const county =
    divisionsUnder(division).find(({ name }) => /[区县]$/.test(name) && name !== '市辖区')?.code ?? '510104';
  const random = seededRandom(number * 7919 + Number(division));
  const organizationCode = makeOrganizationCode(random);
  const prefecture = { 阿坝州: '阿坝藏族羌族自治州', 甘孜州: '甘孜藏族自治州', 凉山州: '凉山彝族自治州' }[city] ?? city;
  return {
    prefecture,
    name: `${prefecture}${WORDS[number % 10]}${WORDS[Math.floor(number / 10) % 10]}${WORDS[Math.floor(number / 100) % 10]}医院`,
    organizationCode,
    uscc: makeUscc(random, { organizationCode, division: `${division}00` }),
    registrationNumber: makeRegistrationNumber({ organizationCode, division: county, category: 'A100' }),
    medicineKind: '西医',
    category: '综合医院',
    level: '二级',
    grade: '甲等',
    dataManagerName: `${FAMILIES[number % 10]}${WORDS[(number * 3) % 10]}`,
    dataManagerPhone: makeMobile(random),
    dataManagerEmail: `dm${division}${number}@yiyuan-mail.cn`,
    ...changes,
  };
}

const WORDS = '康宁和安仁济惠泽同春'.split('');
const FAMILIES = '赵钱孙李周吴郑王冯陈'.split('');

/** An invented person in charge. */
export function liaison(city: string, changes: Row = {}): Row {
  return {
    prefecture: city,
    name: '何文静',
    organization: `${city}卫生健康委员会`,
    position: '医政科科长',
    phone: '13981234567',
    email: 'hewenjing@wjw.example.cn',
    ...changes,
  };
}

/** A table as the reader hands it over: one row a line, from row 5 on. */
export function table(form: Form, rows: readonly Row[], changes: Partial<ReadTable> = {}): ReadTable {
  return {
    form: form.form,
    sheet: 'Sheet1',
    sheetState: 'visible',
    header: { top: 4, bottom: 4 },
    transposed: false,
    columns: form.columns.map(({ key, header }, at) => ({ key, header, column: at + 1, by: 'header' })),
    missing: [],
    extra: [],
    rows: rows.map((row, at) => ({ row: at + 5, hidden: false, fields: fieldsOf(form, row, at + 5) })),
    skipped: [],
    faults: [],
    surroundings: [],
    ...changes,
  };
}

/** The table as one that lacks these columns is handed over. */
export function without(whole: ReadTable, ...keys: string[]): ReadTable {
  const rows = whole.rows.map((row) => ({
    ...row,
    fields: Object.fromEntries(Object.entries(row.fields).filter(([key]) => !keys.includes(key))),
  }));
  return { ...whole, rows, columns: whole.columns.filter(({ key }) => !keys.includes(key)) };
}

function fieldsOf(form: Form, row: Row, number: number): Fields {
  return Object.fromEntries(
    form.columns.map(({ key }, at): [string, Field] => {
      const value = key === form.sequenceColumn ? String(number - 4) : (row[key] ?? '');
      const cell = `${columnLetters(at + 1)}${number}`;
      return [key, { value, raw: value, stored: value === '' ? 'blank' : 'text', cell, repairs: [] }];
    }),
  );
}

export interface Mail {
  readonly from?: string;
  readonly name?: string;
  readonly subject?: string;
  readonly text?: string;
  /** Day of 2025 on which it came, MM-DD. */
  readonly on?: string;
  readonly file?: string;
  readonly rows?: readonly Row[];
  readonly liaison?: readonly Row[];
  readonly tables?: readonly ReadTable[];
  readonly references?: readonly string[];
  readonly more?: Partial<MessageReading>;
  readonly token?: FileReading['tokens'][number];
  readonly files?: readonly FileReading[];
}

let count = 0;

/** A mail, read. Everything that is not said is empty; each mail is another message. */
export function reply(mail: Mail): MessageReading {
  count += 1;
  const number = count;
  const tables = [
    ...(mail.tables ?? []),
    ...(mail.rows ? [table(ROSTER, mail.rows)] : []),
    ...(mail.liaison ? [table(LIAISON, mail.liaison, { sheet: '附件3' })] : []),
  ];
  const name = mail.file ?? '附件2.xlsx';
  return {
    message: number.toString(16).padStart(12, '0').padEnd(64, 'a'),
    eml: `${number}.eml`,
    source: 'mail',
    receivedAt: `2025-${mail.on ?? '01-10'}T02:00:00.000Z`,
    sequence: number,
    messageId: `m${number}@example.com`,
    from: { address: mail.from ?? '', name: mail.name ?? '' },
    replyTo: [],
    subject: mail.subject ?? '',
    date: '',
    references: mail.references ?? [],
    text: mail.text ?? '',
    kind: 'ordinary',
    kindReason: '',
    bounced: { addresses: [], messageIds: [] },
    authentication: { spf: '', dkim: '', dmarc: '' },
    links: [],
    files: [...(tables.length === 0 ? [] : [file(name, tables, mail.token)]), ...(mail.files ?? [])],
    ...mail.more,
  };
}

/** A workbook of a mail, read. */
export function file(name: string, tables: readonly ReadTable[], token?: FileReading['tokens'][number]): FileReading {
  return {
    path: name,
    name: name.split('!').at(-1) ?? name,
    kind: 'zip-spreadsheet',
    sha256: `${JSON.stringify(tables.map((one) => one.rows)).length}-${name}-${count}`,
    size: 10_000,
    fate: tables.length > 0 ? 'read' : 'no-table',
    format: 'xlsx',
    tables,
    tokens: token ? [token] : [],
  };
}

/** A file that could not be read. */
export function refused(name: string, kind: string, code: string, size = 100_000): FileReading {
  const refusal = { code, text: '读不了', ask: '请重新发送' };
  return { path: name, name, kind, sha256: name, size, fate: 'refused', refusal, tables: [], tokens: [] };
}

/** A mail of a unit's own mailbox with its own name on the file: surely attributed. */
export function report(short: string, rows: readonly Row[], mail: Mail = {}): MessageReading {
  return reply({ from: mailbox(short), file: `${short}附件2.xlsx`, rows, ...mail });
}

/** The state after these mails. */
export function tell(
  readings: readonly MessageReading[],
  more: Partial<Pick<StateInput, 'decisions' | 'sent' | 'units' | 'campaign' | 'now' | 'forms' | 'recall'>> = {},
): RegistryState {
  const units = more.units ?? UNITS;
  return deriveState({
    campaign: CAMPAIGN,
    forms: [ROSTER, LIAISON],
    vocabulary: vocabularyFinder(units),
    readings,
    decisions: [],
    sent: [],
    now: '2025-03-10T00:00:00.000Z',
    ...more,
    units,
  });
}

let decisions = 0;

/** A decision of the office. */
export function decision(part: Partial<Decision> & Pick<Decision, 'kind' | 'subject'>): Decision {
  decisions += 1;
  return {
    id: `d${decisions}`,
    answer: '',
    reason: '电话核实',
    who: '王工',
    at: '2025-02-01T00:00:00.000Z',
    fingerprint: '',
    until: '',
    ...part,
  };
}

/** What the office answers to a question. */
export function answer(question: Question | undefined, text: string, more: Partial<Decision> = {}): Decision {
  if (!question) throw new Error(`nobody asks for ${text}`);
  const { id: subject, fingerprint } = question;
  return decision({ kind: 'answer', subject, answer: text, fingerprint, ...more });
}

/** A request that was sent to a unit. */
export function request(short: string, messageId: string): SentMail {
  return { messageId, unit: unit(short).code, kind: 'request', to: mailbox(short), sentAt: '2025-01-03T00:00:00.000Z' };
}

/** `MESSAGE-STATE reasonCode` of each message, in the order of receipt. */
export function outcomes(state: RegistryState): string[] {
  return state.messages.map((message) => `${message.state} ${message.reasonCode}`);
}

/** Names in the register of 附件2. */
export function names(state: RegistryState): string[] {
  return (state.registers[ROSTER.form] ?? []).map((row) => row.fields['name']?.value ?? '');
}
