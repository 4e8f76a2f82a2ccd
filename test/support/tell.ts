import { findRule } from '../../src/rules/catalogue.ts';
import { composeFinding } from '../../src/rules/compose-finding.ts';
import type { Fault } from '../../src/rules/rule.ts';
import { type Around, judgeValue } from './judge-value.ts';

/** What people read of a fault, in one line: `code severity: sentence = expected → proposal（proof）`. */
export function tellFault(code: string, fault: Fault): string {
  const rule = findRule(code);
  if (!rule) throw new Error(`no rule ${code}`);
  const { severity, text, expected, fix, proof } = composeFinding(rule, fault, { place: {}, header: '列' });
  const standing = expected === undefined ? '' : ` = ${expected}${fault.applied === true ? '（已按此登记）' : ''}`;
  return `${code} ${severity}: ${text}${standing}${fix === undefined ? '' : ` → ${fix}（${proof}）`}`;
}

/** What people read about a value of a column: a line for each rule of the form that finds something. */
export function tellValue(key: string, value: string, around: Around = {}): string[] {
  return [...judgeValue(key, value, around)].map(([code, fault]) => tellFault(code, fault));
}
