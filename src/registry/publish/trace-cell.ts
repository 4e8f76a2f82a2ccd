import type { Form, FormColumn } from '../../forms/form.ts';
import { allRules } from '../../rules/catalogue.ts';
import { maskPersonalNumbers } from '../../rules/codes/mask.ts';
import type { Repair } from '../../rules/field.ts';
import type { Finding } from '../../rules/finding.ts';
import type { RegisterRow } from '../register.ts';
import type { Edition } from './edition.ts';

/** One step from what was read to what a deliverable shows. */
export interface CellChange {
  readonly from: string;
  readonly to: string;
  /** Chinese: the rule or decision it rests on. */
  readonly why: string;
}

/**
 * Every step that a value of a row took: repairs while reading, the vocabulary, decisions, the way it is shown.
 * Empty when the cell shows exactly what was read.
 */
export function traceCell(form: Form, column: FormColumn, row: RegisterRow, edition: Edition): CellChange[] {
  const field = row.fields[column.key];
  const changes: CellChange[] = [];
  let now = field?.raw ?? '';
  const step = (to: string, why: string): void => {
    if (to === now) return;
    changes.push({ from: maskPersonalNumbers(now), to: maskPersonalNumbers(to), why });
    now = to;
  };
  for (const repair of field?.repairs ?? []) {
    if (repair.from !== now && changes.length === 0) now = repair.from;
    step(repair.to, describeRepair(repair, column, row, edition));
  }
  const decided = row.decided.filter((one) => one.key === column.key);
  const read = decided[0]?.from ?? field?.value ?? '';
  step(read, column.kind === 'choice' ? '按词表写成规范名称' : read === '' ? '内容不能使用，留空' : '读取时整理格式');
  for (const one of decided) step(one.to, describeDecision(one.decision, edition));
  const shown = edition.show(form, column, row);
  step(shown.text, shown.withheld || '按表格要求写成代码');
  return changes;
}

function describeRepair(repair: Repair, column: FormColumn, row: RegisterRow, edition: Edition): string {
  const own = edition
    .findingsOf(row)
    .find((finding) => finding.place.key === column.key && finding.code.endsWith(`/${repair.kind}`));
  const rule = own ? ruleOf(own) : REPAIR_RULES.get(repair.kind);
  return rule ? `${rule.title}（${rule.code}）` : `自动整理（${repair.kind}）`;
}

function ruleOf(finding: Finding): { readonly code: string; readonly title: string } {
  return { code: finding.code, title: TITLES.get(finding.code) ?? '自动整理' };
}

function describeDecision(id: string, edition: Edition): string {
  const decision = edition.decisionOf(id);
  if (!decision) return `人工决定 ${id.slice(0, 12)}`;
  return `人工决定：${decision.who} ${decision.at.slice(0, 10)}，理由：${decision.reason}（${id.slice(0, 12)}）`;
}

/** Titles by code, and the notices by the last part of their code, which is the kind of a repair. */
const TITLES: ReadonlyMap<string, string> = new Map(allRules().map((rule) => [rule.code, rule.title]));
const REPAIR_RULES: ReadonlyMap<string, { readonly code: string; readonly title: string }> = new Map(
  allRules()
    .filter((rule) => rule.severity === 'notice')
    .map(({ code, title }) => [code.split('/').at(-1) ?? code, { code, title }]),
);
