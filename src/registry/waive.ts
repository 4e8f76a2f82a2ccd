import type { Finding } from '../rules/finding.ts';
import { localDate } from '../text/local-date.ts';
import type { CampaignFacts } from './campaign.ts';
import type { Decision } from './decision.ts';
import type { RowFinding } from './judge-form.ts';

/** Marks the findings that a waiver covers: of a code everywhere (`code`) or of one row (`code@rowId`). */
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
  return findings.map(({ row, finding }) => {
    const waiver = (row === '' ? undefined : waivers.get(`${finding.code}@${row}`)) ?? waivers.get(finding.code);
    if (!waiver) return finding;
    const { who: by, reason, until } = waiver;
    return { ...finding, waived: until === '' ? { by, reason } : { by, reason, until } };
  });
}
