import { type Edition, makeEdition } from '../registry/publish/edition.ts';
import type { Derived } from './derive.ts';
import type { Campaign } from './open-campaign.ts';

/** A version of the deliverables of a campaign, from what was derived. */
export function editionOf(campaign: Campaign, derived: Derived, version: number): Edition {
  return makeEdition({
    version,
    asOf: derived.asOf,
    campaign: campaign.facts,
    issuer: campaign.config.notice.issuer,
    fonts: campaign.config.fonts,
    forms: campaign.forms,
    units: campaign.units,
    vocabulary: campaign.vocabulary,
    state: derived.state,
    decisions: derived.decisions,
  });
}
