import { type Edition, makeEdition } from '../registry/publish/edition.ts';
import type { Recall } from '../registry/recall.ts';
import type { Derived } from './derive.ts';
import type { Campaign } from './open-campaign.ts';

/** A version of the deliverables of a campaign, from what was derived and, if given, what earlier versions kept. */
export function editionOf(campaign: Campaign, derived: Derived, version: number, recall?: Recall): Edition {
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
    ...(recall ? { recall } : {}),
  });
}
