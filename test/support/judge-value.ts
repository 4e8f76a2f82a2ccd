import { readFileSync } from 'node:fs';
import type { Form } from '../../src/forms/form.ts';
import { loadForm } from '../../src/forms/load-form.ts';
import { findRule } from '../../src/rules/catalogue.ts';
import type { Field, Fields } from '../../src/rules/field.ts';
import type { Fault, JudgedRow, Parameters, RowsFault, UnitFacts } from '../../src/rules/rule.ts';
import { builtInVocabulary } from '../../src/vocabularies/built-in-vocabulary.ts';
import { prefectureVocabulary } from '../../src/vocabularies/prefecture-vocabulary.ts';
import { SICHUAN_UNITS } from '../../src/vocabularies/sichuan-units.ts';
import type { Vocabulary } from '../../src/vocabularies/vocabulary.ts';

export const ROSTER = loadForm(readFileSync('templates/forms/hospital-roster.yaml', 'utf8'), 'hospital-roster.yaml');
export const LIAISON = loadForm(readFileSync('templates/forms/liaison-list.yaml', 'utf8'), 'liaison-list.yaml');

/** A row of 附件2 in which everything is right; every part invented. */
export const GOOD_ROW: Readonly<Record<string, string>> = {
  sequence: '1',
  prefecture: '成都市',
  name: '成都市霁溪人民医院',
  organizationCode: '450712347',
  uscc: '12510100450712347E',
  registrationNumber: '45071234751010411A1001',
  medicineKind: '西医',
  category: '综合医院',
  level: '三级',
  grade: '甲等',
  dataManagerName: '罗知遥',
  dataManagerPhone: '13958204716',
  dataManagerEmail: 'luozhiyao@163.com',
};

/** A number of nobody: the region does not exist. The check character is right. */
export const NOBODYS_ID = '519900199003078216';

/** A rule as a form uses it. */
export interface Use {
  readonly code: string;
  readonly parameters: Parameters;
}

type RuleUse = Form['rules'][number];

export function useOf(use: RuleUse): Use {
  return typeof use === 'string' ? { code: use, parameters: {} } : { code: use.rule, parameters: use.with };
}

const PREFECTURE = prefectureVocabulary(SICHUAN_UNITS);

/** The vocabulary that a column of a form names, for the units of 四川. */
export function vocabularyOf(id: string | undefined): Vocabulary | undefined {
  return id === 'prefecture' ? PREFECTURE : builtInVocabulary(id ?? '');
}

/** A reporting unit of 四川 by its short name. */
export function unitNamed(short: string): UnitFacts {
  const unit = SICHUAN_UNITS.find((one) => one.short === short);
  if (!unit) throw new Error(`no unit ${short}`);
  return unit;
}

/** A field as the reader leaves it when nothing had to be changed. */
export function fieldOf(value: string, raw = value): Field {
  return { value, raw, stored: raw === '' ? 'blank' : 'text', cell: '', repairs: [] };
}

export function fieldsOf(values: Readonly<Record<string, string>>): Fields {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, fieldOf(value)]));
}

export interface Around {
  /** Other columns of the row; only what is named here is there. */
  readonly row?: Readonly<Record<string, string>>;
  readonly unit?: string;
  readonly raw?: string;
  readonly form?: Form;
}

/** What the rules of one column say to a value, by code: all rules that the form attaches, with its parameters. */
export function judgeValue(key: string, value: string, around: Around = {}): ReadonlyMap<string, Fault> {
  const form = around.form ?? ROSTER;
  const column = form.columns.find((one) => one.key === key);
  if (!column) throw new Error(`no column ${key}`);
  const found = new Map<string, Fault>();
  for (const use of column.rules.map(useOf))
    for (const fault of checkCell(use, key, value, around)) found.set(use.code, fault);
  return found;
}

/** What one cell rule says to a value. */
export function checkCell(use: Use, key: string, value: string, around: Around = {}): readonly Fault[] {
  const rule = findRule(use.code);
  if (rule?.scope !== 'cell') throw new Error(`${use.code} is no rule of cells`);
  if (value === '' && rule.judgesBlank !== true) return [];
  const column = (around.form ?? ROSTER).columns.find((one) => one.key === key);
  const field = fieldOf(value, around.raw);
  const vocabulary = vocabularyOf(column?.vocabulary);
  return rule.check({
    column: key,
    header: column?.header ?? '列',
    field,
    fields: { ...fieldsOf(around.row ?? {}), [key]: field },
    parameters: use.parameters,
    ...(vocabulary ? { vocabulary } : {}),
    ...(around.unit === undefined ? {} : { unit: unitNamed(around.unit) }),
  });
}

/** What the row rules of 附件2 say to the good row with these changes, by code. */
export function judgeRowOf(changes: Readonly<Record<string, string>>, form: Form = ROSTER): ReadonlyMap<string, Fault> {
  const fields = fieldsOf(form === ROSTER ? { ...GOOD_ROW, ...changes } : changes);
  const vocabularies: Record<string, Vocabulary> = {};
  for (const column of form.columns) {
    const vocabulary = vocabularyOf(column.vocabulary);
    if (vocabulary) vocabularies[column.key] = vocabulary;
  }
  const found = new Map<string, Fault>();
  for (const { code, parameters } of form.rules.map(useOf)) {
    const rule = findRule(code);
    if (rule?.scope !== 'row') continue;
    for (const fault of rule.check({ fields, parameters, vocabularies })) found.set(code, fault);
  }
  return found;
}

/** A row among others: the good row with these changes; `unit` is a short name. */
export function rowAmong(
  changes: Readonly<Record<string, string>>,
  place: { row?: number; sheet?: string; unit?: string } = {},
): JudgedRow {
  const { row = 5, sheet = 'Sheet1', unit = '成都市' } = place;
  return { fields: fieldsOf({ ...GOOD_ROW, ...changes }), unit: unitNamed(unit), row, sheet };
}

/** What the rules over many rows say, as [code, fault]; `scope` picks those of a table or of the province. */
export function judgeRowsOf(
  rows: readonly JudgedRow[],
  scope: 'sheet' | 'province',
  form: Form = ROSTER,
): readonly (readonly [code: string, fault: RowsFault])[] {
  return form.rules.map(useOf).flatMap(({ code, parameters }) => {
    const rule = findRule(code);
    if (rule?.scope !== scope || (rule.scope !== 'sheet' && rule.scope !== 'province')) return [];
    return rule.check({ rows, parameters }).map((fault) => [code, fault] as const);
  });
}
