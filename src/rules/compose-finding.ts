import { maskPersonalNumbers } from './codes/mask.ts';
import type { Finding, Place } from './finding.ts';
import type { Fault, RuleDescription, Severity } from './rule.ts';

/** What a fault's own rule cannot know: where it lies, whom it is about, and the severities set for it. */
export interface FindingContext {
  readonly place: Place;
  /** Header text of the column at fault; '' for the row or sheet as a whole. */
  readonly header: string;
  readonly form?: string;
  readonly unit?: string;
  readonly name?: string;
  readonly uscc?: string;
  readonly related?: readonly Place[];
  /** Severity that the form sets for this use of the rule. */
  readonly formSeverity?: Severity;
  /** Severity that the campaign sets for the code; stands above all others. */
  readonly campaignSeverity?: Severity;
}

const LONGEST_QUOTE = 60;
const LONGEST_SEEN = 500;
const SUGGESTION = '经核验，正确的内容应为“{fix}”（{proof}），请核对后改正。';

/**
 * Turns a fault into a finding with its Chinese sentences. Placeholders are filled from the fault's detail and from
 * {column}, {seen}, {expected}, {fix}, {proof}; a proved proposal is added to the remedy. Personal numbers are masked
 * everywhere, `seen` included.
 */
export function composeFinding(rule: RuleDescription, fault: Fault, context: FindingContext): Finding {
  const words = wordsOf(fault, context.header);
  const remedy = fill(fault.fix === undefined || fault.applied ? rule.remedy : rule.remedy + SUGGESTION, words);
  return {
    code: rule.code,
    severity: severityOf(rule, fault, context),
    ...optional('form', context.form),
    ...optional('unit', context.unit),
    place: context.place,
    seen: maskPersonalNumbers(fault.seen).slice(0, LONGEST_SEEN),
    ...optional('expected', mask(fault.expected)),
    ...optional('fix', mask(fault.fix)),
    ...optional('proof', fault.proof),
    ...optional('applied', fault.applied),
    ...optional('name', mask(context.name)),
    ...optional('uscc', mask(context.uscc)),
    text: fill(rule.message, words),
    remedy,
    ...optional('related', context.related),
  };
}

/** Campaign before fault before form before rule; a rule on trial is never more than a warning. */
export function severityOf(
  rule: RuleDescription,
  fault: Fault,
  context: Pick<FindingContext, 'formSeverity' | 'campaignSeverity'>,
): Severity {
  const severity = context.campaignSeverity ?? fault.severity ?? context.formSeverity ?? rule.severity;
  return rule.beta === true && (severity === 'block' || severity === 'error') ? 'warning' : severity;
}

function wordsOf(fault: Fault, header: string): Readonly<Record<string, string>> {
  return {
    ...fault.detail,
    column: header.replaceAll('\n', ''),
    seen: fault.seen,
    expected: fault.expected ?? '',
    fix: fault.fix ?? '',
    proof: fault.proof ?? '校验位相符',
  };
}

function fill(template: string, words: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_, word: string) => quote(words[word] ?? ''));
}

function quote(text: string): string {
  const line = maskPersonalNumbers(text).replace(/\s+/g, ' ');
  return line.length > LONGEST_QUOTE * 2 ? `${line.slice(0, LONGEST_QUOTE * 2)}…` : line;
}

function mask(text: string | undefined): string | undefined {
  return text === undefined ? undefined : maskPersonalNumbers(text);
}

function optional<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]?: V });
}
