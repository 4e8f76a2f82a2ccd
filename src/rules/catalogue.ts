import { CELL_RULES } from './cell-rules.ts';
import { PROVINCE_RULES } from './province-rules.ts';
import { READING_RULES } from './reading-rules.ts';
import { REGISTRY_RULES } from './registry-rules.ts';
import { ROW_RULES } from './row-rules.ts';
import type { Rule } from './rule.ts';
import { SHEET_RULES } from './sheet-rules.ts';

/** Every finding code of the program; registering a rule is one line in the list of its scope. */
const RULES: readonly Rule[] = [
  ...CELL_RULES,
  ...ROW_RULES,
  ...SHEET_RULES,
  ...PROVINCE_RULES,
  ...READING_RULES,
  ...REGISTRY_RULES,
];

const BY_CODE: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.code, rule]));

/** The rule behind a finding code, or undefined for a code that does not exist. */
export function findRule(code: string): Rule | undefined {
  return BY_CODE.get(code);
}

/** All rules, in catalogue order. */
export function allRules(): readonly Rule[] {
  return RULES;
}
