import type { Severity } from '../rules/rule.ts';
import type { CampaignFacts } from './campaign.ts';

/** The severity that the campaign sets for a code; undefined when it switched the code off. */
export function severitiesOf(
  code: string,
  campaign: CampaignFacts,
): { readonly campaignSeverity?: Severity } | undefined {
  const override = campaign.severities[code];
  if (override === 'off') return undefined;
  return override === undefined ? {} : { campaignSeverity: override };
}
