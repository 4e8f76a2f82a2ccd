import type { Finding } from '../rules/finding.ts';
import { localDate } from '../text/local-date.ts';
import type { CampaignFacts } from './campaign.ts';
import type { Decision } from './decision.ts';
import type { RowFinding } from './judge-form.ts';
import { waiverEvidence } from './waiver-evidence.ts';

/**
 * Marks the findings that a waiver covers: of a code everywhere (`code`) or of one row (`code@rowId`). A waiver of a row
 * holds as long as the rule sees there what it saw when the waiver was given.
 */
export function waive(
  findings: readonly RowFinding[],
  decisions: readonly Decision[],
  campaign: CampaignFacts,
  now: string,
): Finding[] {
  const today = localDate(now, campaign.timeZone);
  const waivers = new Map<string, Decision>();
  for (const decision of decisions)
    if (decision.kind === 'waiver' && (decision.until === '' || decision.until >= today))
      waivers.set(decision.subject, decision);
  if (waivers.size === 0) return findings.map(({ finding }) => finding);
  const ofRow = waiversOfRows(findings, waivers);
  return findings.map(({ row, finding }) => {
    const waiver = ofRow.get(`${finding.code}@${row}`) ?? waivers.get(finding.code);
    if (!waiver) return finding;
    const { who: by, reason, until } = waiver;
    return { ...finding, waived: until === '' ? { by, reason } : { by, reason, until } };
  });
}

/** Waivers of single rows that still rest on what they were given for. */
function waiversOfRows(
  findings: readonly RowFinding[],
  waivers: ReadonlyMap<string, Decision>,
): ReadonlyMap<string, Decision> {
  const covered = new Map<string, Finding[]>();
  for (const { row, finding } of findings) {
    const subject = `${finding.code}@${row}`;
    if (waivers.has(subject)) covered.set(subject, [...(covered.get(subject) ?? []), finding]);
  }
  return new Map(
    [...waivers].filter(
      ([subject, { fingerprint }]) =>
        fingerprint === '' || fingerprint === waiverEvidence(subject, covered.get(subject) ?? []),
    ),
  );
}
