import { type HqmsMapping, loadHqmsMapping as parse } from '../forms/hqms-mapping.ts';
import type { Campaign } from './open-campaign.ts';
import { readHqmsMapping } from './read-hqms-mapping.ts';

/** The mapping of the HQMS lists, read and checked against the campaign's forms. Throws UserError for a mistake in it. */
export function loadHqmsMapping(campaign: Campaign): HqmsMapping {
  const { text, source } = readHqmsMapping(campaign);
  return parse(text, source, campaign.forms);
}
