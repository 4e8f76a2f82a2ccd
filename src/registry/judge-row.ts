import type { Field } from '../rules/field.ts';
import type { Finding } from '../rules/finding.ts';
import type { CellInput } from '../rules/rule.ts';
import { compose } from './compose-row-finding.ts';
import type { RowCase } from './judged-row.ts';
import type { PreparedForm } from './prepare-rules.ts';
import { repairFindings } from './repair-findings.ts';

const ABSENT: Field = { value: '', raw: '', stored: 'blank', cell: '', repairs: [] };

/** After one of these a cell holds no answer at all; whatever follows would only repeat it. */
const NO_ANSWER = /\/(?:required|placeholder|id-card|wrong-column)$/;

/** Findings of one row, with the columns that hold no answer. */
export interface JudgedCells {
  readonly findings: readonly Finding[];
  readonly noAnswer: readonly string[];
}

/** Judges the cells of a row, then what its columns say of one another. */
export function judgeRow(row: RowCase, prepared: PreparedForm): JudgedCells {
  const findings: Finding[] = [];
  const noAnswer: string[] = [];
  for (const { column, header, rules, vocabulary } of prepared.columns) {
    const field = row.fields[column.key] ?? ABSENT;
    if (field.repairs.length > 0) findings.push(...repairFindings(row, column.key, field, prepared));
    const blank = field.value === '';
    let input: CellInput | undefined;
    for (const one of rules) {
      if (blank && one.rule.judgesBlank !== true) continue;
      // Most rules of a column have no parameters: one input serves them all.
      if (input?.parameters !== one.parameters) {
        const { parameters } = one;
        const base = { column: column.key, header, field, fields: row.fields, parameters, unit: row.unit };
        input = vocabulary ? { ...base, vocabulary } : base;
      }
      const faults = one.rule.check(input);
      for (const fault of faults) findings.push(compose(row, one, fault, prepared));
      if (faults.length > 0 && NO_ANSWER.test(one.rule.code)) {
        noAnswer.push(column.key);
        break;
      }
    }
  }
  const fields = withoutAnswers(row, noAnswer);
  for (const one of prepared.rows) {
    const { vocabularies } = prepared;
    const faults = one.rule.check({ fields, parameters: one.parameters, vocabularies, unit: row.unit });
    for (const fault of faults) findings.push(compose(row, one, fault, prepared));
  }
  return { findings, noAnswer };
}

/** The fields with cells that hold no answer blanked, so that comparisons stay silent about them. */
export function withoutAnswers(row: RowCase, noAnswer: readonly string[]): RowCase['fields'] {
  if (noAnswer.every((key) => (row.fields[key]?.value ?? '') === '')) return row.fields;
  const fields: Record<string, Field> = { ...row.fields };
  for (const key of noAnswer) fields[key] = { ...(fields[key] ?? ABSENT), value: '' };
  return fields;
}
