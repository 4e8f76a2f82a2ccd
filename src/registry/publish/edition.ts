import type { Form, FormColumn } from '../../forms/form.ts';
import type { Field } from '../../rules/field.ts';
import type { Finding } from '../../rules/finding.ts';
import { groupBy } from '../../text/group-by.ts';
import type { Vocabulary } from '../../vocabularies/vocabulary.ts';
import type { CampaignFacts } from '../campaign.ts';
import type { Decision } from '../decision.ts';
import { findUnit } from '../look-ups.ts';
import { makeAfresh, type Recall } from '../recall.ts';
import type { Coverage, MessageOutcome, RegisterRow, RegistryState } from '../register.ts';
import type { ReportingUnit } from '../unit.ts';
import { orderRows } from './order-rows.ts';
import { rowKey, rowKeyOfFinding } from './row-key.ts';
import { rowsByUnit } from './rows-by-unit.ts';
import { type ShownValue, showValue } from './show-value.ts';

/** `asOf` of an edition that rests on no mail and no decision yet. */
export const NOTHING_YET = '2025-01-01T00:00:00.000Z';

/** What one published version is made of. Never the clock: `asOf` is the newest thing the state rests on. */
export interface EditionFacts {
  readonly version: number;
  /** ISO instant. */
  readonly asOf: string;
  readonly campaign: CampaignFacts;
  /** Who publishes, as it stands after 填报单位; '' when unknown. */
  readonly issuer: string;
  readonly fonts: { readonly title: string; readonly head: string; readonly body: string };
  readonly forms: readonly Form[];
  readonly units: readonly ReportingUnit[];
  readonly vocabulary: (id: string, form: Form) => Vocabulary | undefined;
  readonly state: RegistryState;
  readonly decisions: readonly Decision[];
  /** What earlier versions kept; nothing unless given. */
  readonly recall?: Recall;
}

/** One published version with its look-ups, shared by everything that draws or explains it. */
export interface Edition extends EditionFacts {
  /** Rows of a form in the official order of units; within a unit as the register has them. */
  rowsOf(form: Form): readonly RegisterRow[];
  rowsOfUnit(form: Form, unit: string): readonly RegisterRow[];
  /** Findings of one row, waived ones included. */
  findingsOf(row: RegisterRow): readonly Finding[];
  /** Findings about a form of a unit, those about no row included. */
  findingsOfUnit(form: Form, unit: string): readonly Finding[];
  coverageOf(form: Form, unit: string): Coverage | undefined;
  messageOf(sha256: string): MessageOutcome | undefined;
  unitOf(code: string): ReportingUnit | undefined;
  decisionOf(id: string): Decision | undefined;
  /** What a cell of a deliverable shows of a row. */
  show(form: Form, column: FormColumn, row: RegisterRow): ShownValue;
  readonly recall: Recall;
}

/** Builds the look-ups of a version once. */
export function makeEdition(facts: EditionFacts): Edition {
  const ordered = new Map(
    facts.forms.map((form) => [form.form, orderRows(facts.state.registers[form.form] ?? [], facts.units)]),
  );
  const byUnit = new Map<string, readonly RegisterRow[]>();
  for (const [form, all] of ordered)
    for (const { unit, rows } of rowsByUnit(all)) {
      const known = byUnit.get(`${form} ${unit}`);
      byUnit.set(`${form} ${unit}`, known ? [...known, ...rows] : rows);
    }
  const findingsByUnit = groupBy(facts.state.findings, ({ form, unit }) => `${form ?? ''} ${unit ?? ''}`);
  const findings = groupBy(facts.state.findings, (finding) => rowKeyOfFinding(finding) ?? '');
  const messages = new Map(facts.state.messages.map((message) => [message.message, message]));
  const coverage = new Map(facts.state.coverage.map((line) => [`${line.form} ${line.unit}`, line]));
  const decisions = new Map(facts.decisions.map((decision) => [decision.id, decision]));
  return {
    ...facts,
    recall: facts.recall ?? makeAfresh,
    rowsOf: (form) => ordered.get(form.form) ?? [],
    rowsOfUnit: (form, unit) => byUnit.get(`${form.form} ${unit}`) ?? [],
    findingsOf: (row) => findings.get(rowKey(row.form, row.source)) ?? [],
    findingsOfUnit: (form, unit) => findingsByUnit.get(`${form.form} ${unit}`) ?? [],
    coverageOf: (form, unit) => coverage.get(`${form.form} ${unit}`),
    messageOf: (sha256) => messages.get(sha256),
    unitOf: (code) => findUnit(facts.units, code),
    decisionOf: (id) => decisions.get(id),
    show: (form, column, row) =>
      showValue(
        column,
        decidedField(row, column.key),
        column.vocabulary === undefined ? undefined : facts.vocabulary(column.vocabulary, form),
      ),
  };
}

/** A decision stands above what was read, whether or not the register has put it into the field already. */
function decidedField(row: RegisterRow, key: string): Field | undefined {
  const field = row.fields[key];
  const decided = row.decided.findLast((one) => one.key === key);
  if (!decided) return field;
  const bare: Field = field ?? { value: '', raw: '', stored: 'blank', cell: '', repairs: [] };
  return { ...bare, value: decided.to };
}
