import { allRules, findRule } from './catalogue.ts';
import type { Rule, RuleDescription } from './rule.ts';

/** A finding code as `explain` shows it. */
export interface RuleEntry extends RuleDescription {
  readonly scope: Rule['scope'];
  /** Chinese: what the rule looks at. */
  readonly scopeName: string;
  /** Chinese: how grave a finding is. */
  readonly severityName: string;
  /** Other codes of the same area. */
  readonly neighbours: readonly string[];
}

const SCOPES: Readonly<Record<Rule['scope'], string>> = {
  cell: '单元格',
  row: '同一行各列之间',
  sheet: '同一张表各行之间',
  province: '全省各报送单位之间',
  reading: '读取与整理',
};

const SEVERITIES: Readonly<Record<RuleDescription['severity'], string>> = {
  block: '阻断：无法据此开通账号',
  error: '错误：需报送单位改正',
  warning: '警告：需人工看一眼',
  notice: '提示：已处理或仅供知悉',
};

/** Everything there is to say about a finding code, or undefined for a code that does not exist. */
export function describeRule(code: string): RuleEntry | undefined {
  const rule = findRule(code);
  if (!rule) return undefined;
  const area = areaOf(code);
  const neighbours = allRules().filter((other) => other.code !== code && areaOf(other.code) === area);
  return {
    code: rule.code,
    severity: rule.severity,
    title: rule.title,
    message: rule.message,
    remedy: rule.remedy,
    example: rule.example,
    source: rule.source,
    ...(rule.beta === undefined ? {} : { beta: rule.beta }),
    ...(rule.hint === undefined ? {} : { hint: rule.hint }),
    scope: rule.scope,
    scopeName: SCOPES[rule.scope],
    severityName: SEVERITIES[rule.severity],
    neighbours: neighbours.map((other) => other.code),
  };
}

function areaOf(code: string): string {
  return code.split('/')[0] ?? '';
}
