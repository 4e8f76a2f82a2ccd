import type { Form } from '../forms/form.ts';
import type { Finding } from '../rules/finding.ts';
import { groupBy } from '../text/group-by.ts';
import type { CampaignFacts } from './campaign.ts';
import type { Coverage, RegisterRow } from './register.ts';
import type { Submission } from './submission.ts';
import type { ReportingUnit } from './unit.ts';

/**
 * State of every form of every unit, in official order. `waiting` are units of which a mail that may hold a form lies
 * with a person: a scan, a link, a locked workbook.
 */
export function cover(
  campaign: CampaignFacts,
  forms: readonly Form[],
  units: readonly ReportingUnit[],
  submissions: readonly Submission[],
  registers: Readonly<Record<string, readonly RegisterRow[]>>,
  findings: readonly Finding[],
  waiting: ReadonlySet<string> = new Set(),
): Coverage[] {
  const sent = groupBy(submissions, (one) => `${one.unit} ${one.form}`);
  const rows = groupBy(Object.values(registers).flat(), (one) => `${one.unit} ${one.form}`);
  const faults = groupBy(
    findings.filter((one) => !one.waived),
    (one) => `${one.unit ?? ''} ${one.form ?? ''}`,
  );
  return units.flatMap((unit) =>
    forms.map((form) => {
      const key = `${unit.code} ${form.form}`;
      return coverOne(
        unit,
        form,
        campaign,
        sent.get(key) ?? [],
        rows.get(key)?.length ?? 0,
        faults.get(key) ?? [],
        waiting,
      );
    }),
  );
}

function coverOne(
  unit: ReportingUnit,
  form: Form,
  campaign: CampaignFacts,
  submissions: readonly Submission[],
  rows: number,
  findings: readonly Finding[],
  waiting: ReadonlySet<string>,
): Coverage {
  const accepted = submissions.filter((one) => one.state === 'accepted');
  const counts = { block: 0, error: 0, warning: 0, notice: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  const received = accepted.map((one) => one.receivedAt).sort();
  const taken = submissions.filter((one) => one.state === 'accepted' || one.state === 'superseded');
  const first = taken.reduce<Submission | undefined>(
    (earliest, one) => (!earliest || one.receivedAt < earliest.receivedAt ? one : earliest),
    undefined,
  );
  return {
    unit: unit.code,
    form: form.form,
    due: campaign.due[form.form] ?? form.due,
    state: stateOf(accepted.length > 0, submissions, counts.block + counts.error, waiting.has(unit.code)),
    late: accepted.length > 0 && first?.late === true,
    rows,
    blocks: counts.block,
    errors: counts.error,
    warnings: counts.warning,
    notices: counts.notice,
    lastReceived: received.at(-1) ?? '',
    messages: new Set(submissions.map((one) => one.message)).size,
  };
}

function stateOf(
  reported: boolean,
  submissions: readonly Submission[],
  faults: number,
  waiting: boolean,
): Coverage['state'] {
  if (reported) return faults > 0 ? 'faulty' : 'clean';
  return waiting || submissions.some((one) => one.state === 'held') ? 'held' : 'missing';
}
