import type { Form } from '../forms/form.ts';
import type { Severity } from '../rules/rule.ts';
import { groupBy } from '../text/group-by.ts';
import { localDate } from '../text/local-date.ts';
import type { CampaignFacts } from './campaign.ts';
import type { Coverage, RegistryState } from './register.ts';
import type { ReportingUnit } from './unit.ts';

/** The board of status and report: every number that either of them shows. */
export interface Board {
  readonly units: readonly UnitLine[];
  readonly forms: readonly FormTotals[];
  /** Messages by state. */
  readonly messages: Readonly<Record<string, number>>;
  readonly findings: Readonly<Record<Severity, number>>;
  /** Findings by code, most first. */
  readonly faults: readonly { readonly code: string; readonly severity: Severity; readonly count: number }[];
  /** How often each answer of each choice column was given, over the register of a form. */
  readonly answers: readonly {
    readonly form: string;
    readonly key: string;
    readonly header: string;
    readonly counts: Readonly<Record<string, number>>;
  }[];
  /** Units that had reported a form by the end of a day, day by day. */
  readonly progress: readonly { readonly date: string; readonly reported: Readonly<Record<string, number>> }[];
  readonly questions: number;
  /** A mailbox is set, so that units can be written to from here. */
  readonly byMail: boolean;
  /** Units with an address to which no request was sent; 0 without a mailbox. */
  readonly unasked: number;
  /** ISO instant of the newest message, '' when none. */
  readonly lastReceived: string;
}

export interface UnitLine {
  readonly unit: string;
  readonly unitName: string;
  readonly forms: readonly Coverage[];
}

export interface FormTotals {
  readonly form: string;
  readonly title: string;
  readonly annex: string;
  readonly due: string;
  readonly reported: number;
  readonly clean: number;
  readonly faulty: number;
  readonly held: number;
  readonly missing: number;
  readonly late: number;
  readonly rows: number;
}

/** Counts everything a person wants to see at a glance. Waived findings do not count. */
export function makeBoard(
  state: RegistryState,
  forms: readonly Form[],
  units: readonly ReportingUnit[],
  campaign: CampaignFacts,
): Board {
  const open = state.findings.filter((finding) => !finding.waived);
  const coverage = groupBy(state.coverage, (line) => line.unit);
  return {
    units: units.map((unit) => ({
      unit: unit.code,
      unitName: unit.short,
      forms: coverage.get(unit.code) ?? [],
    })),
    forms: forms.map((form) => formTotals(form, state, campaign)),
    messages: countBy(state.messages.map((message) => message.state)),
    findings: { block: 0, error: 0, warning: 0, notice: 0, ...countBy(open.map((finding) => finding.severity)) },
    faults: countFaults(open),
    answers: forms.flatMap((form) => tellAnswers(form, state)),
    progress: countProgress(state, forms, campaign.timeZone),
    questions: state.questions.filter((question) => !question.decided).length,
    byMail: campaign.mailbox !== '',
    unasked:
      campaign.mailbox === ''
        ? 0
        : units.filter((unit) => unit.emails.length > 0 && !state.asked.includes(unit.code)).length,
    lastReceived: newest(state.messages.map((message) => message.receivedAt)),
  };
}

function formTotals(form: Form, state: RegistryState, campaign: CampaignFacts): FormTotals {
  const lines = state.coverage.filter((line) => line.form === form.form);
  const count = (wanted: Coverage['state']): number => lines.filter((line) => line.state === wanted).length;
  return {
    form: form.form,
    title: form.register.title,
    annex: form.annex,
    due: campaign.due[form.form] ?? form.due,
    reported: count('clean') + count('faulty'),
    clean: count('clean'),
    faulty: count('faulty'),
    held: count('held'),
    missing: count('missing'),
    late: lines.filter((line) => line.late).length,
    rows: state.registers[form.form]?.length ?? 0,
  };
}

function countBy(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

function countFaults(findings: RegistryState['findings']): Board['faults'] {
  const counts = new Map<string, { code: string; severity: Severity; count: number }>();
  for (const { code, severity } of findings) {
    const known = counts.get(`${code} ${severity}`) ?? { code, severity, count: 0 };
    known.count += 1;
    counts.set(`${code} ${severity}`, known);
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
}

function tellAnswers(form: Form, state: RegistryState): Board['answers'] {
  return Object.entries(state.answers[form.form] ?? {}).map(([key, counts]) => ({
    form: form.form,
    key,
    header: form.columns.find((column) => column.key === key)?.header ?? key,
    counts,
  }));
}

function countProgress(state: RegistryState, forms: readonly Form[], timeZone: string): Board['progress'] {
  const first = new Map<string, string>();
  for (const submission of state.submissions) {
    if (submission.state !== 'accepted' && submission.state !== 'superseded') continue;
    const key = `${submission.form} ${submission.unit}`;
    const date = localDate(submission.receivedAt, timeZone);
    const known = first.get(key);
    if (known === undefined || date < known) first.set(key, date);
  }
  const dates = [...new Set(first.values())].sort();
  return dates.map((date) => ({
    date,
    reported: Object.fromEntries(
      forms.map((form) => [
        form.form,
        [...first].filter(([key, day]) => key.startsWith(`${form.form} `) && day <= date).length,
      ]),
    ),
  }));
}

function newest(instants: readonly string[]): string {
  let latest = '';
  for (const instant of instants) if (instant > latest) latest = instant;
  return latest;
}
