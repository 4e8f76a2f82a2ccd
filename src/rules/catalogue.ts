import type { Rule } from './rule.ts';

/** Every finding code of the program; registering a rule is one line here. */
const RULES: readonly Rule[] = [];

const BY_CODE: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.code, rule]));

/** The rule behind a finding code, or undefined for a code that does not exist. */
export function findRule(code: string): Rule | undefined {
  return BY_CODE.get(code);
}

/** All rules, in catalogue order. */
export function allRules(): readonly Rule[] {
  return RULES;
}
